import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { eventually } from '../../../tests/support/eventually.ts';
import { silentLogger } from '../logger.ts';
import { type Listening, listen } from './listen.ts';

const database = testDatabase();
const listening: Listening[] = [];
afterEach(async () => {
  for (const one of listening.splice(0)) await one.stop();
});

const listenTo = (channel: string, again?: number) => {
  const heard = { times: 0 };
  const count = () => {
    heard.times += 1;
  };
  listening.push(listen({ pool: database.pool, logger: silentLogger }, channel, count, again));
  return heard;
};

const tell = (channel: string) => sql`select pg_notify(${channel}, '')`.execute(database.db);

/** The processes of the server that listen to this channel. */
const listeners = async (channel: string) => {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where query = ${`listen "${channel}"`} and datname = current_database()`.execute(
    database.db,
  );
  return rows.map(({ pid }) => pid);
};

test('calls back at once for what is told on its channel, and not for another', async () => {
  const heard = listenTo('here');
  await eventually(() => expect(heard.times, 'as it begins').toBe(1));
  await tell('elsewhere');
  await tell('here');
  await eventually(() => expect(heard.times).toBe(2));
});

test('a lost connection is made anew, and what was told meanwhile is made up for', async () => {
  const heard = listenTo('broken', 20);
  await eventually(() => expect(heard.times).toBe(1));
  const [pid] = await listeners('broken');
  await sql`select pg_terminate_backend(${pid})`.execute(database.db);
  await eventually(() => expect(heard.times).toBe(2));
  await tell('broken');
  await eventually(() => expect(heard.times).toBe(3));
});

test('stops listening', async () => {
  const heard = listenTo('over');
  await eventually(() => expect(heard.times).toBe(1));
  await listening.pop()!.stop();
  expect(await listeners('over')).toEqual([]);
});
