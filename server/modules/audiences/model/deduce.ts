import type { AudienceConditions, Condition, Leaf } from './conditions.ts';

export type Deduced = Map<Leaf, boolean>;

const OPPOSITE = { all: 'any', any: 'all' } as const;

/** What each leaf must have been, if all of this was `held`; a leaf that could have been either way is left out. */
const from = (condition: Condition, held: boolean, told: Deduced): void => {
  if (condition.kind === 'leaf') {
    const { leaf, inside } = condition;
    // Of assets it is only known that there was one which met it: nothing follows for the others.
    if (leaf.partyKind === 'asset' && !held) return;
    told.set(leaf, held);
    const negated = leaf.rule.kind === 'segment' && leaf.rule.negate;
    if (inside !== null) from(inside, negated ? !held : held, told);
    return;
  }
  const { match, of } = condition;
  const [asked, wanted] = match === 'none' ? (['any', !held] as const) : ([match, held] as const);
  // All of them hold, or none of one-is-enough: each is known. Otherwise only one that stands alone is.
  const decided = (wanted ? asked : OPPOSITE[asked]) === 'all';
  if (decided || of.length === 1) for (const inner of of) from(inner, wanted, told);
};

/** What follows for the conditions from a line being there because of the rules. */
export const deduceFromLine = ({ include, exclude }: AudienceConditions): Deduced => {
  const told: Deduced = new Map();
  from({ kind: 'group', match: 'any', of: include }, true, told);
  for (const condition of exclude) from(condition, false, told);
  return told;
};

/** What follows from a party of this kind having no line: whatever selects that kind did not hold, unless an exclusion may be the reason. */
export const deduceFromAbsence = ({ include, exclude }: AudienceConditions, kind: Leaf['partyKind']): Deduced => {
  const told: Deduced = new Map();
  if (exclude.length > 0) return told;
  for (const condition of include) if (kindOf(condition) === kind) from(condition, false, told);
  return told;
};

const kindOf = (condition: Condition): Leaf['partyKind'] | null => {
  if (condition.kind === 'leaf') return condition.leaf.partyKind;
  const [first] = condition.of;
  return first === undefined ? null : kindOf(first);
};
