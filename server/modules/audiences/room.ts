import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/open-database.ts';

/**
 * For the rest of the transaction: memory to hash a million consents instead of looking each up, no compiling of the statement for a
 * single run, and rows that pass cheaply from the parallel workers who judge them.
 */
export const giveRoom = async (tx: Tx): Promise<void> => {
  await sql`select set_config('work_mem', '128MB', true), set_config('jit', 'off', true),
    set_config('parallel_tuple_cost', '0.01', true)`.execute(tx);
};

/** Reads with room; writes nothing. */
export const withRoom = <T>(db: Db, read: (tx: Tx) => Promise<T>): Promise<T> =>
  db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await giveRoom(tx);
      return read(tx);
    });
