import { z } from 'zod';
import { Priority } from './action-work.ts';
import { CUSTOM_FIELD_TYPES, FieldOption } from './crm-fields.ts';
import { endpoint } from './endpoint.ts';
import { CampaignId, InteractionId, InteractionTypeId, LineNo, PartyId, RunId, UserId } from './ids.ts';
import { Moment } from './moment.ts';
import { PageInput, pageOf } from './paging.ts';
import { CustomValues } from './party.ts';
import { Party } from './runs.ts';

const tag = 'Dossier';

/** On whom an item is kept. */
export const KEPT_ON = ['person', 'company', 'both'] as const;
export const KeptOn = z.enum(KEPT_ON);
/** Who has to see to it; a record without an account manager, or with one who left, falls to the campaign's owner. */
export const RESPONSIBLE_POLICIES = ['account_manager', 'creator', 'owner', 'named'] as const;
const ResponsiblePolicy = z.enum(RESPONSIBLE_POLICIES);
export const TYPE_CHANNELS = [
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

const Colleague = z.object({ id: UserId, name: z.string() });

/** One of the fields that items of a type have, archived ones left out. */
export const InteractionField = z.object({
  key: z.string(),
  label: z.string(),
  type: z.enum(CUSTOM_FIELD_TYPES),
  options: z.array(FieldOption),
  currency: z.string().nullable(),
});
export type InteractionField = z.output<typeof InteractionField>;

export const InteractionType = z.object({
  id: InteractionTypeId,
  name: z.string(),
  /** Items are made for somebody to do. Otherwise what was sent is the item. */
  work: z.boolean(),
  keptOn: KeptOn,
  responsible: ResponsiblePolicy,
  named: Colleague.nullable(),
  /** Work is due so many days after it is made. */
  dueDays: z.number().int().nullable(),
  /** Offered first for actions of this channel. */
  channel: z.enum(TYPE_CHANNELS).nullable(),
  position: z.number().int(),
  archived: z.boolean(),
  /** How many items have it. */
  items: z.number().int(),
  fields: z.array(InteractionField),
});
export type InteractionType = z.output<typeof InteractionType>;

const TypeInput = z.object({
  name: z.string().trim().min(1).max(80),
  work: z.boolean(),
  keptOn: KeptOn,
  responsible: ResponsiblePolicy,
  namedId: UserId.nullable(),
  dueDays: z.number().int().min(0).max(3650).nullable(),
  channel: z.enum(TYPE_CHANNELS).nullable(),
});

export const listInteractionTypes = endpoint({
  name: 'listInteractionTypes',
  method: 'GET',
  path: '/api/interaction-types',
  input: z.object({}),
  output: z.object({ types: z.array(InteractionType) }),
  summary: 'The types of dossier items in their order, archived ones last',
  tag,
});
export const createInteractionType = endpoint({
  name: 'createInteractionType',
  method: 'POST',
  path: '/api/interaction-types',
  input: TypeInput.partial().required({ name: true }),
  output: InteractionType,
  summary: 'Defines a type of dossier item',
  tag,
});
export const updateInteractionType = endpoint({
  name: 'updateInteractionType',
  method: 'PATCH',
  path: '/api/interaction-types/:id',
  input: TypeInput.partial().extend({
    id: InteractionTypeId,
    position: z.number().int().min(0).max(10_000).optional(),
    archived: z.boolean().optional(),
  }),
  output: InteractionType,
  summary: 'Renames, changes, reorders or archives a type of dossier item; what was made stays as it is',
  tag,
});

export const INTERACTION_STATES = ['open', 'done', 'cancelled'] as const;
export const InteractionState = z.enum(INTERACTION_STATES);
export type InteractionState = z.output<typeof InteractionState>;

export const Interaction = z.object({
  id: InteractionId,
  type: z.object({ id: InteractionTypeId, name: z.string(), work: z.boolean() }),
  /** `name` is null when the person or company was deleted. */
  party: Party.extend({ name: z.string().nullable() }),
  subject: z.string(),
  body: z.string().nullable(),
  state: InteractionState,
  overdue: z.boolean(),
  responsible: Colleague.nullable(),
  dueAt: Moment.nullable(),
  doneAt: Moment.nullable(),
  custom: CustomValues,
  campaign: z.object({ id: CampaignId, name: z.string() }).nullable(),
  priority: Priority,
  /** How the last call about it ended. */
  outcome: z.string().nullable(),
  /** A test's item: it counts nowhere. */
  proof: z.boolean(),
  /** The recipient line it was made for. */
  line: z.object({ runId: RunId, no: LineNo }).nullable(),
  createdBy: z.string().nullable(),
  createdAt: Moment,
  updatedAt: Moment,
});
export type Interaction = z.output<typeof Interaction>;

/** `mine`: those the person who asks is responsible for; `nobody`: those that nobody is. */
export const InteractionFilters = z.object({
  whose: z.enum(['mine', 'nobody']).optional(),
  responsibleId: UserId.optional(),
  state: InteractionState.optional(),
  overdue: z.stringbool().optional(),
  typeId: InteractionTypeId.optional(),
  campaignId: CampaignId.optional(),
  partyId: PartyId.optional(),
  /** How the last call ended; `none`: no call did yet. */
  outcome: z.string().max(20).optional(),
  /** Items whose field of this key has this value, both given together. */
  field: z.string().max(40).optional(),
  value: z.string().max(200).optional(),
});
export type InteractionFilters = z.output<typeof InteractionFilters>;

export const listInteractions = endpoint({
  name: 'listInteractions',
  method: 'GET',
  path: '/api/interactions',
  input: PageInput.extend(InteractionFilters.shape),
  output: pageOf(Interaction),
  summary: 'Dossier items: searched, filtered, sorted, a page at a time; the most urgent first',
  tag,
});
export const getInteraction = endpoint({
  name: 'getInteraction',
  method: 'GET',
  path: '/api/interactions/:id',
  input: z.object({ id: InteractionId }),
  output: Interaction,
  summary: 'One dossier item',
  tag,
});

const ItemInput = z.object({
  subject: z.string().trim().min(1).max(300),
  body: z.string().trim().max(20_000).nullable(),
  responsibleId: UserId.nullable(),
  dueAt: Moment.nullable(),
  custom: CustomValues,
});

export const createInteraction = endpoint({
  name: 'createInteraction',
  method: 'POST',
  path: '/api/interactions',
  input: ItemInput.partial().required({ subject: true }).extend({
    typeId: InteractionTypeId,
    party: Party,
    /** Made for something that has happened already. */
    done: z.boolean().optional(),
  }),
  output: Interaction,
  summary: 'Adds a dossier item to a person, company or lead; what is left out comes from its type',
  tag,
});
export const updateInteraction = endpoint({
  name: 'updateInteraction',
  method: 'PATCH',
  path: '/api/interactions/:id',
  input: ItemInput.partial().extend({
    id: InteractionId,
    /** As it was read; when it has changed since, nothing is stored and a conflict is told. */
    updatedAt: Moment.optional(),
  }),
  output: Interaction,
  summary: 'Changes the fields of a dossier item that are given',
  tag,
});
export const settleInteractions = endpoint({
  name: 'settleInteractions',
  method: 'POST',
  path: '/api/interactions/settle',
  input: z.object({ ids: z.array(InteractionId).min(1).max(500), state: InteractionState }),
  output: z.object({ changed: z.array(InteractionId) }),
  summary: 'Marks dossier items as done or cancelled, or opens them again; answers those that were in another state',
  tag,
});
export const editLineItem = endpoint({
  name: 'editLineItem',
  method: 'POST',
  path: '/api/runs/:runId/lines/:no/interaction',
  input: ItemInput.partial().extend({ runId: RunId, no: LineNo }),
  output: Interaction,
  summary: 'Writes into the dossier item that a recipient line is; the line itself never changes',
  tag,
});

/** What a campaign's progress may be counted by; `field` is one of its types' own fields. */
export const PROGRESS_BY = ['type', 'outcome', 'responsible', 'field'] as const;
const Count = z.number().int();
export const ProgressRow = z.object({
  /** The id or value that opens the items; null: those without one. */
  key: z.string().nullable(),
  name: z.string().nullable(),
  open: Count,
  done: Count,
  cancelled: Count,
  overdue: Count,
  /** Of these, recipient lines that are dossier items themselves, by their run's state. */
  lines: z.object({ open: Count, done: Count, cancelled: Count }),
});
export type ProgressRow = z.output<typeof ProgressRow>;
export const campaignProgress = endpoint({
  name: 'campaignProgress',
  method: 'GET',
  path: '/api/campaigns/:id/progress',
  input: z.object({ id: CampaignId, by: z.enum(PROGRESS_BY).default('type'), field: z.string().max(40).optional() }),
  output: z.object({
    rows: z.array(ProgressRow),
    /** The fields of the campaign's types, by which it can be counted too. */
    fields: z.array(InteractionField.pick({ key: true, label: true })),
  }),
  summary: 'How far a campaign’s dossier items are, by type, responsible person or a field',
  tag: 'Campaigns',
});
