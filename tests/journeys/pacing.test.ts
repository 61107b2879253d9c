import { sql } from 'kysely';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { checkSendingAccount } from '../../contract/account-checks.ts';
import type { AccountSharing } from '../../contract/account-sharing.ts';
import {
  createSendingAccount,
  getSendingAccount,
  pauseSendingAccount,
  resumeSendingAccount,
  type SendingAccount,
  updateSendingAccount,
} from '../../contract/accounts.ts';
import { getCampaign, updateAction } from '../../contract/campaigns.ts';
import type { SentTo } from '../../contract/endpoint.ts';
import type { RunId } from '../../contract/ids.ts';
import { getAccountPace, getRunPace, tryAgainNow } from '../../contract/pace.ts';
import { distribute, getLine, getMessage, getRun, listLines, sendTest, stopRun } from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { eventually } from '../support/eventually.ts';
import { type Caller, signedIn } from '../support/house.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { givenCampaign, givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask, untilFinished } = house;
const CALM = 40;
const BUSY = 12;
let boss: Caller;
let account: SendingAccount;

const settle = async (change: Partial<SentTo<typeof updateSendingAccount>>) => {
  const { paused: _, testedAt, hasPassword, createdAt, updatedAt, ...settings } = account;
  const { status, body } = await boss.call(updateSendingAccount, { ...settings, ...change });
  expect(status, JSON.stringify(body)).toBe(200);
};
const sums = async (id: RunId) => (await ask(getRun, { id })).sums;
const sent = (pattern: RegExp) => house.mail.received.filter(({ to }) => pattern.test(to)).length;
const begin = async () => {
  const campaign = await givenCampaign(house.app.db, house.given);
  return { campaign, run: await ask(distribute, { id: campaign.actionId }) };
};
const untilAtRest = () =>
  vi.waitFor(
    async () => {
      const { rows } = await sql`select 1 from chunk where lease_until > now()`.execute(house.app.db);
      expect(rows).toEqual([]);
    },
    { timeout: PATIENCE_MS },
  );
const untilUnderWay = (runs: readonly RunId[]) =>
  vi.waitFor(
    async () => {
      const { rows } = await sql`select distinct run_id from attempt where run_id = any(${runs}::bigint[])`.execute(
        house.app.db,
      );
      expect(rows).toHaveLength(runs.length);
    },
    { timeout: PATIENCE_MS },
  );
/** As if this long had passed since the server asked us to wait. */
const later = async (minutes: number) => {
  await untilAtRest();
  const back = sql`interval '1 minute' * ${minutes}`;
  await sql`update pace set held_until = held_until - ${back}, free_at = free_at - ${back}`.execute(house.app.db);
  await sql`update outcome set next_at = next_at - ${back} where state = 'deferred'`.execute(house.app.db);
  await sql`update chunk set due_at = due_at - ${back} where open > 0`.execute(house.app.db);
};

beforeAll(async () => {
  boss = await signedIn(house, 'bo@nordlys.test');
  account = (await boss.call(getSendingAccount, { id: house.given.accountId })).body;
  await givenContacts(house.app.db, CALM, house.given.topicId, 'calm.example');
  await givenContacts(house.app.db, BUSY, house.given.topicId, 'busy.example');
});
afterEach(async () => {
  house.mail.refuse = () => null;
  house.mail.answerOnly(Number.POSITIVE_INFINITY);
  house.mail.received.length = 0;
  await settle({});
  await sql`delete from pace`.execute(house.app.db);
  await house.expectLedgerToHold();
});

test('F14, O41: a domain that asks us to wait is left alone, the others go on, and nobody is blamed', async () => {
  let asked = 0;
  house.mail.refuse = (address) => {
    if (!address.endsWith('@busy.example')) return null;
    asked += 1;
    return '421 4.7.0 too fast, come back later';
  };
  const { run } = await begin();
  await vi.waitFor(async () => expect(await sums(run.id)).toMatchObject({ sent: CALM, open: BUSY, failed: 0 }), {
    timeout: PATIENCE_MS,
  });
  const [told] = await ask(getRunPace, { id: run.id });
  expect(told!.waits).toMatchObject([
    { scope: 'domain', name: 'busy.example', why: 'server_busy', reply: expect.stringContaining('come back later') },
  ]);
  const before = asked;
  await later(1);
  await vi.waitFor(async () => expect(asked).toBeGreaterThan(before), { timeout: PATIENCE_MS });
  await eventually(async () => expect((await ask(getRunPace, { id: run.id }))[0]!.waits).toHaveLength(1));
  house.mail.refuse = () => null;
  await later(2);
  await untilFinished(run.id);
  expect(await sums(run.id)).toMatchObject({ sent: CALM + BUSY, failed: 0, unknown: 0 });
  expect(sent(/busy/)).toBe(BUSY);
});

test('F14: a person may try again at once', async () => {
  house.mail.refuse = (address) => (address.endsWith('@busy.example') ? '421 4.7.0 too fast' : null);
  const { run } = await begin();
  await vi.waitFor(async () => expect(await sums(run.id)).toMatchObject({ sent: CALM, open: BUSY }), {
    timeout: PATIENCE_MS,
  });
  await untilAtRest();
  house.mail.refuse = () => null;
  await boss.call(tryAgainNow, { id: account.id });
  expect((await ask(getAccountPace, { id: account.id })).waits).toEqual([]);
  await sql`update outcome set next_at = now() where state = 'deferred' and run_id = ${run.id}`.execute(house.app.db);
  await sql`update chunk set due_at = now() where run_id = ${run.id}`.execute(house.app.db);
  await untilFinished(run.id);
  expect(sent(/@/)).toBe(CALM + BUSY);
});

test('O13: a limit holds: as many leave as it allows, the rest waits, and a test still goes', async () => {
  await settle({ perHour: 15, perDay: 1000 });
  const { campaign, run } = await begin();
  await vi.waitFor(async () => expect((await sums(run.id)).sent).toBe(15), { timeout: PATIENCE_MS });
  const mine = await ask(sendTest, { id: campaign.actionId, to: 'cyprian@nordlys.test' });
  await untilFinished(mine.id);
  expect(await ask(getAccountPace, { id: account.id })).toMatchObject({
    today: { limit: 1000, used: 16, left: 984 },
    waits: [{ scope: 'account', why: 'limit' }],
  });
  expect(await sums(run.id)).toMatchObject({ sent: 15, open: CALM + BUSY - 15, deferred: 0 });
  expect(sent(/calm|busy/)).toBe(15);
  await ask(stopRun, { id: run.id });
});

test('O13: a provider has limits of its own, and a warm-up says what may go today', async () => {
  const provider = { name: 'Busy', domains: ['busy.example'], perMinute: null, perHour: 3, perDay: null };
  const startsOn = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
  await settle({ providers: [provider], warmUp: { startsOn, first: 100, growth: 10, full: 1000 } });
  const { run } = await begin();
  await vi.waitFor(async () => expect((await sums(run.id)).sent).toBe(CALM + 3), { timeout: PATIENCE_MS });
  const told = await ask(getAccountPace, { id: account.id });
  expect(told).toMatchObject({ today: { used: CALM + 3 }, waits: [{ scope: 'provider', name: 'Busy', why: 'limit' }] });
  expect([133, 121, 146]).toContain(told.today!.limit);
  expect(sent(/busy/)).toBe(3);
  const waiting = await ask(listLines, { id: run.id, state: 'open', limit: 50 });
  expect(waiting.rows.every(({ address, attempts }) => address!.endsWith('@busy.example') && attempts === 0)).toBe(
    true,
  );
  await ask(stopRun, { id: run.id });
});

describe('O32: one distribution from several accounts', () => {
  let second: SendingAccount;
  const fromSecond = () =>
    house.mail.received.filter(({ mail }) => mail.from?.value[0]?.address === 'second@fjord.example').length;
  const beginWith = async (sharing: Partial<AccountSharing>) => {
    const campaign = await givenCampaign(house.app.db, house.given);
    const { updatedAt } = (await ask(getCampaign, { id: campaign.campaignId })).actions[0]!;
    const others = [{ id: second.id, weight: 1 }];
    const accountSharing = { rule: 'shares', whenPaused: 'others', weight: 3, others, ...sharing } as const;
    await ask(updateAction, { id: campaign.actionId, updatedAt, accountSharing });
    return ask(distribute, { id: campaign.actionId });
  };

  beforeAll(async () => {
    const { id: _, paused, testedAt, hasPassword, createdAt, updatedAt, ...settings } = account;
    const made = { ...settings, name: 'Second', fromAddress: 'second@fjord.example' };
    second = (await boss.call(createSendingAccount, made)).body;
  });

  test('each carries its weight, and every line says which it was', async () => {
    const run = await beginWith({});
    await untilFinished(run.id);
    expect([sent(/@/), fromSecond()]).toEqual([CALM + BUSY, (CALM + BUSY) / 4]);
    const said = await ask(getLine, { id: run.id, no: 4 });
    expect(said.history.find(({ what }) => what === 'attempt')?.detail).toMatch(/^Second · </);
    const { from } = await ask(getMessage, { id: run.id, no: 4 });
    expect(from).toContain('second@fjord.example');
  });

  test('the first goes until its limit, then the next', async () => {
    await settle({ perHour: 10 });
    const run = await beginWith({ rule: 'in_turn' });
    await untilFinished(run.id);
    expect(fromSecond()).toBe(CALM + BUSY - 10);
  });

  test('a paused account’s part waits, or goes on by the others, as it was said', async () => {
    await boss.call(pauseSendingAccount, { id: second.id });
    const waiting = await beginWith({ whenPaused: 'wait' });
    const going = await beginWith({ whenPaused: 'others' });
    await untilFinished(going.id);
    await eventually(async () => expect((await sums(waiting.id)).sent).toBe((3 * (CALM + BUSY)) / 4));
    expect((await ask(getRun, { id: waiting.id })).state).toBe('sending');
    expect(fromSecond()).toBe(0);
    await boss.call(resumeSendingAccount, { id: second.id });
    await later(2);
    await untilFinished(waiting.id);
    expect(fromSecond()).toBe((CALM + BUSY) / 4);
  });
});

test('O33: two campaigns on one account get about half of it each', async () => {
  await givenContacts(house.app.db, 150, house.given.topicId, 'crowd.example');
  house.mail.answerOnly(0);
  const both = [await begin(), await begin()];
  await untilUnderWay(both.map(({ run }) => run.id));
  house.mail.answerOnly(Number.POSITIVE_INFINITY);
  for (const { run } of both) await untilFinished(run.id);
  const order = house.mail.received.map(({ mail }) => String(mail.headers.get('feedback-id')));
  const ofTheFirst = order.slice(0, order.length / 2).filter((id) => id.includes(both[0]!.campaign.campaignId)).length;
  expect(order).toHaveLength(2 * (CALM + BUSY + 150));
  expect(ofTheFirst / (order.length / 2)).toBeGreaterThan(0.4);
  expect(ofTheFirst / (order.length / 2)).toBeLessThan(0.6);
});

test('O33: of a limit, too, each campaign gets about half', async () => {
  await settle({ perMinute: 1200 });
  const both = [await begin(), await begin()];
  const [first, second] = both.map(({ run }) => run.id) as [RunId, RunId];
  const sentOf = async (): Promise<[number, number]> => [(await sums(first)).sent, (await sums(second)).sent];
  await untilUnderWay([first, second]);
  const before = await sentOf();
  const sentSince = async () => {
    const [one, other] = await sentOf();
    return [one - before[0], other - before[1]] as const;
  };
  await eventually(async () => {
    const [one, other] = await sentSince();
    expect(one + other).toBeGreaterThan(120);
  });
  const [one, other] = await sentSince();
  for (const { run } of both) await ask(stopRun, { id: run.id });
  // Half, but for what was on its way as the count began and ended.
  expect(Math.min(one, other) / (one + other)).toBeGreaterThan(0.25);
});

test('O33: a test does not stand in line behind a large campaign, however slow the server', async () => {
  await givenContacts(house.app.db, 4000, house.given.topicId, 'masses.example');
  house.mail.answerOnly(0);
  const { campaign, run } = await begin();
  await eventually(async () => {
    const { rows } = await sql`select 1 from chunk where run_id = ${run.id} and lease_until > now()`.execute(
      house.app.db,
    );
    // Of five: two fill the room, the others are left for another worker.
    expect(rows).toHaveLength(2);
  });
  await ask(sendTest, { id: campaign.actionId, to: 'cyprian@nordlys.test' });
  await vi.waitFor(
    () => {
      house.mail.answerOnly(1);
      expect(sent(/cyprian/)).toBe(1);
    },
    // So slow that the groups under way outlast whatever a busy machine takes to make room.
    { timeout: PATIENCE_MS, interval: 100 },
  );
  // Before it went at most the two groups that were under way, of 4,202.
  expect(sent(/example/)).toBeLessThanOrEqual(180);
  house.mail.answerOnly(Number.POSITIVE_INFINITY);
  await ask(stopRun, { id: run.id });
});

test('O35: a large marketing send that receivers may not trust asks a person; a test, a relay and whoever confirms go', async () => {
  await givenContacts(house.app.db, 1_000, house.given.topicId, 'many.example');
  await settle({ nature: 'direct' });
  const { checks } = await ask(checkSendingAccount, { id: account.id });
  expect(checks).toContainEqual({ check: 'dkim', state: 'warn', finding: 'no_dkim', seen: 'fjord.example' });
  const campaign = await givenCampaign(house.app.db, house.given);
  expect(await house.refused(distribute, { id: campaign.actionId })).toBe('409 sender_checks_warn');
  await untilFinished((await ask(sendTest, { id: campaign.actionId, to: 'cyprian@nordlys.test' })).id);
  const confirmed = await ask(distribute, { id: campaign.actionId, senderConfirmed: true });
  expect((await ask(stopRun, { id: confirmed.id })).state).toBe('stopped');
  await settle({ nature: 'relay' });
  const { run } = await begin();
  expect((await ask(stopRun, { id: run.id })).state).toBe('stopped');
});
