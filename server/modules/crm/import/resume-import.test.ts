import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { sizeOf } from '../../../../tests/support/full-size.ts';
import { importRoom, sumsOf } from '../../../../tests/support/import-room.ts';
import { nastyCsv } from '../../../../tests/support/nasty-csv.ts';
import { SYSTEM } from '../../access/index.ts';
import { getImport, runImport } from './imports.ts';
import { workImport } from './work-import.ts';

const { database, needs, upload, work, check, contacts } = importRoom();
const BATCH = sizeOf({ full: 20_000, short: 2_000 });
/** Two batches, and some. */
const ROWS = 2 * BATCH + 100;

beforeAll(() => {
  needs.batchRows = BATCH;
});

test('a worker that dies in the middle: the next goes on exactly there', async () => {
  const file = nastyCsv({ rows: ROWS, seed: 5, prefix: 'kill-', separator: ';' });
  const consent = { topicId: needs.ids.next(), channel: 'email', wording: 'w', source: 's' };
  const id = await upload(file.bytes, { options: { consent } });
  await check(id);
  await runImport(needs, SYSTEM, { id });
  let batches = 0;
  const dying = {
    ...needs.importHooks,
    recordConsent: async () => {
      batches += 1;
      if (batches === 2) throw new Error('killed');
    },
  };
  await expect(workImport({ ...needs, importHooks: dying }, id)).rejects.toThrow('killed');
  expect(await getImport(needs, SYSTEM, { id })).toMatchObject({ state: 'running', done: BATCH });
  expect(await workImport(needs, id, () => false)).toBe('paused');
  expect(await getImport(needs, SYSTEM, { id })).toMatchObject({ state: 'running', done: 2 * BATCH });
  const done = await work(id);
  expect(sumsOf(done)).toEqual({ rows: ROWS, ...file.expected, updated: 0, unchanged: 0 });
  const { rows } = await sql<{
    n: number;
    keys: number;
  }>`select count(*)::int as n, count(distinct email_key)::int as keys from contact where email_key like 'kill-%'`.execute(
    database.db,
  );
  expect(rows).toEqual([{ n: file.expected.created, keys: file.expected.created }]);
});

test('two imports of the same people at once make each person once', async () => {
  const file = nastyCsv({ rows: 3_000, seed: 9, prefix: 'both-' });
  const ids = [await upload(file.bytes), await upload(file.bytes)];
  for (const id of ids) await check(id);
  for (const id of ids) await runImport(needs, SYSTEM, { id });
  const [one, two] = await Promise.all(ids.map(work));
  expect(one!.created + two!.created).toBe(file.expected.created);
  expect(await contacts(sql`email_key like 'both-%'`)).toHaveLength(file.expected.created);
});

test('two workers at one import take no row twice', async () => {
  const file = nastyCsv({ rows: 11_000, seed: 11, prefix: 'pair-' });
  const id = await upload(file.bytes);
  await check(id);
  await runImport(needs, SYSTEM, { id });
  await Promise.all([workImport(needs, id), workImport(needs, id)]);
  const done = await work(id);
  expect(done.state).toBe('finished');
  expect(sumsOf(done)).toEqual({ rows: 11_000, ...file.expected, updated: 0, unchanged: 0 });
  // The database plans with them at once.
  const { rows: known } = await sql<{ people: number; counted: number }>`
    select (select count(*)::int from contact) as people, (select reltuples::int from pg_class where oid = 'contact'::regclass) as counted`.execute(
    needs.db,
  );
  expect(known[0]!.counted).toBe(known[0]!.people);
});
