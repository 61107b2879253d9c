import type pg from 'pg';

const TIMED_OUT = /^timeout exceeded when trying to connect/;

const withCode = (error: unknown): unknown =>
  error instanceof Error && TIMED_OUT.test(error.message) ? Object.assign(error, { code: 'ETIMEDOUT' }) : error;

export interface PatientPool {
  pool: pg.Pool;
  /** Resolves when no connection is out or asked for. */
  idle(): Promise<void>;
}

/**
 * A pool as the queue needs it. The queue tries again what failed with a code it knows; the pool's own word for a database that does not
 * answer has none, and would be left to end the process. And the queue does not wait until it has noted that a job is done: whoever
 * stops it has to, or the job is done again.
 */
export const patientPool = (pool: pg.Pool): PatientPool => {
  let out = 0;
  let wake = () => {};
  const given = () => {
    out -= 1;
    if (out === 0) wake();
  };
  const connect = async (): Promise<pg.PoolClient> => {
    out += 1;
    try {
      const client = await pool.connect();
      const { release } = client;
      client.release = (error) => {
        given();
        release.call(client, error);
      };
      return client;
    } catch (error) {
      given();
      throw withCode(error);
    }
  };
  return {
    pool: new Proxy(pool, {
      get(target, key) {
        if (key !== 'connect') return Reflect.get(target, key, target);
        return (...callback: Parameters<pg.Pool['connect']>) =>
          callback.length > 0 ? target.connect(...callback) : connect();
      },
    }),
    idle: async () => {
      while (out > 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
};
