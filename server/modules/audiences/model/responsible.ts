import type { Condition, Leaf } from './conditions.ts';

export type Outcome = (leaf: Leaf) => boolean;

/** Whether all of it holds, by the outcome of each leaf. */
export const holds = (condition: Condition, outcome: Outcome): boolean => {
  if (condition.kind === 'leaf') return outcome(condition.leaf);
  const { match, of } = condition;
  if (of.length === 0) return true;
  if (match === 'all') return of.every((inner) => holds(inner, outcome));
  const any = of.some((inner) => holds(inner, outcome));
  return match === 'any' ? any : !any;
};

/**
 * The leaves that make it hold or fail as it does: those that fail where all are needed, those that hold where one is enough. Of a segment
 * the conditions inside, as far as they tell.
 */
export const responsible = (condition: Condition, outcome: Outcome): Leaf[] => {
  if (condition.kind === 'leaf') {
    const inner = condition.inside === null ? [] : responsible(condition.inside, outcome);
    return inner.length > 0 ? inner : [condition.leaf];
  }
  const { match, of } = condition;
  const result = holds(condition, outcome);
  const needed = match === 'none' ? !result : result;
  const every = match === 'all' ? needed : !needed;
  const deciding = every ? of : of.filter((inner) => holds(inner, outcome) === needed);
  return deciding.flatMap((inner) => responsible(inner, outcome));
};
