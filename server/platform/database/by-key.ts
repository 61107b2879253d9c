import { sql } from 'kysely';
import { compiledAlong } from './compiled.ts';
import type { Tx } from './open-database.ts';

/**
 * Settings of a transaction that looks up a group of lines by key, for a select list: never read whole tables for that, whatever the
 * planner thinks of disks and of a partition it has not yet looked at, and plan a prepared statement once.
 */
export const byKey = sql`set_config('random_page_cost', '1.1', true), set_config('enable_hashjoin', 'off', true),
  set_config('enable_mergejoin', 'off', true), set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)`;

const settle = compiledAlong(sql`select ${byKey}`);

/** Where no statement of the transaction could take them along. */
export const planByKey = async (tx: Tx): Promise<void> => {
  await settle(tx, {});
};
