import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';

const database = testDatabase();

test('keeps dates, big integers and decimals as text, and moments as Date', async () => {
  const { rows } =
    await sql`select date '2026-03-29' as on_day, array[date '2026-03-29'] as days, 9007199254740993::int8 as big_number,
    12.30::numeric as amount, timestamptz '2026-03-29T01:30:00Z' as sent_at, '{"snake_key": 1}'::jsonb as inner_value`.execute(
      database.db,
    );
  expect(rows).toEqual([
    {
      onDay: '2026-03-29',
      days: ['2026-03-29'],
      bigNumber: '9007199254740993',
      amount: '12.30',
      sentAt: new Date('2026-03-29T01:30:00Z'),
      innerValue: { snake_key: 1 },
    },
  ]);
});

test('is a clone of the migrated template', async () => {
  const { rows } = await database.pool.query(
    `select to_regclass('public.migration') as own, to_regclass('graphile_worker.jobs') as queue`,
  );
  expect(rows).toEqual([{ own: 'migration', queue: 'graphile_worker.jobs' }]);
});

test('ends a statement that runs longer than the limit', async () => {
  const { createPool } = await import('./open-database.ts');
  const { silentLogger } = await import('../logger.ts');
  const pool = createPool({ url: database.url, poolSize: 1, statementTimeoutMs: 50 }, silentLogger);
  await expect(pool.query('select pg_sleep(5)')).rejects.toMatchObject({ code: '57014' });
  await pool.end();
});

test('prepares what comes often, with values or without, and nothing that is not planned', async () => {
  const { createDb, createPool } = await import('./open-database.ts');
  const { silentLogger } = await import('../logger.ts');
  const db = createDb(createPool({ url: database.url, poolSize: 1 }, silentLogger));
  for (let time = 0; time < 12; time += 1) {
    await db.transaction().execute(async (tx) => {
      await sql`select 'alone' as one`.execute(tx);
      await sql`select ${time}::int as one`.execute(tx);
      await sql`set local statement_timeout = 0`.execute(tx);
    });
    await sql`select 1; select 2`.execute(db);
  }
  const { rows } = await sql`select statement from pg_prepared_statements order by 1`.execute(db);
  expect(rows).toEqual([{ statement: 'select $1::int as one' }, { statement: `select 'alone' as one` }]);
  await db.destroy();
});
