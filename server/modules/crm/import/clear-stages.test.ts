import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { importRoom, NOTHING, sumsOf } from '../../../../tests/support/import-room.ts';
import { SYSTEM } from '../../access/index.ts';
import { clearStages } from './clear-stages.ts';
import { runImport } from './imports.ts';
import { stageName } from './stage-table.ts';

const { database, clock, needs, upload, work, check } = importRoom();

const HOUR = 3_600_000;
const file = (who: string) => `First name;E-mail\nKari;${who}@stage.no\n`;
const staged = async (id: string) => {
  const { rows } =
    await sql`select from pg_tables where schemaname = 'staging' and tablename = ${stageName(id)}`.execute(database.db);
  return rows.length === 1;
};

test('what was read of a file is cleared away a day after anybody touched it, and read anew when it is run', async () => {
  const left = await upload(file('left'));
  await check(left);
  clock.advance(12 * HOUR);
  const recent = await upload(file('recent'));
  await check(recent);
  await clearStages(needs);
  expect([await staged(left), await staged(recent)]).toEqual([true, true]);
  clock.advance(13 * HOUR);
  await clearStages(needs);
  expect([await staged(left), await staged(recent)]).toEqual([false, true]);

  await runImport(needs, SYSTEM, { id: left });
  expect(sumsOf(await work(left))).toEqual({ ...NOTHING, rows: 1, created: 1 });
});

test('an import at work keeps its rows, however long it takes, and so does one that somebody holds', async () => {
  const running = await upload(file('running'));
  await check(running);
  const held = await upload(file('held'));
  await check(held);
  await sql`update import set state = 'running' where id = ${running}`.execute(database.db);
  clock.advance(48 * HOUR);
  await database.db.transaction().execute(async (tx) => {
    await sql`select from import where id = ${held} for update`.execute(tx);
    await clearStages(needs);
  });
  expect([await staged(running), await staged(held)]).toEqual([true, true]);
  await clearStages(needs);
  expect([await staged(running), await staged(held)]).toEqual([true, false]);
});
