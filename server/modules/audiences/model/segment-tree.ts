import { mayName, type RulePartyKind, SCOPE_OF } from '../../../../contract/audience.ts';
import { checkRule, type RuleProblem } from '../../../../contract/check-rule.ts';
import { RULE_LIMITS, type Rule, type RuleTree } from '../../../../contract/rule.ts';
import type { RuleField, RuleRelation } from '../../../../contract/rule-fields.ts';

export interface SegmentTerms {
  id: string;
  name: string;
  partyKind: RulePartyKind;
  rule: RuleTree;
}

export interface TreeProblem {
  field: string;
  code:
    | RuleProblem['code']
    | 'rule_too_deep'
    | 'rule_too_many'
    | 'rule_unknown_segment'
    | 'rule_segment_of_people'
    | 'rule_broken_segment'
    | 'rule_segment_cycle';
  params: Record<string, string | number>;
}

export interface Terms {
  fields: ReadonlyMap<string, RuleField>;
  relations: ReadonlyMap<string, RuleRelation>;
  segments: ReadonlyMap<string, SegmentTerms>;
}

const segmentsOf = (rule: Rule): string[] =>
  rule.kind === 'group' ? rule.rules.flatMap(segmentsOf) : rule.kind === 'segment' ? [rule.segmentId] : [];

/** The segments that a tree names itself. */
export const namedSegments = (tree: RuleTree): string[] => [...new Set(segmentsOf(tree))];

export interface Size {
  levels: number;
  leaves: number;
}

/** The size of trees with their segments opened up; each segment is measured once, so that doubling chains cost nothing to refuse. */
export const treeSize = (tree: RuleTree, { segments }: Terms): Size => {
  const known = new Map<string, Size>();
  const measureSegment = (id: string): Size => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const segment = segments.get(id);
    const size = segment === undefined ? { levels: 0, leaves: 1 } : measure(segment.rule);
    known.set(id, size);
    return size;
  };
  const measure = (rule: Rule): Size => {
    if (rule.kind === 'field') return { levels: 0, leaves: 1 };
    if (rule.kind === 'segment') return measureSegment(rule.segmentId);
    if (rule.kind === 'related') {
      const { levels, leaves } = measure(rule.where);
      return { levels, leaves: leaves + 1 };
    }
    const inner = rule.rules.map(measure);
    return {
      levels: 1 + inner.reduce((most, { levels }) => Math.max(most, levels), 0),
      leaves: inner.reduce((sum, { leaves }) => sum + leaves, 0),
    };
  };
  return measure(tree);
};

/** The segment through which a tree, or a segment, comes back to one that is already open. */
const findCycle = (
  ids: readonly string[],
  open: readonly string[],
  closed: Set<string>,
  terms: Terms,
): SegmentTerms | null => {
  for (const id of ids) {
    const segment = terms.segments.get(id);
    if (segment === undefined || closed.has(id)) continue;
    if (open.includes(id)) return segment;
    const found = findCycle(namedSegments(segment.rule), [...open, id], closed, terms);
    if (found !== null) return found;
    closed.add(id);
  }
  return null;
};

const checkSegmentLeaves = (tree: RuleTree, partyKind: RulePartyKind, at: string, terms: Terms): TreeProblem[] =>
  tree.rules.flatMap((rule, index): TreeProblem[] => {
    const here = at === '' ? `rules.${index}` : `${at}.rules.${index}`;
    if (rule.kind === 'group') return checkSegmentLeaves(rule, partyKind, here, terms);
    return rule.kind === 'segment' ? checkSegment(rule.segmentId, partyKind, here, terms) : [];
  });

/** One named segment: it must exist, fit the kind, and not come back to itself. */
export const checkSegment = (id: string, partyKind: RulePartyKind | null, at: string, terms: Terms): TreeProblem[] => {
  const segment = terms.segments.get(id);
  if (segment === undefined) return [{ field: at, code: 'rule_unknown_segment', params: {} }];
  if (partyKind !== null && !mayName(partyKind, segment.partyKind))
    return [{ field: at, code: 'rule_segment_of_people', params: { name: segment.name } }];
  const cycle = findCycle([id], [], new Set(), terms);
  if (cycle !== null) return [{ field: at, code: 'rule_segment_cycle', params: { name: cycle.name } }];
  const broken = findBroken([id], new Set(), terms);
  return broken === null ? [] : [{ field: at, code: 'rule_broken_segment', params: broken }];
};

/** A segment, among those named and those they name, that asks about a field or relation there is no more. */
const findBroken = (
  ids: readonly string[],
  seen: Set<string>,
  terms: Terms,
): { name: string; field: string } | null => {
  for (const id of ids) {
    const segment = terms.segments.get(id);
    if (segment === undefined || seen.has(id)) continue;
    seen.add(id);
    const gone = checkRule(segment.rule, { scope: SCOPE_OF[segment.partyKind], ...terms }, '').find(
      ({ code }) => code === 'rule_unknown_field' || code === 'rule_unknown_relation',
    );
    if (gone !== undefined) return { name: segment.name, field: String(gone.params.name) };
    const inner = findBroken(namedSegments(segment.rule), seen, terms);
    if (inner !== null) return inner;
  }
  return null;
};

const tooLarge = ({ levels, leaves }: Size, at: string): TreeProblem[] => {
  if (levels > RULE_LIMITS.levels) return [{ field: at, code: 'rule_too_deep', params: { max: RULE_LIMITS.levels } }];
  if (leaves > RULE_LIMITS.leaves) return [{ field: at, code: 'rule_too_many', params: { max: RULE_LIMITS.leaves } }];
  return [];
};

/** Everything wrong with a tree whose segments are loaded; `at` is where it stands in the input. */
export const checkTree = (tree: RuleTree, partyKind: RulePartyKind, at: string, terms: Terms): TreeProblem[] => {
  const problems = [
    ...checkRule(tree, { scope: SCOPE_OF[partyKind], ...terms }, at),
    ...checkSegmentLeaves(tree, partyKind, at, terms),
  ];
  return problems.length > 0 ? problems : tooLarge(treeSize(tree, terms), at);
};
