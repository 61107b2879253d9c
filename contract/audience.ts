import { z } from 'zod';
import { RunId, SegmentId } from './ids.ts';
import { RuleTree } from './rule.ts';

/** Whom a rule selects: people, or firms. */
export const RULE_PARTY_KINDS = ['contact', 'company'] as const;
export const RulePartyKind = z.enum(RULE_PARTY_KINDS);
export type RulePartyKind = z.output<typeof RulePartyKind>;

/**
 * Whom an action is meant for: everyone in one of the included segments, or who meets the rule, or who was in the copied group of an
 * earlier run, each once; without those of the excluded segments. People added or removed by hand are kept beside (`hand_pick`).
 */
export const Audience = z.object({
  include: z.array(SegmentId).max(100).default([]),
  rule: z.object({ partyKind: RulePartyKind, tree: RuleTree }).nullable().default(null),
  exclude: z.array(SegmentId).max(100).default([]),
  /** The group of an earlier run, copied literally: everyone matched, everyone sent to, or everyone it reached. */
  copyOf: z
    .object({ runId: RunId, which: z.enum(['all', 'sent', 'reached']) })
    .nullable()
    .default(null),
  /** Leave out whoever this campaign already reached. */
  leaveOutReached: z.boolean().default(false),
});
export type Audience = z.output<typeof Audience>;

export const NO_AUDIENCE: Audience = { include: [], rule: null, exclude: [], copyOf: null, leaveOutReached: false };

/** Whether the audience selects anybody by itself; people added by hand come on top. */
export const selectsSomebody = (audience: Audience): boolean =>
  audience.include.length > 0 || audience.rule !== null || audience.copyOf !== null;
