import { sql } from 'kysely';
import { from as copyFrom } from 'pg-copy-streams';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { compiledAlong, given } from './compiled.ts';
import type { Tx } from './open-database.ts';

const database = testDatabase();
const insert = compiledAlong(sql`insert into told (no) values (${given('no')}::int)`);
const nos = async () => (await sql<{ no: number }>`select no from told order by no`.execute(database.db)).rows;

test('what goes along is done with the transaction, in its order', async () => {
  await sql`create table told (no int primary key)`.execute(database.db);
  // Often enough to be prepared.
  for (let no = 1; no <= 30; no += 1) await database.db.transaction().execute((tx) => insert(tx, { no }));
  expect((await nos()).length).toBe(30);
  const seen = await database.db.transaction().execute(async (tx) => {
    await insert(tx, { no: 31 });
    return (await sql<{ count: number }>`select count(*)::int as count from told`.execute(tx)).rows;
  });
  expect(seen).toEqual([{ count: 31 }]);
});

const failingAt = (end: (tx: Tx) => Promise<unknown>) =>
  database.db.transaction().execute(async (tx) => {
    await insert(tx, { no: 100 });
    await insert(tx, { no: 1 });
    await insert(tx, { no: 101 });
    await end(tx);
  });

test('F11: a failure of what goes along fails the statement it went with, or the commit, and undoes all of it', async () => {
  await expect(failingAt((tx) => sql`select 1`.execute(tx))).rejects.toMatchObject({ code: '23505' });
  await expect(failingAt(async () => undefined)).rejects.toMatchObject({ code: '23505' });
  expect((await nos()).some(({ no }) => no >= 100)).toBe(false);
  // The connection is as good as before.
  expect((await sql`select 1 as one`.execute(database.db)).rows).toEqual([{ one: 1 }]);
});

test('a transaction that is given up leaves nothing behind', async () => {
  const givenUp = database.db.transaction().execute(async (tx) => {
    await insert(tx, { no: 200 });
    throw new Error('given up');
  });
  await expect(givenUp).rejects.toThrow('given up');
  expect((await nos()).some(({ no }) => no === 200)).toBe(false);
});

test('statements of a transaction that are asked side by side are all answered', async () => {
  const answers = await database.db.transaction().execute(async (tx) => {
    await insert(tx, { no: 300 });
    const one = (no: number) => sql<{ no: number }>`select ${no}::int as no, pg_sleep(0.001)`.execute(tx);
    return Promise.all([one(1), one(2), insert(tx, { no: 301 }), one(3)]);
  });
  expect(
    answers
      .flatMap((answer) => ('rows' in Object(answer) ? (answer as { rows: { no: number }[] }).rows : []))
      .map(({ no }) => no),
  ).toEqual([1, 2, 3]);
  expect((await nos()).slice(-2)).toEqual([{ no: 300 }, { no: 301 }]);
});

test('a copy on a connection that sent several together has it for itself', async () => {
  await database.db.transaction().execute((tx) => insert(tx, { no: 400 }));
  const client = await database.pool.connect();
  try {
    const copy = client.query(copyFrom('copy told from stdin'));
    await new Promise((resolve, reject) => copy.on('finish', resolve).on('error', reject).end('401\n'));
  } finally {
    client.release();
  }
  expect((await nos()).slice(-2)).toEqual([{ no: 400 }, { no: 401 }]);
});
