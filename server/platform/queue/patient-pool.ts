import type pg from 'pg';

const TIMED_OUT = /^timeout exceeded when trying to connect/;

const withCode = (error: unknown): never => {
  if (error instanceof Error && TIMED_OUT.test(error.message)) Object.assign(error, { code: 'ETIMEDOUT' });
  throw error;
};

/**
 * The queue tries again what failed with a code it knows. The pool's own word for a database that does not answer has none, and the
 * queue would leave that to end the process.
 */
export const patientPool = (pool: pg.Pool): pg.Pool =>
  new Proxy(pool, {
    get(target, key) {
      if (key !== 'connect') return Reflect.get(target, key, target);
      return (...callback: Parameters<pg.Pool['connect']>) =>
        callback.length > 0 ? target.connect(...callback) : target.connect().catch(withCode);
    },
  });
