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

/** Reads with room; writes nothing. Once the signal aborts the server stops working on it. */
export const withRoom = <T>(db: Db, read: (tx: Tx) => Promise<T>, signal?: AbortSignal): Promise<T> =>
  db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await giveRoom(tx);
      return signal === undefined ? read(tx) : untilAborted(db, tx, read, signal);
    });

const untilAborted = async <T>(db: Db, tx: Tx, read: (tx: Tx) => Promise<T>, signal: AbortSignal): Promise<T> => {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
  let cancelling: Promise<unknown> = Promise.resolve();
  const cancel = () => {
    cancelling = sql`select pg_cancel_backend(${rows[0]!.pid})`.execute(db).catch(() => {});
  };
  signal.throwIfAborted();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await read(tx);
  } finally {
    signal.removeEventListener('abort', cancel);
    // Before the connection goes back to the pool: what is cancelled must be this and not what comes next on it.
    await cancelling;
  }
};
