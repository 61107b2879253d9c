import { sql } from 'kysely';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { eventually } from '../../../tests/support/eventually.ts';
import { givenHouse } from '../../../tests/support/ready-campaign.ts';
import { silentLogger } from '../../platform/logger.ts';
import type { Batch } from './batch.ts';
import type { Bench } from './bench.ts';
import type { DueLine } from './line.store.ts';
import { PaceDesk } from './pace-desk.ts';
import { permit } from './permit.ts';

const database = testDatabase();
let account: Awaited<ReturnType<typeof givenHouse>>['accountId'];

const desks = (count: number) => Array.from({ length: count }, () => new PaceDesk(database.db, silentLogger));
const set = (change: string) =>
  database.pool.query(`update sending_account set ${change} where id = $1`, [account]).then(() => undefined);
const to = (domain: string, count: number) => Array.from({ length: count }, (_, i) => `p${i}@${domain}`);
const RUN = { run: '1', freely: false };
const granted = ({ waits }: { waits: (number | null)[] }) => waits.filter((until) => until === null).length;

beforeAll(async () => {
  account = (await givenHouse(database.db)).accountId;
});

test('however many workers draw at once, exactly as many may leave as the limits allow', async () => {
  await set(
    `per_hour = 100, providers = '[{"name":"Gmail","domains":["gmail.com"],"perMinute":null,"perHour":7,"perDay":null}]'`,
  );
  const workers = desks(4);
  await Promise.all(workers.map((desk) => desk.look(account)));
  const mixed = [...to('gmail.com', 3), ...to('other.example', 9)];
  const draws = await Promise.all(Array.from({ length: 16 }, (_, i) => workers[i % 4]!.draw(account, mixed, RUN)));
  expect(draws.reduce((sum, drawn) => sum + granted(drawn), 0)).toBe(100);
  const toGmail = draws.flatMap(({ waits }) => waits.filter((until, i) => i < 3 && until === null));
  expect(toGmail).toHaveLength(7);
  expect(draws.at(-1)!.full).toBe(true);
});

test('what did not leave makes room again, and a test goes although nothing is left', async () => {
  const [desk] = desks(1) as [PaceDesk];
  await desk.look(account);
  expect(granted(await desk.draw(account, to('x.example', 2), RUN))).toBe(0);
  await desk.giveBack(account, to('x.example', 2), RUN.run);
  expect(granted(await desk.draw(account, to('x.example', 3), RUN))).toBe(2);
  expect(granted(await desk.draw(account, to('x.example', 1), { ...RUN, freely: true }))).toBe(1);
});

test('O33: two runs get as much of a limit each, also where one of them always asks first', async () => {
  await set(`per_minute = 3000, per_hour = null, per_day = null, providers = '[]'`);
  await database.pool.query('delete from pace');
  const workers = desks(2);
  await Promise.all(workers.map((desk) => desk.look(account)));
  const got = [0, 0];
  for (let round = 0; round < 6; round += 1) {
    // A burst is free again: two seconds later.
    await database.pool.query(
      `update pace set used = jsonb_set(used, '{filledUntil}', to_jsonb((used ->> 'filledUntil')::float8 - 2000))`,
    );
    for (const one of [0, 0, 1, 1]) {
      const drawn = await workers[one]!.draw(account, to('x.example', 91), { run: String(one), freely: false });
      got[one]! += granted(drawn);
    }
  }
  const [first, second] = got as [number, number];
  expect(first + second).toBeGreaterThan(500);
  // The first has been alone once, with a burst of 101.
  expect(first - 101).toBeGreaterThan(0.4 * (first + second - 101));
  expect(second).toBeGreaterThan(0.4 * (first + second - 101));
});

test('F14: what one worker was asked to leave alone, all leave alone; other domains go on', async () => {
  const [here, there] = desks(2) as [PaceDesk, PaceDesk];
  await here.look(account);
  here.backOff(account, 'a@busy.example', {
    state: 'deferred',
    reason: 'server_busy',
    reply: '421 4.7.0 slow down',
    asksToWait: 'domain',
  });
  expect(here.heldUntil(account, 'b@busy.example')).not.toBeNull();
  await eventually(async () => {
    await there.look(account);
    expect(there.heldUntil(account, 'c@busy.example')).not.toBeNull();
  });
  expect(there.heldUntil(account, 'c@calm.example')).toBeNull();
  const { rows } = await sql<{ minutes: number }>`
    select round(extract(epoch from held_until - now()) / 60)::int as minutes from pace where scope = 'domain:busy.example'`.execute(
    database.db,
  );
  expect(rows).toEqual([{ minutes: 1 }]);
});

test('F28: a wait is told in the database’s time, also by a worker whose clock is a day ahead', async () => {
  const DAY_MS = 86_400_000;
  const [desk] = desks(1) as [PaceDesk];
  const now = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: now + DAY_MS });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  await desk.look(account);
  desk.backOff(account, 'a@away.example', {
    state: 'deferred',
    reason: 'server_busy',
    reply: '421 4.7.0 slow down',
    asksToWait: 'server',
  });
  const until = desk.heldUntil(account, 'b@calm.example')!;
  expect(until).toBeGreaterThan(now + 50_000);
  expect(until).toBeLessThan(now + 300_000);
});

test('F28: a line whose account is paused waits for a minute of the database’s time', async () => {
  const [desk] = desks(1) as [PaceDesk];
  const now = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: now + 86_400_000 });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  await desk.look(account);
  const paused = 'another' as typeof account;
  desk.noteTrouble(paused, { reason: 'by_hand', reply: '' });
  const accounts = [account, paused].map((id) => ({ id, weight: 1 }));
  const batch = {
    run: { accounts, sharing: { rule: 'shares', whenPaused: 'wait' } },
    waits: new Map<number, number>(),
  } as unknown as Batch;
  expect(await permit({ pace: desk } as Bench, batch, [{ no: 2, tried: null } as DueLine])).toEqual([]);
  expect(batch.waits.get(2)).toBeGreaterThan(now + 50_000);
  expect(batch.waits.get(2)).toBeLessThan(now + 300_000);
});

test('F9: what one account let go is given back when the draw from the next fails, and that failure is the one told', async () => {
  await set(`per_minute = null, per_hour = null, per_day = 2, providers = '[]'`);
  await database.pool.query('delete from pace');
  const [desk] = desks(1) as [PaceDesk];
  await desk.look(account);
  const other = 'another' as typeof account;
  const away = new Error('the database is away for a moment');
  let returned: readonly string[] = [];
  const pace: Pick<PaceDesk, 'troubleOf' | 'heldUntil' | 'draw' | 'giveBack'> = {
    troubleOf: () => null,
    heldUntil: () => null,
    draw: async (id, ...rest) => {
      if (id === other) throw away;
      return desk.draw(id, ...rest);
    },
    giveBack: async (id, addresses, run) => {
      await desk.giveBack(id, addresses, run);
      returned = [...returned, ...addresses];
      throw new Error('away again');
    },
  };
  const accounts = [account, other].map((id) => ({ id, weight: 1 }));
  const run = { accounts, sharing: { rule: 'in_turn', whenPaused: 'wait' }, row: { id: RUN.run, mode: 'live' } };
  const batch = { run, waits: new Map() } as unknown as Batch;
  const lines = to('x.example', 3).map((addressKey, no) => ({ no, tried: null, addressKey }) as DueLine);
  const bench = { pace, logger: silentLogger } as unknown as Bench;
  await expect(permit(bench, batch, lines)).rejects.toBe(away);
  expect(returned).toEqual(['p0@x.example', 'p1@x.example']);
  expect(granted(await desk.draw(account, to('x.example', 3), RUN))).toBe(2);
});
