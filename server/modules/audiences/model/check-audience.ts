import type { Audience } from '../../../../contract/audience.ts';
import { RULE_LIMITS, type RuleTree } from '../../../../contract/rule.ts';
import { checkSegment, checkTree, type Terms, type TreeProblem, treeSize } from './segment-tree.ts';

/** All that an audience asks, as one tree: only to weigh it. */
const whole = ({ include, exclude, rule }: Audience): RuleTree => ({
  kind: 'group',
  match: 'all',
  rules: [
    ...[...include, ...exclude].map((segmentId) => ({ kind: 'segment' as const, segmentId, negate: false })),
    ...(rule?.tree.rules ?? []),
  ],
});

/** Everything wrong with an audience whose segments are loaded; `at` is where it stands in the input. */
export const checkAudience = (audience: Audience, at: string, terms: Terms): TreeProblem[] => {
  const named = (list: 'include' | 'exclude') =>
    audience[list].flatMap((id, index) => checkSegment(id, null, `${at}.${list}.${index}`, terms));
  const { rule } = audience;
  const problems = [
    ...named('include'),
    ...named('exclude'),
    ...(rule === null ? [] : checkTree(rule.tree, rule.partyKind, `${at}.rule.tree`, terms)),
  ];
  if (problems.length > 0) return problems;
  const { leaves } = treeSize(whole(audience), terms);
  return leaves > RULE_LIMITS.leaves ? [{ field: at, code: 'rule_too_many', params: { max: RULE_LIMITS.leaves } }] : [];
};
