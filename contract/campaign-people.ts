import { z } from 'zod';
import { CampaignFilters, CampaignRow } from './campaigns.ts';
import { endpoint } from './endpoint.ts';
import { CampaignId, PartyId, UserId } from './ids.ts';
import { Moment } from './moment.ts';
import { PageInput, pageOf } from './paging.ts';
import { PartyKind } from './runs.ts';

const tag = 'Campaigns';

/** A campaign beside the first few of its recipients. */
export const CampaignWithPeople = CampaignRow.pick({
  id: true,
  code: true,
  name: true,
  state: true,
  owner: true,
}).extend({
  /** Lines of its largest list, prepared or sent; tests never count. */
  recipients: z.number().int(),
  /** The first of them. */
  people: z.array(z.object({ kind: PartyKind, id: PartyId, name: z.string() })),
});
export type CampaignWithPeople = z.output<typeof CampaignWithPeople>;

export const listCampaignsWithPeople = endpoint({
  name: 'listCampaignsWithPeople',
  method: 'GET',
  path: '/api/campaigns-with-people',
  tag,
  summary: 'Campaigns together with their recipients',
  input: PageInput.extend(CampaignFilters.shape),
  output: pageOf(CampaignWithPeople),
});

/** Somebody beside the last campaigns that reached him. */
export const PersonWithCampaigns = z.object({
  kind: PartyKind,
  id: PartyId,
  name: z.string(),
  accountManager: z.string().nullable(),
  /** How many campaigns reached him. */
  campaignCount: z.number().int(),
  /** The last of them. */
  campaigns: z.array(z.object({ id: CampaignId, name: z.string(), at: Moment })),
});
export type PersonWithCampaigns = z.output<typeof PersonWithCampaigns>;

export const listPeopleWithCampaigns = endpoint({
  name: 'listPeopleWithCampaigns',
  method: 'GET',
  path: '/api/people-with-campaigns',
  tag,
  summary: 'Contacts, companies or leads together with the campaigns that reached them',
  input: PageInput.extend({
    kind: PartyKind.default('contact'),
    accountManagerId: UserId.optional(),
    /** Only those whom this campaign reached. */
    campaignId: CampaignId.optional(),
  }),
  output: pageOf(PersonWithCampaigns),
});
