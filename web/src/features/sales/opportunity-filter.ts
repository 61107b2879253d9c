/** What the list of opportunities can be narrowed by, as it stands in its address. */
export const FILTERS = [
  'state',
  'stageId',
  'ownerId',
  'campaignId',
  'actionId',
  'companyId',
  'partyKind',
  'partyId',
] as const;
export type Filter = Partial<Record<(typeof FILTERS)[number], string | undefined>>;
