import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { until } from '../database/embedded/process-life.ts';
import { silentLogger } from '../logger.ts';
import { patientPool } from './patient-pool.ts';
import { enqueue, handle, startQueue, task } from './queue.ts';

const greet = task<{ name: string }>('greet');

describe('queue', () => {
  const database = testDatabase();
  const waiting = async () =>
    (await database.pool.query('select count(*)::int as n from graphile_worker.jobs')).rows[0].n;

  test('a job appears with the commit of its transaction, and not without', async () => {
    const undone = database.db.transaction().execute(async (tx) => {
      await enqueue(tx, greet, { name: 'nobody' });
      throw new Error('changed our mind');
    });
    await expect(undone).rejects.toThrow('changed our mind');
    expect(await waiting()).toBe(0);
    await database.db.transaction().execute((tx) => enqueue(tx, greet, { name: 'Ada' }));
    expect(await waiting()).toBe(1);
  });

  test('a database that does not answer in time is an error that the queue tries again', async () => {
    const pool = new pg.Pool({ ...database.pool.options, max: 1, connectionTimeoutMillis: 50 });
    const only = await pool.connect();
    await expect(patientPool(pool).pool.connect()).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    only.release();
    expect((await patientPool(pool).pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  test('a database that ends under a statement is an error that the queue tries again', async () => {
    const pool = new pg.Pool({ ...database.pool.options, max: 1 });
    pool.on('error', () => {});
    const client = await patientPool(pool).pool.connect();
    client.on('error', () => {});
    const { pid } = (await client.query('select pg_backend_pid() as pid')).rows[0];
    const cut = expect(client.query('select pg_sleep(20)')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    await database.pool.query('select pg_terminate_backend($1)', [pid]);
    await cut;
    await expect(client.query('select 1')).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    client.release(true);
    await pool.end();
  });

  test('a queue that stopped has noted what is done before its pool may end', async () => {
    const pool = new pg.Pool({ ...database.pool.options, max: 1 });
    const patient = patientPool(pool);
    const only = await pool.connect();
    const noted = patient.pool.connect().then((client) => client.release());
    let idle = false;
    const waiting = patient.idle().then(() => {
      idle = true;
    });
    await Promise.resolve();
    expect(idle).toBe(false);
    only.release();
    await noted;
    await waiting;
    await pool.end();
  });

  test('works jobs with their payload, replaces by key, and waits for the work in hand when it stops', async () => {
    const greeted: string[] = [];
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const greeting = handle(greet, async ({ name }) => {
      if (name === 'slow') await held;
      greeted.push(name);
    });
    await enqueue(database.db, greet, { name: 'replaced' }, { jobKey: 'one', runAt: new Date(Date.now() + 60_000) });
    await enqueue(database.db, greet, { name: 'Grace' }, { jobKey: 'one' });
    await enqueue(database.db, greet, { name: 'slow' });
    await enqueue(database.db, greet, { name: 'never' }, { runAt: new Date(Date.now() + 3_600_000) });
    const queue = await startQueue({
      pool: database.pool,
      tasks: [greeting],
      cron: [{ task: task('tick'), match: '0 0 1 1 *' }],
      logger: silentLogger,
    });
    expect(await until(() => greeted.length === 2, 10_000)).toBe(true);
    const stopped = queue.stop();
    finish();
    await stopped;
    expect(greeted.sort()).toEqual(['Ada', 'Grace', 'slow']);
    expect(await waiting()).toBe(1);
  });
});
