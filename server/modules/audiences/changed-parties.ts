import { type RawBuilder, sql } from 'kysely';
import type { Language } from '../../../contract/messages/languages.ts';
import { PARTY_KINDS, type Party } from '../../../contract/runs.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { askConditions, sentenceOf } from './ask-conditions.ts';
import { FROM, idOf } from './candidates.ts';
import { withChosenNames } from './choices.ts';
import { ALIAS } from './compiling.ts';
import { type BothRules, becauseOf, type ChangedLine } from './model/because.ts';
import { conditionsOf, type Leaf, leavesOf } from './model/conditions.ts';
import { partyName } from './party-names.ts';
import type { VerdictInput } from './verdict-input.ts';

/** More conditions than this are not asked one by one: then it is told that the rules made it so, and not which. */
const MOST_ASKED = 500;

/** The conditions of the earlier question and of today's, each once. */
export interface AskedBoth {
  before: VerdictInput;
  now: VerdictInput;
  /** None when they are too many to ask. */
  leaves: readonly { leaf: Leaf; input: VerdictInput }[];
  tooMany: boolean;
}

const withNames = async (db: Db, input: VerdictInput): Promise<AskedBoth['leaves']> => {
  const leaves = leavesOf(conditionsOf(input.audience, input.rules.segments));
  const rules = await withChosenNames(db, input.rules, leaves.slice(0, MOST_ASKED));
  return leaves.map((leaf) => ({ leaf, input: { ...input, rules } }));
};

export const askBoth = async (db: Db, before: VerdictInput, now: VerdictInput): Promise<AskedBoth> => {
  const all = [...(await withNames(db, before)), ...(await withNames(db, now))];
  const once = [...new Map(all.map((one) => [one.leaf.question, one])).values()];
  const tooMany = once.length > MOST_ASKED;
  return { before, now, leaves: tooMany ? [] : once, tooMany };
};

const ofKind = (asked: AskedBoth, kind: Party['kind'], since: Date): RawBuilder<unknown> => {
  const outcomes = asked.leaves.map(
    ({ leaf, input }) => askConditions([leaf], input, kind, { single: false })[0]!.holds,
  );
  return sql`
    select party_asked.*, true as there, ${sql.ref(`${ALIAS[kind]}.created_at`)} > ${since} as made,
      ${partyName(sql.lit(kind), idOf(kind))} as name, array[${sql.join(outcomes)}]::boolean[] as outcomes
    from ${FROM[kind]} join changed as party_asked on party_asked.id = ${idOf(kind)} and party_asked.party_kind = ${sql.lit(kind)}`;
};

/**
 * The rows of `changed` (party_kind, id and what the caller needs), each with `there`, `made` since the moment, `name` and the `outcomes` of
 * the conditions; one set for each kind, nobody singly.
 */
export const withOutcomes = (asked: AskedBoth, since: Date): RawBuilder<unknown> => sql`
  ${sql.join(
    PARTY_KINDS.map((kind) => ofKind(asked, kind, since)),
    sql` union all `,
  )}
  union all
  select gone.*, false, false, null, null::boolean[] from changed as gone
  where not exists (select from contact where gone.party_kind = 'contact' and contact.id = gone.id)
    and not exists (select from company where gone.party_kind = 'company' and company.id = gone.id)
    and not exists (select from lead where gone.party_kind = 'lead' and lead.id = gone.id)`;

const BY_RULES = new Set<ToldBecause['cause']>(['rule', 'edited', 'terms']);

export interface ToldBecause {
  cause: ReturnType<typeof becauseOf>['cause'];
  reason: string | null;
  rules: string[];
}

/** Tells of each row what made it so, in words. */
export const tellBecause = (
  asked: AskedBoth,
  language: Language,
): ((line: ChangedLine & { outcomes: readonly (boolean | null)[] | null }) => ToldBecause) => {
  const [before, now] = [asked.before, asked.now].map(({ audience, rules }) => conditionsOf(audience, rules.segments));
  const places = new Map(asked.leaves.map(({ leaf }, index) => [leaf.question, index]));
  return (line) => {
    const outcome = (leaf: Leaf) => line.outcomes?.[places.get(leaf.question) ?? -1] ?? false;
    const rules: BothRules = { before: before!, now: now!, outcome };
    const { cause, reason, leaves } = becauseOf(line, rules);
    if (asked.tooMany) return { cause: BY_RULES.has(cause) ? 'rule' : cause, reason, rules: [] };
    const sentences = leaves.map((leaf) => {
      const { input } = asked.leaves[places.get(leaf.question) ?? 0]!;
      return sentenceOf(leaf, input.rules, language);
    });
    return { cause, reason, rules: [...new Set(sentences)] };
  };
};
