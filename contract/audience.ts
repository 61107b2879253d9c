import { z } from 'zod';
import { ActionId, RunId, SegmentId } from './ids.ts';
import { RuleTree } from './rule.ts';

/** What a rule selects: people, firms, those who may become customers, or what people and firms own. */
export const RULE_PARTY_KINDS = ['contact', 'company', 'lead', 'asset'] as const;
export const RulePartyKind = z.enum(RULE_PARTY_KINDS);
export type RulePartyKind = z.output<typeof RulePartyKind>;

/** Whose fields a rule may name: of a person also his firm's, of an asset also its owner's. */
export const SCOPE_OF = {
  contact: ['contact', 'company'],
  company: ['company'],
  lead: ['lead'],
  asset: ['asset', 'contact', 'company'],
} as const satisfies Record<RulePartyKind, readonly RulePartyKind[]>;

/** Whether a rule over the one kind may name a segment of the other: a person is in a segment of companies with his firm. */
export const mayName = (kind: RulePartyKind, ofSegment: RulePartyKind): boolean =>
  (SCOPE_OF[kind] as readonly RulePartyKind[]).includes(ofSegment);

/**
 * Which of an earlier action’s group: opens and clicks by humans, answers to the campaign’s invitation; `not_…` of those it was sent to;
 * `joined_since` were not in it: who came to match its audience after it went. */
export const GROUPS_OF_ACTION = [
  'all',
  'sent',
  'reached',
  'not_reached',
  'opened',
  'not_opened',
  'clicked',
  'not_clicked',
  'answered_yes',
  'answered_no',
  'answered_maybe',
  'not_answered',
  'placed',
  'waiting',
  'joined_since',
] as const;
export type GroupOfAction = (typeof GROUPS_OF_ACTION)[number];

/**
 * Whom an action is meant for: everyone in one of the included segments, or who meets the rule, or who was in the copied group of an
 * earlier run, each once; without those of the excluded segments. People added or removed by hand are kept beside (`hand_pick`).
 */
export const Audience = z.object({
  include: z.array(SegmentId).max(100).default([]),
  rule: z.object({ partyKind: RulePartyKind, tree: RuleTree }).nullable().default(null),
  exclude: z.array(SegmentId).max(100).default([]),
  /** The group of an earlier run, or of all runs of an earlier action, copied as it was and not selected anew. */
  copyOf: z
    .union([
      z.object({ runId: RunId, which: z.enum(['all', 'sent', 'reached']) }),
      z.object({ actionId: ActionId, which: z.enum(GROUPS_OF_ACTION) }),
    ])
    .nullable()
    .default(null),
  /** Leave out whoever this campaign already reached. */
  leaveOutReached: z.boolean().default(false),
  /** A rule over assets makes one line per asset instead of one per owner. */
  perAsset: z.boolean().default(false),
});
export type Audience = z.output<typeof Audience>;

export const NO_AUDIENCE: Audience = {
  include: [],
  rule: null,
  exclude: [],
  copyOf: null,
  leaveOutReached: false,
  perAsset: false,
};

/** Whether the audience selects anybody by itself; people added by hand come on top. */
export const selectsSomebody = (audience: Audience): boolean =>
  audience.include.length > 0 || audience.rule !== null || audience.copyOf !== null;
