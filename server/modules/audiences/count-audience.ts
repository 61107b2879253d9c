import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { Gate, GateContext } from '../consent/index.ts';
import { plainLines } from './lines.ts';
import { orderGates, sharesAddress } from './own-gates.ts';
import { withRoom } from './room.ts';
import type { VerdictInput } from './verdict-input.ts';
import { verdictQuery } from './verdict-query.ts';

const passes = (gate: Gate, context: GateContext) =>
  gate.passes?.(context) ?? sql`(${gate.refuses(context)}) is not true`;

/**
 * The short way for people addressed themselves, none of them picked by hand: no line needs its reason, and of a shared address one
 * passes, whichever it is. Null where a gate after the shared address has to know which.
 */
const plainly = (input: VerdictInput): RawBuilder<unknown> | null => {
  const { context } = input;
  const { early, late } = orderGates(input.gates, context);
  const lines = plainLines(input);
  const shared = sharesAddress(context);
  if (lines === null || (shared && late.length > 0)) return null;
  const conditions = [...early, ...late].map((gate) => passes(gate, context));
  return sql`select from (${lines}) as line where ${sql.join([sql`true`, ...conditions], sql` and `)}
    ${shared ? sql`group by line.address_key` : sql``}`;
};

const pickedByHand = async (tx: Tx, { context }: VerdictInput): Promise<boolean> => {
  const { rows } = await sql`select 1 from hand_pick where action_id = ${context.actionId}::uuid limit 1`.execute(tx);
  return rows.length > 0;
};

/** How many lines would be planned now; writes nothing. */
export const countAudience = (db: Db, input: VerdictInput): Promise<number> =>
  withRoom(db, async (tx) => {
    const short = (await pickedByHand(tx, input)) ? null : plainly(input);
    const lines = short ?? sql`select from (${verdictQuery(input)}) as line where line.verdict = 'planned'`;
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${lines}) as line`.execute(tx);
    return rows[0]?.count ?? 0;
  });
