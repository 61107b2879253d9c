/** What a person may do, asked in one place (`access`); roles are bundles of these. */
export const ROLES = ['admin', 'manager', 'marketer', 'sales', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

export const PERMISSIONS = [
  'settings.edit',
  'user.manage',
  'account.manage',
  'crm.see',
  'crm.edit',
  'crm.import',
  'crm.export',
  'catalogue.see',
  'catalogue.edit',
  'sales.see',
  'sales.edit',
  'consent.see',
  'consent.edit',
  'segment.see',
  'segment.edit',
  'content.edit',
  'campaign.see',
  'campaign.create',
  'campaign.edit',
  'campaign.run',
  'campaign.approve',
  'ledger.export',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** The rights that belong to the campaign module and need a seat besides the role (O27, O28). */
export const SEAT_PERMISSIONS: readonly Permission[] = [
  'segment.edit',
  'content.edit',
  'campaign.create',
  'campaign.edit',
  'campaign.run',
  'ledger.export',
];

const SEE: readonly Permission[] = [
  'crm.see',
  'catalogue.see',
  'sales.see',
  'consent.see',
  'segment.see',
  'campaign.see',
];
const SELL: readonly Permission[] = [...SEE, 'crm.edit', 'sales.edit', 'consent.edit', 'campaign.create', 'crm.export'];
const MARKET: readonly Permission[] = [
  ...SELL,
  'crm.import',
  'segment.edit',
  'content.edit',
  'campaign.edit',
  'campaign.run',
  'ledger.export',
];
const MANAGE: readonly Permission[] = [...MARKET, 'catalogue.edit', 'account.manage', 'campaign.approve'];

export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  admin: PERMISSIONS,
  manager: MANAGE,
  marketer: MARKET,
  sales: [...SELL, 'catalogue.edit'],
  viewer: SEE,
};
