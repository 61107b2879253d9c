import { z } from 'zod';
import { AccountSharing } from './account-sharing.ts';
import { ActionWork } from './action-work.ts';
import { Audience } from './audience.ts';
import { DirectLink } from './direct-link.ts';
import { endpoint } from './endpoint.ts';
import { ActionId, CampaignId, ContentVersionId, InteractionTypeId, SendingAccountId, TopicId, UserId } from './ids.ts';
import { KeptOn } from './interactions.ts';
import { Currency, Day, Minor, Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';
import { Recurrence } from './recurrence.ts';
import { WindowChoice } from './send-window.ts';
import { Utm } from './utm.ts';

export const CAMPAIGN_STATES = [
  'proposed',
  'preparing',
  'ready',
  'running',
  'paused',
  'completed',
  'cancelled',
] as const;
export const CampaignState = z.enum(CAMPAIGN_STATES);
export type CampaignState = z.output<typeof CampaignState>;
/** The states a person sets in the form; the others come of what is done. */
export const PREPARATION_STATES = ['proposed', 'preparing', 'ready'] as const;

export const CAMPAIGN_KINDS = ['one_off', 'multi_stage', 'sequential', 'parallel'] as const;
export const CampaignKind = z.enum(CAMPAIGN_KINDS);
export type CampaignKind = z.output<typeof CampaignKind>;
export const CAMPAIGN_TYPES = ['generic', 'newsletter', 'asset'] as const;
export const CampaignType = z.enum(CAMPAIGN_TYPES);
export type CampaignType = z.output<typeof CampaignType>;
export const PURPOSE_CLASSES = ['marketing', 'notice'] as const;
export const PurposeClass = z.enum(PURPOSE_CLASSES);
export const BASES = ['consent', 'soft_opt_in', 'contract', 'legal'] as const;
export const Basis = z.enum(BASES);
export const SENDER_POLICIES = ['creator', 'owner', 'account_manager'] as const;
export const SenderPolicy = z.enum(SENDER_POLICIES);
export const ADDRESSINGS = ['contact', 'company', 'both'] as const;
export const Addressing = z.enum(ADDRESSINGS);
export type Addressing = z.output<typeof Addressing>;
export const SHARED_ADDRESSES = ['one', 'each'] as const;
export const SharedAddress = z.enum(SHARED_ADDRESSES);
/** How an action reaches people: a message, work, records to sell from, or not at all (a list only). */
export const DISPATCH_CHANNELS = [
  'email',
  'sms',
  'letter',
  'call',
  'task',
  'invoice',
  'opportunity',
  'offer',
  'list',
] as const;
export const DispatchChannel = z.enum(DISPATCH_CHANNELS);
export type DispatchChannel = z.output<typeof DispatchChannel>;
/** Channels that only write records down. */
const RECORDS: readonly string[] = ['list', 'task', 'opportunity', 'offer', 'invoice'];
/** Channels that issue what is bought: their actions say which products, in a plan. */
const SALES: readonly string[] = ['opportunity', 'offer', 'invoice'];
export const sells = (channel: string): boolean => SALES.includes(channel);
/** What is sold goes to one buyer: to both, a firm would be billed at its office and through its person, in full each. */
export const mayAddress = (channel: string, addressing: Addressing): boolean =>
  addressing !== 'both' || !sells(channel);
/** Whether somebody hears of it: then his consent, his address and the pressure on him are asked. */
export const reachesOut = (channel: string): boolean => !RECORDS.includes(channel);
export const ACTION_STATES = ['draft', 'ready', 'scheduled', 'running', 'paused', 'done', 'cancelled'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** `freeze`: who gets it is settled when the campaign is launched, or only when it starts. */
export const Schedule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('now') }),
  z.object({ kind: z.literal('at'), at: Moment, freeze: z.enum(['now', 'start']).default('start') }),
  /** So many hours after another action of the campaign is done; who gets it is settled then. */
  z.object({ kind: z.literal('after'), actionId: ActionId, hours: z.number().int().min(0).max(8760) }),
  /** On every date of a rule, each time to whoever is meant then. */
  z.object({ kind: z.literal('recurring'), rule: Recurrence }),
]);
export type Schedule = z.output<typeof Schedule>;

export const CAMPAIGN_STOPS = ['why', 'who', 'what', 'when'] as const;

/** Something to correct before the campaign can go: the stop of the road where it is done, the field, and an error code. */
export const LaunchProblem = z.object({
  /** Of the action that cannot go for it. */
  actionId: ActionId,
  stop: z.enum(CAMPAIGN_STOPS),
  field: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type LaunchProblem = z.output<typeof LaunchProblem>;

/** An action’s settings: to whom, what, from whom, when. */
export const ActionSettings = z.object({
  id: ActionId,
  position: z.number().int(),
  name: z.string(),
  channel: DispatchChannel,
  /** Q09: an e-mail that a PDF of each recipient's own goes with. */
  report: z.boolean(),
  state: z.enum(ACTION_STATES),
  audience: Audience,
  contentVersionId: ContentVersionId.nullable(),
  /** Where its #DirectLink# leads; null: it has none. */
  directLink: DirectLink.nullable(),
  /** What its links tell web statistics; null: nothing. */
  utm: Utm.nullable(),
  sendingAccountId: SendingAccountId.nullable(),
  /** Other accounts that carry a part; null: the one alone. */
  accountSharing: AccountSharing.nullable(),
  senderPolicy: SenderPolicy,
  addressing: Addressing,
  sharedAddress: SharedAddress,
  basis: Basis,
  /** Who does it, where the channel gives work. */
  work: ActionWork,
  /** The type of dossier item it leaves on those it reaches. */
  interactionTypeId: InteractionTypeId.nullable(),
  /** On whom; null: as the type says. */
  keptOn: KeptOn.nullable(),
  schedule: Schedule,
  sendWindow: WindowChoice,
  /** What could not be delivered by then is given up; counted from the first moment it may leave. */
  expiresAfterHours: z.number().int(),
  updatedAt: Moment,
});

/** Sums over the main and retry runs; tests never count. */
export const RunTotals = z.object({
  /** Distributions that were sealed, tests left out. */
  distributions: z.number().int(),
  planned: z.number().int(),
  sent: z.number().int(),
  failed: z.number().int(),
  opened: z.number().int(),
  clicked: z.number().int(),
});
export type RunTotals = z.output<typeof RunTotals>;

export const Action = ActionSettings.extend({ totals: RunTotals });
export type Action = z.output<typeof Action>;

const Person = z.object({ id: UserId, name: z.string() });
const Named = z.object({ id: z.uuid(), name: z.string() });

export const Campaign = z.object({
  id: CampaignId,
  code: z.string(),
  name: z.string(),
  description: z.string(),
  goal: z.string(),
  results: z.string(),
  kind: CampaignKind,
  type: CampaignType,
  state: CampaignState,
  owner: Person,
  createdBy: Person,
  purposeClass: PurposeClass,
  topic: Named.nullable(),
  currency: Currency,
  budgetMinor: Minor.nullable(),
  expectedRevenueMinor: Minor.nullable(),
  /** So many percent of the audience, drawn once, hear nothing: to measure what the campaign brings. */
  holdoutPercent: z.number().int(),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  duplicatedFrom: Named.nullable(),
  archivedAt: Moment.nullable(),
  createdAt: Moment,
  updatedAt: Moment,
  actions: z.array(Action),
  totals: RunTotals,
  /** Empty when it can go. */
  problems: z.array(LaunchProblem),
  /** What the person who asks may do with it. */
  may: z.object({ edit: z.boolean(), run: z.boolean(), delete: z.boolean() }),
});
export type Campaign = z.output<typeof Campaign>;

export const CampaignRow = Campaign.pick({
  id: true,
  code: true,
  name: true,
  kind: true,
  type: true,
  state: true,
  owner: true,
  topic: true,
  startsOn: true,
  archivedAt: true,
  createdAt: true,
  totals: true,
}).extend({ channels: z.array(DispatchChannel) });
export type CampaignRow = z.output<typeof CampaignRow>;

const tag = 'Campaigns';
const One = z.object({ id: CampaignId });
const Name = z.string().trim().min(1).max(200);
const Code = z.string().trim().min(1).max(40);
const Words = z.string().trim().max(10_000);
/** As it was when the person read it; when it has changed since, nothing is stored and a conflict is told. */
const asRead = { updatedAt: Moment };

const Details = z.object({
  name: Name,
  code: Code,
  description: Words,
  goal: Words,
  results: Words,
  type: CampaignType,
  state: z.enum(PREPARATION_STATES),
  ownerId: UserId,
  purposeClass: PurposeClass,
  topicId: TopicId.nullable(),
  currency: Currency,
  budgetMinor: Minor.min(0).nullable(),
  expectedRevenueMinor: Minor.min(0).nullable(),
  holdoutPercent: z.number().int().min(0).max(50),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
});

const ActionDetails = z.object({
  name: z.string().trim().max(200),
  channel: DispatchChannel,
  report: z.boolean(),
  audience: Audience,
  contentVersionId: ContentVersionId.nullable(),
  directLink: DirectLink.nullable(),
  utm: Utm.nullable(),
  sendingAccountId: SendingAccountId.nullable(),
  accountSharing: AccountSharing.nullable(),
  senderPolicy: SenderPolicy,
  addressing: Addressing,
  sharedAddress: SharedAddress,
  basis: Basis,
  work: ActionWork,
  interactionTypeId: InteractionTypeId.nullable(),
  keptOn: KeptOn.nullable(),
  schedule: Schedule,
  sendWindow: WindowChoice,
  expiresAfterHours: z.number().int().min(1).max(720),
});

export const suggestCampaign = endpoint({
  name: 'suggestCampaign',
  method: 'GET',
  path: '/api/campaigns/suggestion',
  tag,
  summary: 'What a new campaign starts with: a free code and the owner',
  input: z.object({}),
  output: z.object({ code: z.string(), owner: Person }),
});

export const createCampaign = endpoint({
  name: 'createCampaign',
  method: 'POST',
  path: '/api/campaigns',
  tag,
  summary: 'Create a campaign with one action; what is left out gets a default',
  input: Details.partial().extend({
    name: Name,
    /** Several actions make a campaign multi-stage; of one it can be said beforehand. The profiled kinds begin with a track. */
    kind: CampaignKind.optional(),
    channel: DispatchChannel.default('email'),
    /** An e-mail with report. */
    report: z.boolean().optional(),
    /** Unless said otherwise, marketing does and a notice does not. */
    requiresConsent: z.boolean().optional(),
  }),
  output: Campaign,
});

export const getCampaign = endpoint({
  name: 'getCampaign',
  method: 'GET',
  path: '/api/campaigns/:id',
  tag,
  summary: 'A campaign with its actions and what it still lacks',
  input: One,
  output: Campaign,
});

export const updateCampaign = endpoint({
  name: 'updateCampaign',
  method: 'PATCH',
  path: '/api/campaigns/:id',
  tag,
  summary: 'Change a campaign’s details',
  input: One.extend({ ...asRead, ...Details.partial().shape }),
  output: Campaign,
});

export const updateAction = endpoint({
  name: 'updateAction',
  method: 'PATCH',
  path: '/api/actions/:id',
  tag,
  summary: 'Change to whom an action goes, what it says, from whom, and when',
  input: z.object({ id: ActionId, ...asRead, ...ActionDetails.partial().shape }),
  output: Campaign,
});

/** What lists of campaigns can be narrowed by. */
export const CampaignFilters = z.object({
  ownerId: UserId.optional(),
  /** Only those with recipients whom this user looks after. */
  accountManagerId: UserId.optional(),
  state: CampaignState.optional(),
  kind: CampaignKind.optional(),
  type: CampaignType.optional(),
  channel: DispatchChannel.optional(),
  topicId: TopicId.optional(),
  /** Only those under way on a day of this period; without a start of its own a campaign starts on the day it was made. */
  from: Day.optional(),
  until: Day.optional(),
  archived: z.stringbool().default(false),
});
export type CampaignFilters = z.output<typeof CampaignFilters>;

export const listCampaigns = endpoint({
  name: 'listCampaigns',
  method: 'GET',
  path: '/api/campaigns',
  tag,
  summary: 'Campaigns, newest first unless sorted otherwise',
  input: PageInput.extend({
    ...CampaignFilters.shape,
  }),
  output: pageOf(CampaignRow),
});

/** `same`: the copy is meant for the same audience; `other`: whom it is for is chosen anew. */
const DuplicateRecipients = z.enum(['same', 'other']).default('same');

/** What is otherwise in a copy. */
export const DUPLICATE_CHANGES = [
  'code',
  'owner',
  'state',
  'startsOn',
  'endsOn',
  'results',
  'schedule',
  'recipients',
  'handPicks',
  'costs',
  'revenue',
  'activities',
  'files',
  'sent',
] as const;
export const DuplicateChange = z.object({
  what: z.enum(DUPLICATE_CHANGES),
  /** Of which action; null: of the campaign. */
  action: z.string().nullable(),
  /** A word, a day, a moment or a number, by what it is about. */
  before: z.string(),
  /** Null: there is none in the copy. */
  after: z.string().nullable(),
});
export type DuplicateChange = z.output<typeof DuplicateChange>;

export const previewDuplicate = endpoint({
  name: 'previewDuplicate',
  method: 'GET',
  path: '/api/campaigns/:id/duplicate',
  tag,
  summary: 'What a copy of a campaign would have otherwise; makes nothing',
  input: One.extend({ recipients: DuplicateRecipients }),
  output: z.object({
    changes: z.array(DuplicateChange),
    /** People and firms who left the original: they are left out of the copy. */
    left: z.number().int(),
  }),
});

export const duplicateCampaign = endpoint({
  name: 'duplicateCampaign',
  method: 'POST',
  path: '/api/campaigns/:id/duplicate',
  tag,
  summary:
    'A new campaign like this one: same audience and content, nothing sent; those who left the original are left out',
  input: One.extend({ name: Name.optional(), recipients: DuplicateRecipients }),
  output: Campaign,
});

const act = (verb: 'archive' | 'restore' | 'cancel', summary: string) =>
  endpoint({
    name: `${verb}Campaign`,
    method: 'POST',
    path: `/api/campaigns/:id/${verb}`,
    tag,
    summary,
    input: One,
    output: Campaign,
  });

export const archiveCampaign = act('archive', 'Put a campaign away: it leaves the lists, nothing is lost');
export const restoreCampaign = act('restore', 'Bring an archived campaign back');
export const cancelCampaign = act('cancel', 'Give a campaign up before it is sent, or while it is paused');

export const deleteCampaign = endpoint({
  name: 'deleteCampaign',
  method: 'DELETE',
  path: '/api/campaigns/:id',
  tag,
  summary: 'Delete a campaign of which nothing was ever distributed',
  input: One,
  output: Ok,
});

/** What the history tells; the interface has a sentence for each. */
export const HISTORY_VERBS = [
  'created',
  'duplicated',
  'edited',
  'state_set',
  'audience_changed',
  'content_changed',
  'schedule_changed',
  'hand_picked',
  'generated',
  'tested',
  'launched',
  'scheduled',
  'series_started',
  'missed',
  'date_passed_over',
  'start_refused',
  'series_ended',
  'rescheduled',
  'taken_back',
  'paused',
  'resumed',
  'stopped',
  'withdrawn',
  'finished',
  'fetched_failed',
  'resent_unknown',
  'left_unknown',
  'exported',
  'cleansing_received',
  'cleansing_applied',
  'cleansing_refused',
  'action_added',
  'action_removed',
  'actions_ordered',
  'tracks_changed',
  'tracks_started',
  'tracks_through',
  'enrolments_changed',
  'costs_changed',
  'revenue_changed',
  'occasion_changed',
  'approval_asked',
  'approval_given',
  'approval_refused',
  'approval_void',
  'activity_planned',
  'activity_changed',
  'activity_done',
  'activity_reopened',
  'activity_removed',
  'file_added',
  'file_removed',
  'cancelled',
  'archived',
  'restored',
] as const;
export const HistoryVerb = z.enum(HISTORY_VERBS);
export type HistoryVerb = z.output<typeof HistoryVerb>;

export const campaignHistory = endpoint({
  name: 'campaignHistory',
  method: 'GET',
  path: '/api/campaigns/:id/history',
  tag,
  summary: 'Who did what with a campaign, newest first',
  input: PageInput.pick({ after: true, limit: true }).extend({ id: CampaignId }),
  output: pageOf(
    z.object({
      id: z.string(),
      at: Moment,
      /** Null: Fanfare itself. */
      user: z.string().nullable(),
      verb: HistoryVerb,
      detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
    }),
  ),
});
