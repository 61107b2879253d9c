import type { Audience, RulePartyKind } from '../../../../contract/audience.ts';
import type { FieldRule, RelatedRule, Rule, SegmentRule } from '../../../../contract/rule.ts';
import type { SegmentTerms } from './segment-tree.ts';

export interface Leaf {
  /** `rule.tree.rules.0`, `include.1`; inside a segment the path goes on: `include.1.rules.0`. */
  path: string;
  partyKind: RulePartyKind;
  rule: FieldRule | SegmentRule | RelatedRule;
}

type Segments = ReadonlyMap<string, SegmentTerms>;

const within = (rule: Rule, path: string, partyKind: RulePartyKind, segments: Segments): Leaf[] => {
  if (rule.kind === 'group')
    return rule.rules.flatMap((inner, index) => within(inner, `${path}.rules.${index}`, partyKind, segments));
  if (rule.kind !== 'segment') return [{ path, partyKind, rule }];
  const segment = segments.get(rule.segmentId);
  const inside = segment === undefined ? [] : within(segment.rule, path, segment.partyKind, segments);
  return [{ path, partyKind, rule }, ...inside];
};

/** Every condition of an audience in order, each segment followed by its own. */
export const leavesOf = ({ include, rule, exclude }: Audience, segments: Segments): Leaf[] => {
  const named = (list: 'include' | 'exclude', ids: Audience['include']) =>
    ids.flatMap((segmentId, index) => {
      const partyKind = segments.get(segmentId)?.partyKind ?? 'contact';
      return within({ kind: 'segment', segmentId, negate: false }, `${list}.${index}`, partyKind, segments);
    });
  return [
    ...named('include', include),
    ...(rule === null ? [] : within(rule.tree, 'rule.tree', rule.partyKind, segments)),
    ...named('exclude', exclude),
  ];
};
