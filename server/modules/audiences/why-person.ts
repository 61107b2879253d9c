import { type RawBuilder, sql } from 'kysely';
import { mayName } from '../../../contract/audience.ts';
import type { OutputOf } from '../../../contract/endpoint.ts';
import type { Language } from '../../../contract/messages/languages.ts';
import { conditionSentence } from '../../../contract/rule-sentence.ts';
import type { Party, whyParty } from '../../../contract/runs.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { Gate, GateContext } from '../consent/index.ts';
import { compilingOf, FROM, idOf } from './candidates.ts';
import { compileNode } from './compile-rule.ts';
import { ALIAS } from './compiling.ts';
import { type Leaf, leavesOf } from './model/rule-leaves.ts';
import { neighboursOf } from './neighbours.ts';
import { orderGates, sharesAddress } from './own-gates.ts';
import type { VerdictInput } from './verdict-input.ts';
import { joined, linesAtGates } from './verdict-query.ts';

type Why = OutputOf<typeof whyParty>;
interface AskedParty {
  kind: Party['kind'];
  id: string;
}

/** The value that a leaf looks at, as text. */
const seenOf = ({ rule }: Leaf, { rules }: VerdictInput): RawBuilder<string | null> => {
  const field = rule.kind === 'field' ? rules.fields.get(rule.field) : undefined;
  if (field === undefined) return sql`null::text`;
  const alias = ALIAS[field.entity as keyof typeof ALIAS];
  return field.asText?.(alias) ?? sql<string | null>`(${field.sql(alias)})::text`;
};

/** A condition on assets is asked of those he owns: what is told are those that meet it. */
const ofOwned = (holds: RawBuilder<unknown>, { kind }: AskedParty) => {
  const owner = kind === 'contact' ? sql`thing.contact_id = person_asked.id` : sql`thing.company_id = person_asked.id`;
  const owned = sql`from ${FROM.asset} where ${owner} and ${holds}`;
  return {
    holds: sql`exists (select ${owned})`,
    seen: sql`(select string_agg(owned.name, ', ') from (select thing.name ${owned} order by thing.name limit 5) as owned)`,
  };
};

const asked = (leaf: Leaf, input: VerdictInput, party: AskedParty) => {
  const holds = sql`coalesce((${compileNode(leaf.rule, leaf.partyKind, { ...compilingOf(input), single: true })}), false)`;
  return leaf.partyKind === 'asset' ? ofOwned(holds, party) : { holds, seen: seenOf(leaf, input) };
};

const rulesFor = async (
  db: Db | Tx,
  input: VerdictInput,
  party: AskedParty,
  language: Language,
): Promise<Why['rules']> => {
  // A firm is not asked about conditions on people, and a lead only about those on leads.
  const leaves = leavesOf(input.audience, input.rules.segments).filter(
    ({ partyKind }) => mayName(party.kind, partyKind) || (partyKind === 'asset' && party.kind !== 'lead'),
  );
  if (leaves.length === 0) return [];
  const questions = leaves.map((leaf) => asked(leaf, input, party));
  const { rows } = await sql<{ holds: boolean[]; seen: (string | null)[] }>`
    select array[${sql.join(questions.map(({ holds }) => holds))}]::boolean[] as holds,
      array[${sql.join(questions.map(({ seen }) => seen))}]::text[] as seen
    from ${FROM[party.kind]} join (select ${party.id}::uuid as id) as person_asked on person_asked.id = ${idOf(party.kind)}`.execute(
    db,
  );
  const found = rows[0];
  if (found === undefined) return [];
  return leaves.map(({ path, partyKind, rule }, index) => ({
    path,
    sentence: conditionSentence(rule, {
      language,
      partyKind,
      field: (name) => input.rules.fields.get(name),
      relation: (name) => input.rules.relations.get(name),
      segmentName: (id) => input.rules.segments.get(id)?.name,
    }),
    holds: found.holds[index] ?? false,
    seen: found.seen[index] ?? null,
  }));
};

/** The lines that are his own, and those made for his sake: the office of a person's firm, the main contact of a firm. */
const concerns = ({ addressing }: VerdictInput, { kind, id }: AskedParty): RawBuilder<boolean> => {
  const own = sql`line.party_kind = ${kind} and line.party_id = ${id}::uuid`;
  if (kind === 'contact' && addressing !== 'contact')
    return sql`(${own} or line.role = 'office' and line.party_id = (select company_id from contact where id = ${id}::uuid))`;
  if (kind === 'company' && addressing !== 'company')
    return sql`(${own} or line.party_kind = 'contact' and line.party_id in (select id from contact where company_id = ${id}::uuid and main))`;
  return sql`(${own})`;
};

const askedGates = (input: VerdictInput): Gate[] => {
  const { early, late } = orderGates(input.gates, input.context);
  const shared: Gate = {
    reason: 'duplicate_address',
    refuses: () => sql`line.early is null and line.place > 1`,
    seen: () => sql`line.address`,
  };
  return [...early, ...(sharesAddress(input.context) ? [shared] : []), ...late];
};

const outcomes = (gates: readonly Gate[], context: GateContext) => ({
  refused: sql`array[${sql.join(gates.map((gate) => sql`coalesce((${gate.refuses(context)}), false)`))}]::boolean[]`,
  seen: sql`array[${sql.join(gates.map((gate) => gate.seen(context)))}]::text[]`,
});

const linesFor = async (db: Db | Tx, asked: VerdictInput, party: AskedParty): Promise<Why['lines']> => {
  const input = joined({ ...asked, context: { ...asked.context, single: true } });
  const near = await neighboursOf(db, input.context.channel, party.id);
  const gates = askedGates(input);
  const { refused, seen } = outcomes(gates, input.context);
  const lines = linesAtGates({ ...input, near }, orderGates(input.gates, input.context).early);
  const { rows } = await sql<
    Pick<Why['lines'][number], 'role' | 'address'> & { refused: boolean[]; seen: (string | null)[] }
  >`
    select line.role, line.address, ${refused} as refused, ${seen} as seen from (${lines}) as line
    where ${concerns(input, party)} order by line.party_kind desc, line.party_id`.execute(db);
  return rows.map((line) => ({
    role: line.role,
    address: line.address,
    verdict: line.refused.some((refusal) => refusal) ? 'excluded' : 'planned',
    gates: gates.map(({ reason }, index) => ({
      reason,
      passed: line.refused[index] !== true,
      seen: line.seen[index] ?? null,
    })),
  }));
};

/** Why a person or firm is in or out: each condition with its outcome and the value seen, then each gate in order, for each of its lines. */
export const whyPerson = async (
  db: Db | Tx,
  input: VerdictInput,
  party: AskedParty,
  language: Language = 'en',
): Promise<Why> => ({
  rules: await rulesFor(db, input, party, language),
  lines: await linesFor(db, input, party),
});
