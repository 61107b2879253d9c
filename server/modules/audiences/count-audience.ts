import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/database/open-database.ts';
import type { Gate, GateContext } from '../consent/index.ts';
import { pickedByHand } from './hand-pick.store.ts';
import { plainLines } from './lines.ts';
import { orderGates, sharesAddress } from './own-gates.ts';
import { withRoom } from './room.ts';
import type { VerdictInput } from './verdict-input.ts';
import { verdictQuery } from './verdict-query.ts';

const passes = (gate: Gate, context: GateContext) =>
  gate.passes?.(context) ?? sql`(${gate.refuses(context)}) is not true`;

/** Those picked by hand, whatever the rules say: few, and judged like every line. */
const pickedLines = (input: VerdictInput): RawBuilder<unknown> => {
  const audience = { ...input.audience, include: [], rule: null };
  const lines = verdictQuery({ ...input, audience, context: { ...input.context, sharedAddress: 'each' } });
  return sql`select line.address_key from (${lines}) as line where line.verdict = 'planned'`;
};

/**
 * The short way for people addressed themselves: no line needs its reason, and of a shared address one passes, whichever it is. Null
 * where a gate after the shared address has to know which.
 */
const plainly = (input: VerdictInput, picked: boolean): RawBuilder<unknown> | null => {
  const { context } = input;
  const { early, late } = orderGates(input);
  const lines = plainLines(input);
  const shared = sharesAddress(context);
  if (lines === null || (shared && late.length > 0)) return null;
  const conditions = [...early, ...late].map((gate) => passes(gate, context));
  if (picked)
    conditions.push(
      sql`not exists (select from hand_pick h where h.action_id = ${context.actionId}::uuid and h.party_kind = 'contact' and h.party_id = line.party_id)`,
    );
  const passing = sql`select line.address_key from (${lines}) as line where ${sql.join([sql`true`, ...conditions], sql` and `)}`;
  const all = picked
    ? sql`select from (${passing} union all ${pickedLines(input)}) as line`
    : sql`select from (${passing}) as line`;
  return shared ? sql`${all} group by line.address_key` : all;
};

/** How many lines would be planned now; writes nothing. */
export const countAudience = (db: Db, input: VerdictInput, signal?: AbortSignal): Promise<number> =>
  withRoom(
    db,
    async (tx) => {
      const { picked, plain } = await pickedByHand(tx, input.context.actionId);
      const short = plain ? plainly(input, picked) : null;
      const lines = short ?? sql`select from (${verdictQuery(input)}) as line where line.verdict = 'planned'`;
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${lines}) as line`.execute(tx);
      return rows[0]?.count ?? 0;
    },
    signal,
  );
