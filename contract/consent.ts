import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { PartyId, TopicId } from './ids.ts';
import { Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';

/** The channels one consents to apart. */
export const CONSENT_CHANNELS = ['email', 'sms', 'letter', 'call'] as const;
export const ConsentChannel = z.enum(CONSENT_CHANNELS);
export type ConsentChannel = z.output<typeof ConsentChannel>;

export const CONSENT_DECISIONS = ['given', 'withdrawn'] as const;
export const ConsentDecision = z.enum(CONSENT_DECISIONS);

/** Where a consent comes from. */
export const CONSENT_SOURCES = ['in_person', 'phone', 'paper', 'email', 'website', 'other'] as const;
export const ConsentSource = z.enum(CONSENT_SOURCES);

const PartyKind = z.enum(['contact', 'company', 'lead']);
const tag = 'Consent';

export const Topic = z.object({
  id: TopicId,
  name: z.string(),
  description: z.string(),
  archivedAt: Moment.nullable(),
  createdAt: Moment,
  /** Parties whose present decision is a yes, on any channel. */
  consented: z.number().int(),
  /** Parties who have left it and not come back. */
  left: z.number().int(),
});
export type Topic = z.output<typeof Topic>;

const TopicName = z.string().trim().min(1).max(120);
const TopicDescription = z.string().trim().max(1000);

export const listTopics = endpoint({
  name: 'listTopics',
  method: 'GET',
  path: '/api/topics',
  tag,
  summary: 'The topics one can subscribe to and leave, by name',
  input: z.object({ archived: z.stringbool().optional() }),
  output: z.array(Topic),
});

export const createTopic = endpoint({
  name: 'createTopic',
  method: 'POST',
  path: '/api/topics',
  tag,
  summary: 'Create a topic',
  input: z.object({ name: TopicName, description: TopicDescription.default('') }),
  output: z.object({ id: TopicId }),
});

export const updateTopic = endpoint({
  name: 'updateTopic',
  method: 'PATCH',
  path: '/api/topics/:id',
  tag,
  summary: 'Rename or describe a topic; what people said about it stays',
  input: z.object({ id: TopicId, name: TopicName, description: TopicDescription }),
  output: Ok,
});

export const archiveTopic = endpoint({
  name: 'archiveTopic',
  method: 'POST',
  path: '/api/topics/:id/archive',
  tag,
  summary: 'Put a topic away: no new campaign can choose it, consents and opt-outs stay in force',
  input: z.object({ id: TopicId }),
  output: Ok,
});

export const restoreTopic = endpoint({
  name: 'restoreTopic',
  method: 'POST',
  path: '/api/topics/:id/restore',
  tag,
  summary: 'Bring an archived topic back',
  input: z.object({ id: TopicId }),
  output: Ok,
});

export const ConsentRecord = z.object({
  topicId: TopicId,
  topicName: z.string(),
  channel: z.string(),
  decision: ConsentDecision,
  /** '' is whatever address of this party the channel uses. */
  address: z.string(),
  wording: z.string(),
  source: z.string(),
  evidence: z.string(),
  /** Null where nobody here recorded it (an import, a public page). */
  recordedBy: z.string().nullable(),
  at: Moment,
});
export type ConsentRecord = z.output<typeof ConsentRecord>;

export const OptOut = z.object({
  scope: z.enum(['campaign', 'topic']),
  /** Null for a campaign. */
  topicName: z.string().nullable(),
  topicId: TopicId.nullable(),
  campaignId: z.uuid().nullable(),
  channel: z.string(),
  address: z.string(),
  /** It was another record with the same address that left. */
  byAddress: z.boolean(),
  source: z.string(),
  at: Moment,
  liftedAt: Moment.nullable(),
});
export type OptOut = z.output<typeof OptOut>;

export const SUPPRESSION_KINDS = ['address', 'domain', 'number'] as const;
export const SuppressionKind = z.enum(SUPPRESSION_KINDS);
export const SUPPRESSION_CHANNELS = ['all', 'email', 'sms', 'letter', 'call'] as const;
export const SuppressionChannel = z.enum(SUPPRESSION_CHANNELS);
export const SUPPRESSION_CLASSES = ['marketing', 'all'] as const;
export const SuppressionClass = z.enum(SUPPRESSION_CLASSES);
export const SUPPRESSION_REASONS = ['manual', 'import', 'unsubscribed', 'hard_bounce', 'complaint', 'erased'] as const;
export const SuppressionReason = z.enum(SUPPRESSION_REASONS);

export const Suppression = z.object({
  id: z.uuid(),
  kind: SuppressionKind,
  value: z.string(),
  channel: SuppressionChannel,
  purposeClass: SuppressionClass,
  reason: SuppressionReason,
  note: z.string(),
  recordedBy: z.string().nullable(),
  at: Moment,
  liftedAt: Moment.nullable(),
  liftedBy: z.string().nullable(),
});
export type Suppression = z.output<typeof Suppression>;

const ConsentState = z.object({
  channel: ConsentChannel,
  /** What holds now for the party's present address: `left` where an opt-out overrules what was given. */
  state: z.enum(['none', 'given', 'withdrawn', 'left']),
  /** The record or the opt-out that says so. */
  since: Moment.nullable(),
  record: ConsentRecord.nullable(),
});

/** Whose opens and clicks may be noticed, as the company decides for itself. */
export const TRACKING_RULES = ['everyone', 'consented', 'nobody'] as const;

export const TrackingConsent = z.object({
  rule: z.enum(TRACKING_RULES),
  /** What follows for this party now. */
  tracked: z.boolean(),
  /** The last thing the party said; null when it never said anything. */
  record: ConsentRecord.omit({ topicId: true, topicName: true, channel: true, address: true }).nullable(),
});
export type TrackingConsent = z.output<typeof TrackingConsent>;

export const getPartyConsent = endpoint({
  name: 'getPartyConsent',
  method: 'GET',
  path: '/api/parties/:kind/:id/consent',
  tag,
  summary: 'What a person or company agreed to and left, with the proof, and the suppressions that apply',
  input: z.object({ kind: PartyKind, id: PartyId }),
  output: z.object({
    topics: z.array(
      z.object({ id: TopicId, name: z.string(), archived: z.boolean(), channels: z.array(ConsentState) }),
    ),
    /** Newest first, the last two hundred. */
    records: z.array(ConsentRecord),
    optOuts: z.array(OptOut),
    suppressions: z.array(Suppression),
    tracking: TrackingConsent,
  }),
});
export type PartyConsent = z.output<typeof getPartyConsent.output>;

export const recordConsent = endpoint({
  name: 'recordConsent',
  method: 'POST',
  path: '/api/parties/:kind/:id/consent',
  tag,
  summary: 'Record that a person or company gave or withdrew consent: which words, where from, what proves it',
  input: z.object({
    kind: PartyKind,
    id: PartyId,
    topicId: TopicId,
    channels: z.array(ConsentChannel).min(1),
    decision: ConsentDecision,
    wording: z.string().trim().max(4000).default(''),
    source: ConsentSource,
    evidence: z.string().trim().max(2000).default(''),
  }),
  output: Ok,
});

export const recordTrackingConsent = endpoint({
  name: 'recordTrackingConsent',
  method: 'POST',
  path: '/api/parties/:kind/:id/tracking-consent',
  tag,
  summary: 'Record that a person or company agreed to its opens and clicks being noticed, or took that back',
  input: z.object({
    kind: PartyKind,
    id: PartyId,
    decision: ConsentDecision,
    wording: z.string().trim().max(4000).default(''),
    source: ConsentSource,
    evidence: z.string().trim().max(2000).default(''),
  }),
  output: Ok,
});

export const listSuppressions = endpoint({
  name: 'listSuppressions',
  method: 'GET',
  path: '/api/suppressions',
  tag,
  summary: 'Addresses, domains and numbers not to be used, newest first',
  input: PageInput.extend({
    kind: SuppressionKind.optional(),
    reason: SuppressionReason.optional(),
    /** Also those that were lifted. */
    lifted: z.stringbool().optional(),
  }),
  output: pageOf(Suppression),
});

export const addSuppression = endpoint({
  name: 'addSuppression',
  method: 'POST',
  path: '/api/suppressions',
  tag,
  summary: 'Never use this address, domain or number again',
  input: z.object({
    value: z.string().trim().min(1).max(320),
    channel: SuppressionChannel.default('all'),
    purposeClass: SuppressionClass.default('marketing'),
    note: z.string().trim().max(500).default(''),
  }),
  output: z.object({ id: z.uuid() }),
});

export const importSuppressions = endpoint({
  name: 'importSuppressions',
  method: 'POST',
  path: '/api/suppressions/import',
  tag,
  summary: 'Add many: one address, domain or number a line, or CSV with a heading (value, channel, purpose, note)',
  input: z.object({
    text: z.string().min(1).max(8_000_000),
    /** Where a line does not say otherwise. */
    channel: SuppressionChannel.default('all'),
    purposeClass: SuppressionClass.default('marketing'),
  }),
  output: z.object({
    rows: z.number().int(),
    added: z.number().int(),
    /** In force already, or twice in the list. */
    already: z.number().int(),
    refused: z.number().int(),
    /** The first hundred that were refused. */
    refusals: z.array(
      z.object({
        line: z.number().int(),
        value: z.string(),
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
  }),
});
export type SuppressionImport = z.output<typeof importSuppressions.output>;

export const liftSuppression = endpoint({
  name: 'liftSuppression',
  method: 'POST',
  path: '/api/suppressions/:id/lift',
  tag,
  summary: 'Allow it again; who lifted it and when is kept',
  input: z.object({ id: z.uuid() }),
  output: Ok,
});

/** All that is in force, as CSV that can be imported again. */
export const SUPPRESSION_EXPORT = '/api/suppressions/export.csv';
