type Search = Record<string, string | number | boolean | undefined>;

/** A segment: an id is escaped, a route parameter (`$id`) stays as it is. */
const segment = (value: string): string => (value.startsWith('$') ? value : encodeURIComponent(value));

function withSearch(path: string, search?: Search): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search ?? {}))
    if (value !== undefined && value !== '') query.set(name, String(value));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** A path that may carry search parameters: `paths.contacts({ search: 'anna' })`. */
const list = (path: string) => (search?: Search) => withSearch(path, search);
/** A path with an id: `paths.contact(id)`; for a route's pattern, `paths.contact('$id')`. */
const one =
  (before: string, after = '') =>
  (id: string, search?: Search) =>
    withSearch(`${before}/${segment(id)}${after}`, search);

export type CampaignStop = 'why' | 'who' | 'what' | 'when' | 'check' | 'results';

/** Every address of the interface. */
export const paths = {
  setup: list('/setup'),
  signIn: list('/sign-in'),
  forgotPassword: list('/forgot-password'),
  resetPassword: list('/reset-password'),
  invitation: one('/invitation'),

  today: list('/'),
  calendar: list('/calendar'),

  campaigns: list('/campaigns'),
  newCampaign: list('/campaigns/new'),
  quickCampaign: one('/campaigns/quick'),
  campaign: one('/campaigns'),
  campaignWhy: one('/campaigns', '/why'),
  campaignWho: one('/campaigns', '/who'),
  campaignWhat: one('/campaigns', '/what'),
  campaignWhen: one('/campaigns', '/when'),
  campaignCheck: one('/campaigns', '/check'),
  campaignResults: one('/campaigns', '/results'),
  campaignActions: one('/campaigns', '/actions'),
  campaignMoney: one('/campaigns', '/money'),
  campaignAnswers: one('/campaigns', '/answers'),
  campaignsWithPeople: list('/campaigns/people'),
  compareCampaigns: list('/campaigns/compare'),
  campaignRecipients: one('/campaigns', '/recipients'),
  campaignCleansing: one('/campaigns', '/cleansing'),
  campaignLog: one('/campaigns', '/log'),
  campaignProgress: one('/campaigns', '/progress'),
  duplicateCampaign: one('/campaigns', '/duplicate'),
  campaignPlan: one('/campaigns', '/plan'),
  campaignHistory: one('/campaigns', '/history'),
  campaignTracks: one('/campaigns', '/tracks'),
  campaignJoining: one('/campaigns', '/joining'),
  campaignRehearsal: one('/campaigns', '/rehearsal'),
  campaignPeople: one('/campaigns', '/people'),
  run: one('/runs'),

  contacts: list('/people/contacts'),
  newContact: list('/people/contacts/new'),
  contact: one('/people/contacts'),
  companies: list('/people/companies'),
  newCompany: list('/people/companies/new'),
  company: one('/people/companies'),
  leads: list('/people/leads'),
  newLead: list('/people/leads/new'),
  lead: one('/people/leads'),
  assets: list('/people/assets'),
  newAsset: list('/people/assets/new'),
  asset: one('/people/assets'),
  imports: list('/people/imports'),
  newImport: list('/people/imports/new'),
  import: one('/people/imports'),
  duplicates: list('/people/duplicates'),

  segments: list('/segments'),
  newSegment: list('/segments/new'),
  segment: one('/segments'),

  content: list('/content'),
  templates: list('/content/templates'),
  newTemplate: list('/content/templates/new'),
  template: one('/content/templates'),
  articles: list('/content/articles'),
  newArticle: list('/content/articles/new'),
  article: one('/content/articles'),
  layouts: list('/content/layouts'),
  newLayout: list('/content/layouts/new'),
  layout: one('/content/layouts'),
  media: list('/content/media'),

  opportunities: list('/sales/opportunities'),
  newOpportunity: list('/sales/opportunities/new'),
  opportunity: one('/sales/opportunities'),
  offers: list('/sales/offers'),
  offer: one('/sales/offers'),
  invoices: list('/sales/invoices'),
  invoice: one('/sales/invoices'),
  products: list('/sales/products'),
  newProduct: list('/sales/products/new'),
  product: one('/sales/products'),
  productGroups: list('/sales/product-groups'),
  priceLists: list('/sales/price-lists'),
  priceRevisions: list('/sales/price-revisions'),
  newPriceRevision: list('/sales/price-revisions/new'),
  priceRevision: one('/sales/price-revisions'),

  tasks: list('/tasks'),
  desk: list('/tasks/calls'),
  task: one('/tasks'),
  reports: list('/reports'),
  report: one('/reports'),

  settings: list('/settings'),
  installation: list('/settings/installation'),
  profile: list('/settings/profile'),
  users: list('/settings/users'),
  user: one('/settings/users'),
  sendingAccounts: list('/settings/sending-accounts'),
  newSendingAccount: list('/settings/sending-accounts/new'),
  sendingAccount: one('/settings/sending-accounts'),
  smsAccounts: list('/settings/sms-accounts'),
  newSmsAccount: list('/settings/sms-accounts/new'),
  smsAccount: one('/settings/sms-accounts'),
  smsUsage: list('/settings/sms-usage'),
  outbox: list('/settings/outbox'),
  topics: list('/settings/topics'),
  consentPurposes: list('/settings/consent'),
  suppressions: list('/settings/suppressions'),
  signUpForms: list('/settings/sign-up-forms'),
  signUpForm: one('/settings/sign-up-forms'),
  pressure: list('/settings/pressure'),
  customFields: list('/settings/custom-fields'),
  interactionTypes: list('/settings/interaction-types'),
  assetTypes: list('/settings/asset-types'),
  numberSeries: list('/settings/number-series'),
  salesStages: list('/settings/sales-stages'),
  api: list('/settings/api'),
  workers: list('/settings/workers'),
  apiKeys: list('/settings/api-keys'),
  webhooks: list('/settings/webhooks'),
  auditTrail: list('/settings/audit-trail'),
} as const;

/** The address of one of a campaign's six stops. */
export const campaignStop = (id: string, stop: CampaignStop, search?: Search): string =>
  withSearch(`/campaigns/${segment(id)}/${stop}`, search);

/** A letter as it was printed. */
export const letterFile = (runId: string, no: number) => `/api/letters/${runId}/${no}/pdf`;
