import type { OutputOf } from '../../../contract/endpoint.ts';
import type { Language } from '../../../contract/messages/languages.ts';
import type { Party } from '../../../contract/runs.ts';
import type { whyInRun } from '../../../contract/why.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { conditionsFor, isAsked, sentenceOf, writtenSeen } from './ask-conditions.ts';
import { withChosenNames } from './choices.ts';
import { type AudienceConditions, conditionsOf, leavesOf } from './model/conditions.ts';
import { type Deduced, deduceFromAbsence, deduceFromLine } from './model/deduce.ts';
import { type LineThen, linesSince } from './model/lines-since.ts';
import type { VerdictInput } from './verdict-input.ts';
import { askedGates, linesFor } from './why-person.ts';

type Since = Pick<OutputOf<typeof whyInRun>, 'rules' | 'lines'>;

export interface EarlierQuestion extends VerdictInput {
  /** What it names is no more: it cannot be asked as a whole. */
  broken: boolean;
}

/** Whether the addressing makes a line of its own for everyone selected of this kind. */
const makesOwnLine = (kind: Party['kind'], { addressing }: VerdictInput): boolean =>
  kind === 'lead' || addressing === 'both' || addressing === kind;

/** What was written down says only that there was a line, and where it came from; the rest follows as far as it does. */
const heldThen = (
  question: VerdictInput,
  conditions: AudienceConditions,
  kind: Party['kind'],
  lines: readonly LineThen[],
): Deduced => {
  const own = lines.filter(({ partyKind }) => partyKind === kind);
  if (own.some(({ origin }) => origin === 'rule')) return deduceFromLine(conditions);
  if (own.length > 0 || question.scope === 'hand' || !makesOwnLine(kind, question)) return new Map();
  return deduceFromAbsence(conditions, kind);
};

const rulesSince = async (
  db: Db,
  question: VerdictInput,
  party: { kind: Party['kind']; id: string },
  lines: readonly LineThen[],
  language: Language,
): Promise<Since['rules']> => {
  const conditions = conditionsOf(question.audience, question.rules.segments);
  const leaves = leavesOf(conditions).filter((leaf) => isAsked(party.kind, leaf));
  const then = heldThen(question, conditions, party.kind, lines);
  const now = await conditionsFor(db, leaves, question, party);
  const rules = await withChosenNames(db, question.rules, leaves);
  return leaves.map((leaf, index) => ({
    path: leaf.path,
    sentence: sentenceOf(leaf, rules, language),
    before: then.get(leaf) ?? null,
    now: now?.[index]?.holds ?? null,
    seen: writtenSeen(leaf, now?.[index]?.seen ?? null, rules, language),
  }));
};

/** What was written down of a party, beside what the same question would answer now. `there` is false when the record is gone. */
export const whySince = async (
  db: Db,
  question: EarlierQuestion,
  { there, ...party }: { kind: Party['kind']; id: string; there: boolean },
  then: readonly LineThen[],
  language: Language,
): Promise<Since> => {
  const order = askedGates(question).map(({ reason }) => reason);
  const [now, rules] = await Promise.all([
    there && !question.broken ? linesFor(db, question, party) : [],
    rulesSince(db, question, party, then, language),
  ]);
  return { rules, lines: linesSince(then, now, order) };
};
