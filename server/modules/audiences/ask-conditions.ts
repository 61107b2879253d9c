import { type RawBuilder, sql } from 'kysely';
import { mayName } from '../../../contract/audience.ts';
import type { Language } from '../../../contract/messages/languages.ts';
import { conditionSentence, valueText } from '../../../contract/rule-sentence.ts';
import type { Party } from '../../../contract/runs.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { compilingOf, FROM, idOf } from './candidates.ts';
import { compileNode, measureNode } from './compile-rule.ts';
import { ALIAS, type LoadedRules } from './compiling.ts';
import type { Leaf } from './model/conditions.ts';
import type { VerdictInput } from './verdict-input.ts';

type PartyKind = Party['kind'];
type Holds = RawBuilder<boolean | null>;

interface Asked {
  holds: Holds;
  /** The value that it looks at, as text. */
  seen: RawBuilder<string | null>;
}

/** A firm is not asked about conditions on people, and a lead only about those on leads. */
export const isAsked = (kind: PartyKind, { partyKind }: Leaf): boolean =>
  mayName(kind, partyKind) || (partyKind === 'asset' && kind !== 'lead');

const seenOf = ({ rule, partyKind }: Leaf, input: VerdictInput): Asked['seen'] => {
  const { rules } = input;
  if (rule.kind === 'related') return measureNode(rule, partyKind, compilingOf(input));
  const field = rule.kind === 'field' ? rules.fields.get(rule.field) : undefined;
  if (field === undefined) return sql`null::text`;
  const alias = ALIAS[field.entity as keyof typeof ALIAS];
  return field.asText?.(alias) ?? sql<string | null>`(${field.sql(alias)})::text`;
};

/** A condition on assets is asked of those that one owns: what is told are those that meet it. */
const ofOwned = (holds: RawBuilder<unknown>, kind: PartyKind): Asked => {
  const owner = kind === 'contact' ? sql`thing.contact_id = party_asked.id` : sql`thing.company_id = party_asked.id`;
  const owned = sql`from ${FROM.asset} where ${owner} and ${holds}`;
  return {
    holds: sql`exists (select ${owned})`,
    seen: sql`(select string_agg(owned.name, ', ') from (select thing.name ${owned} order by thing.name limit 5) as owned)`,
  };
};

/** Null where the field or segment it names is no more: then nobody can be asked. */
const compiled = (leaf: Leaf, input: VerdictInput, single: boolean): RawBuilder<boolean> | null => {
  try {
    return sql`coalesce((${compileNode(leaf.rule, leaf.partyKind, { ...compilingOf(input), single })}), false)`;
  } catch (error) {
    if (error instanceof Invalid) return null;
    throw error;
  }
};

/** Each condition over `FROM` of the kind, joined to those who are asked as `party_asked`; `single`: that is one. */
export const askConditions = (
  leaves: readonly Leaf[],
  input: VerdictInput,
  kind: PartyKind,
  { single }: { single: boolean },
): Asked[] =>
  leaves.map((leaf) => {
    const holds = isAsked(kind, leaf) ? compiled(leaf, input, single) : null;
    if (holds === null) return { holds: sql`null::boolean`, seen: sql`null::text` };
    return leaf.partyKind === 'asset' ? ofOwned(holds, kind) : { holds, seen: seenOf(leaf, input) };
  });

/** The outcome of each condition for one party; null when there is no such party. */
export const conditionsFor = async (
  db: Db | Tx,
  leaves: readonly Leaf[],
  input: VerdictInput,
  { kind, id }: { kind: PartyKind; id: string },
): Promise<{ holds: boolean | null; seen: string | null }[] | null> => {
  if (leaves.length === 0) return [];
  const asked = askConditions(leaves, input, kind, { single: true });
  const { rows } = await sql<{ holds: (boolean | null)[]; seen: (string | null)[] }>`
    select array[${sql.join(asked.map(({ holds }) => holds))}]::boolean[] as holds,
      array[${sql.join(asked.map(({ seen }) => seen))}]::text[] as seen
    from ${FROM[kind]} join (select ${id}::uuid as id) as party_asked on party_asked.id = ${idOf(kind)}`.execute(db);
  const found = rows[0];
  if (found === undefined) return null;
  return leaves.map((_, index) => ({ holds: found.holds[index] ?? null, seen: found.seen[index] ?? null }));
};

/** What a condition saw, as a person reads it; of assets it is their names already, of related records how many or how much. */
export const writtenSeen = (
  { rule, partyKind }: Leaf,
  seen: string | null,
  rules: LoadedRules,
  language: Language,
): string | null => {
  const named = rule.kind === 'field' ? rule.field : rule.kind === 'related' ? rule.sum : null;
  const field = named === null || partyKind === 'asset' ? undefined : rules.fields.get(named);
  return seen === null || field === undefined ? seen : valueText(seen, field, language);
};

/** The condition as a person would say it. */
export const sentenceOf = ({ rule, partyKind }: Leaf, rules: LoadedRules, language: Language): string =>
  conditionSentence(rule, {
    language,
    partyKind,
    field: (name) => rules.fields.get(name),
    relation: (name) => rules.relations.get(name),
    segmentName: (id) => rules.segments.get(id)?.name,
  });
