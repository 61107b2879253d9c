import { type RawBuilder, sql } from 'kysely';
import type { OutputOf } from '../../../contract/endpoint.ts';
import type { Language } from '../../../contract/messages/languages.ts';
import type { Party, whyParty } from '../../../contract/runs.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { Gate, GateContext } from '../consent/index.ts';
import { conditionsFor, isAsked, sentenceOf, writtenSeen } from './ask-conditions.ts';
import { withChosenNames } from './choices.ts';
import { conditionsOf, leavesOf } from './model/conditions.ts';
import { neighboursOf } from './neighbours.ts';
import { orderGates, sharesAddress } from './own-gates.ts';
import type { VerdictInput } from './verdict-input.ts';
import { joined, linesAtGates } from './verdict-query.ts';

type Why = OutputOf<typeof whyParty>;
interface AskedParty {
  kind: Party['kind'];
  id: string;
}

const rulesFor = async (
  db: Db | Tx,
  input: VerdictInput,
  party: AskedParty,
  language: Language,
): Promise<Why['rules']> => {
  const leaves = leavesOf(conditionsOf(input.audience, input.rules.segments)).filter((leaf) =>
    isAsked(party.kind, leaf),
  );
  const outcomes = await conditionsFor(db, leaves, input, party);
  const rules = await withChosenNames(db, input.rules, leaves);
  return (outcomes ?? []).map(({ holds, seen }, index) => {
    const leaf = leaves[index]!;
    return {
      path: leaf.path,
      sentence: sentenceOf(leaf, rules, language),
      holds: holds ?? false,
      seen: writtenSeen(leaf, seen, rules, language),
    };
  });
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

export const askedGates = (input: VerdictInput): Gate[] => {
  const { early, late } = orderGates(input);
  if (!sharesAddress(input.context)) return [...early, ...late];
  const before = early.find(({ reason }) => reason === 'duplicate_address');
  const reached = before?.refuses(input.context) ?? sql`false`;
  const shared: Gate = {
    reason: 'duplicate_address',
    refuses: () => sql`${reached} or line.early is null and line.place > 1`,
    seen: () => sql`line.address`,
  };
  return [...early.filter((gate) => gate !== before), shared, ...late];
};

const outcomes = (gates: readonly Gate[], context: GateContext) => ({
  refused: sql`array[${sql.join(gates.map((gate) => sql`coalesce((${gate.refuses(context)}), false)`))}]::boolean[]`,
  seen: sql`array[${sql.join(gates.map((gate) => gate.seen(context)))}]::text[]`,
});

export const linesFor = async (db: Db | Tx, asked: VerdictInput, party: AskedParty): Promise<Why['lines']> => {
  const input = joined({ ...asked, context: { ...asked.context, single: true } });
  const near = await neighboursOf(db, input.context.channel, party.id);
  const gates = askedGates(input);
  const { refused, seen } = outcomes(gates, input.context);
  const lines = linesAtGates({ ...input, near }, orderGates(input).early);
  const { rows } = await sql<
    Omit<Why['lines'][number], 'verdict' | 'gates'> & { refused: boolean[]; seen: (string | null)[] }
  >`
    select line.party_kind, line.party_id, line.role, line.asset_id, line.address, ${refused} as refused, ${seen} as seen from (${lines}) as line
    where ${concerns(input, party)} order by line.party_kind desc, line.party_id`.execute(db);
  return rows.map((line) => ({
    partyKind: line.partyKind,
    partyId: line.partyId,
    role: line.role,
    assetId: line.assetId,
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
