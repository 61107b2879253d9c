import type pg from 'pg';
import { isUnreachable } from '../database/passing-trouble.ts';

const withCode = (error: unknown): unknown =>
  error instanceof Error && isUnreachable(error) ? Object.assign(error, { code: 'ETIMEDOUT' }) : error;

export interface PatientPool {
  pool: pg.Pool;
  /** Resolves when no connection is out or asked for. */
  idle(): Promise<void>;
}

/**
 * A pool as the queue needs it. The queue tries again what failed with a code it knows; a database that restarts or does not answer has
 * others or none, and would be left to end the process. And the queue does not wait until it has noted that a job is done: whoever
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
      return lent(await pool.connect(), given);
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

/** The client until it is given back: what the queue asks of it by promises fails with a code that the queue knows. */
function lent(client: pg.PoolClient, given: () => void): pg.PoolClient {
  return new Proxy(client, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (key === 'release') {
        return (error?: Error | boolean) => {
          given();
          target.release(error);
        };
      }
      if (key !== 'query') return typeof value === 'function' ? value.bind(target) : value;
      return (...asked: [never]) => {
        const answer: unknown = target.query(...asked);
        return answer instanceof Promise
          ? answer.catch((error: unknown) => {
              throw withCode(error);
            })
          : answer;
      };
    },
  });
}
