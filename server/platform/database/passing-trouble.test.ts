import pg from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { freePort } from '../../../tests/support/free-port.ts';
import { isUnreachable, passes } from './passing-trouble.ts';

const database = testDatabase();

/** What a client of its own is told. */
const told = (connectionString: string, ask: (client: pg.Client) => Promise<unknown>): Promise<unknown> => {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  return client
    .connect()
    .then(() => ask(client))
    .then(
      () => 'nothing',
      (error: unknown) => error,
    )
    .finally(() => client.end().catch(() => undefined));
};

test.each<[string, boolean, (client: pg.Client) => Promise<unknown>]>([
  ['a session that is ended', true, (client) => client.query('select pg_terminate_backend(pg_backend_pid())')],
  [
    'a statement that takes too long',
    false,
    (client) => client.query(`set statement_timeout = '10ms'; select pg_sleep(5)`),
  ],
  [
    'a disk that is full',
    false,
    (client) => client.query(`do $$ begin raise exception 'no room' using errcode = '53100'; end $$`),
  ],
])('F9: %s is trouble that passes', async (_what, unreachable, ask) => {
  const error = await told(database.url, ask);
  expect(passes(error)).toBe(true);
  expect(isUnreachable(error)).toBe(unreachable);
});

test('F9: a server that is not there is trouble that passes', async () => {
  const error = await told(`postgresql://fanfare@127.0.0.1:${await freePort()}/fanfare`, async () => undefined);
  expect([passes(error), isUnreachable(error)]).toEqual([true, true]);
});

test('what is asked wrongly does not pass', async () => {
  const error = await told(database.url, (client) => client.query('select * from nothing_of_the_kind'));
  expect([passes(error), isUnreachable(error)]).toEqual([false, false]);
  expect(passes(new Error('no such font'))).toBe(false);
});
