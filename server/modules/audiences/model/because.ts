import type { ChangeCause, ChangeSide } from '../../../../contract/audience-changes.ts';
import type { Line, Party } from '../../../../contract/runs.ts';
import { type AudienceConditions, type Condition, type Leaf, leavesOf } from './conditions.ts';
import { holds, type Outcome, responsible } from './responsible.ts';

/** What is known of a line that is planned on one side only. */
export interface ChangedLine {
  side: ChangeSide;
  partyKind: Party['kind'];
  /** The record is still there. */
  there: boolean;
  /** It was made after the earlier list. */
  made: boolean;
  /** The first gate that refused, and what brought the line; null where there was no line, or no gate refused. */
  beforeReason: string | null;
  beforeOrigin: Line['origin'] | null;
  nowReason: string | null;
  nowOrigin: Line['origin'] | null;
}

/** The rules of the earlier list and those of now, with the outcome of each condition at this moment. */
export interface BothRules {
  before: AudienceConditions;
  now: AudienceConditions;
  outcome: Outcome;
}

export interface Because {
  cause: ChangeCause;
  reason: string | null;
  leaves: Leaf[];
}

const NOTHING: Condition = { kind: 'group', match: 'none', of: [{ kind: 'group', match: 'all', of: [] }] };

const whole = ({ include, exclude }: AudienceConditions): Condition => ({
  kind: 'group',
  match: 'all',
  of: [
    include.length === 0 ? NOTHING : { kind: 'group', match: 'any', of: include },
    { kind: 'group', match: 'none', of: exclude },
  ],
});

const without = (leaves: readonly Leaf[], others: readonly Leaf[]): Leaf[] => {
  const known = new Set(others.map(({ question }) => question));
  return leaves.filter((leaf) => !known.has(leaf.question));
};

/** Where the rules are other ones: what was put in, else what was taken out, else what decides now. */
const editedLeaves = ({ before, now, outcome }: BothRules): Leaf[] => {
  const decidingNow = responsible(whole(now), outcome);
  const put = without(decidingNow, leavesOf(before));
  const taken = without(responsible(whole(before), outcome), leavesOf(now));
  return [put, taken, decidingNow].find((leaves) => leaves.length > 0) ?? [];
};

/** By the rules alone: the earlier ones answer otherwise today, or others have taken their place. */
const byRules = (side: ChangeSide, rules: BothRules): Because => {
  const wanted = side === 'joined';
  const [before, now] = [whole(rules.before), whole(rules.now)];
  if (holds(before, rules.outcome) === wanted)
    return { cause: 'rule', reason: null, leaves: responsible(before, rules.outcome) };
  if (holds(now, rules.outcome) === wanted) return { cause: 'edited', reason: null, leaves: editedLeaves(rules) };
  return { cause: 'terms', reason: null, leaves: [] };
};

const plainly = (cause: ChangeCause, reason: string | null = null): Because => ({ cause, reason, leaves: [] });
const byHand = (origin: ChangedLine['nowOrigin']) => origin === 'hand' || origin === 'import';

/** Rules on people alone say nothing of a firm: its line comes and goes with them. */
const throughPeople = ({ partyKind }: ChangedLine, { before, now }: BothRules): boolean =>
  partyKind === 'company' &&
  ![...before.include, ...now.include].some((condition) =>
    leavesOf({ include: [condition], exclude: [] }).some((leaf) => leaf.partyKind !== 'contact'),
  );

/** What made somebody join or leave. */
export const becauseOf = (line: ChangedLine, rules: BothRules): Because => {
  const joined = line.side === 'joined';
  if (!line.there) return plainly('gone');
  const reason = joined ? line.beforeReason : line.nowReason;
  if (reason !== null) return plainly('gate', reason);
  const origin = joined ? line.nowOrigin : line.beforeOrigin;
  if (byHand(origin)) return plainly('hand');
  if (origin === 'copy') return plainly('copy');
  if (throughPeople(line, rules)) return plainly('people');
  if (joined && line.made) return { cause: 'made', reason: null, leaves: responsible(whole(rules.now), rules.outcome) };
  return byRules(line.side, rules);
};
