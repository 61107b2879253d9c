import type pg from 'pg';

/** A session that waits so long within a transaction has lost its client, and holds locks that others wait for. */
const LOST_AFTER_MS = 120_000;

const direct = new WeakSet<pg.ClientBase>();

/**
 * Whether we speak to PostgreSQL itself. Behind a pooler in transaction mode the next transaction may meet another server process,
 * which knows nothing of what was set, prepared or listened to.
 */
export const isDirect = (client: pg.ClientBase): boolean => direct.has(client);

/** Called with each new connection: the limits are set where they will stay. */
export const prepareSession = async (client: pg.ClientBase, statementTimeoutMs: number): Promise<void> => {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  if (rows[0]?.pid !== (client as unknown as { processID: number }).processID) return;
  direct.add(client);
  await client.query(
    `set statement_timeout = ${Math.round(statementTimeoutMs)}; set idle_in_transaction_session_timeout = ${LOST_AFTER_MS}`,
  );
};

/** Whether a pooler stands between this pool and PostgreSQL. */
export const isPooled = async (pool: pg.Pool): Promise<boolean> => {
  const client = await pool.connect();
  client.release();
  return !isDirect(client);
};
