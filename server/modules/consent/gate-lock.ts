import { type RawBuilder, sql } from 'kysely';
import { byKey } from '../../platform/database/by-key.ts';
import { compiledAlong } from '../../platform/database/compiled.ts';
import type { Tx } from '../../platform/database/open-database.ts';

/** One advisory lock for the whole installation: intents pass it shared, whatever forbids sending closes it. */
const GATE = 7_268_436;

/**
 * Taken by the intent transaction; whatever was forbidden before is visible to the statement that comes next, which leaves with it and finds
 * the gate_seq of the passage by `passedAs`.
 */
export const passGate = async (tx: Tx): Promise<void> => {
  await pass(tx, {});
};

/** Of the passage of this transaction. */
export const passedAs = sql<string>`(select currval('gate_seq'))`;

/** The lock is a parameter, so that the statement is prepared. */
const pass = compiledAlong(sql`
  with passed as materialized (
    select pg_advisory_xact_lock_shared(${GATE}::bigint), ${byKey}
  )
  select nextval('gate_seq') as seq from passed`);

/** Taken by a pause, stop, opt-out, suppression or erasure, in its transaction: no intent commits between its gate_seq and its end. */
export const closeGate = async (tx: Tx): Promise<string> => {
  await sql`select pg_advisory_xact_lock(${sql.lit(GATE)})`.execute(tx);
  return nextGateSeq(tx);
};

/** The same where consent is withdrawn or taken away. */
export const closeGateToWithdraw = async (tx: Tx): Promise<string> => {
  const seq = await closeGate(tx);
  await sql`update gate set withdrawn_seq = ${seq}::bigint`.execute(tx);
  return seq;
};

/** When consent was last withdrawn; to be read before anything is judged by consents. */
export const withdrawnSoFar = async (tx: Tx): Promise<string> => {
  const { rows } = await sql<{ seq: string }>`select withdrawn_seq as seq from gate`.execute(tx);
  return rows[0]!.seq;
};

/** Whether no consent was withdrawn since then; to be asked behind `passGate`. */
export const nothingWithdrawnSince = (seq: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`coalesce(${seq} = (select withdrawn_seq from gate), false)`;

/** A number in the order of the gate, for what only allows: it holds nobody up. */
export const nextGateSeq = async (tx: Tx): Promise<string> => {
  const { rows } = await sql<{ seq: string }>`select nextval('gate_seq') as seq`.execute(tx);
  return rows[0]?.seq ?? '';
};
