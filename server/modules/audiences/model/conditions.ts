import type { Audience, RulePartyKind } from '../../../../contract/audience.ts';
import type { FieldRule, Match, RelatedRule, Rule, SegmentRule } from '../../../../contract/rule.ts';
import type { SegmentTerms } from './segment-tree.ts';

export interface Leaf {
  /** `rule.tree.rules.0`, `include.1`; inside a segment the path goes on: `include.1.rules.0`. */
  path: string;
  partyKind: RulePartyKind;
  rule: FieldRule | SegmentRule | RelatedRule;
  /** Equal where the same is asked, wherever it stands; of a segment with all that it asks. */
  question: string;
}

/** A tree of conditions with every segment opened: `inside` is what the segment of a leaf asks. */
export type Condition =
  | { kind: 'leaf'; leaf: Leaf; inside: Condition | null }
  | { kind: 'group'; match: Match; of: readonly Condition[] };

/** What selects (one of them is enough), and what takes out again. */
export interface AudienceConditions {
  include: readonly Condition[];
  exclude: readonly Condition[];
}

type Segments = ReadonlyMap<string, SegmentTerms>;

const questionOf = (condition: Condition | null): unknown =>
  condition?.kind === 'group' ? [condition.match, ...condition.of.map(questionOf)] : condition?.leaf.question;

const opened = (rule: Rule, path: string, partyKind: RulePartyKind, segments: Segments): Condition => {
  if (rule.kind === 'group') {
    const of = rule.rules.map((inner, index) => opened(inner, `${path}.rules.${index}`, partyKind, segments));
    return { kind: 'group', match: rule.match, of };
  }
  const segment = rule.kind === 'segment' ? segments.get(rule.segmentId) : undefined;
  const inside = segment ? opened(segment.rule, path, segment.partyKind, segments) : null;
  const question = JSON.stringify([partyKind, rule, questionOf(inside)]);
  return { kind: 'leaf', leaf: { path, partyKind, rule, question }, inside };
};

export const conditionsOf = ({ include, rule, exclude }: Audience, segments: Segments): AudienceConditions => {
  const named = (list: 'include' | 'exclude', ids: Audience['include']) =>
    ids.map((segmentId, index) => {
      const partyKind = segments.get(segmentId)?.partyKind ?? 'contact';
      return opened({ kind: 'segment', segmentId, negate: false }, `${list}.${index}`, partyKind, segments);
    });
  return {
    include: [
      ...named('include', include),
      ...(rule === null ? [] : [opened(rule.tree, 'rule.tree', rule.partyKind, segments)]),
    ],
    exclude: named('exclude', exclude),
  };
};

const within = (condition: Condition): Leaf[] =>
  condition.kind === 'group'
    ? condition.of.flatMap(within)
    : [condition.leaf, ...(condition.inside === null ? [] : within(condition.inside))];

/** Every condition in order, each segment followed by its own. */
export const leavesOf = ({ include, exclude }: AudienceConditions): Leaf[] => [...include, ...exclude].flatMap(within);
