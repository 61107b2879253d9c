import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { countSms } from '../../../../contract/sms-text.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { givenSmsAccount } from '../../../../tests/support/sms-account.ts';
import { createSecretBox } from '../../../platform/crypto/secret-box.ts';
import { silentLogger } from '../../../platform/logger.ts';
import { type Handed, NOT_HANDED, type SmsToHand } from './gateway.ts';
import type { Group } from './meter.store.ts';
import { Meter } from './meter.ts';

const database = testDatabase();
let accountId: string;
let runId = 0;
beforeAll(async () => {
  accountId = (await givenSmsAccount(database.db, createSecretBox(Buffer.alloc(32, 7)), {})).id;
});
beforeEach(() => {
  runId += 1;
});

const meter = () => new Meter(database.db, silentLogger, { runId: String(runId), accountId, test: false });
const message = (no: number): SmsToHand => {
  const text = 'a'.repeat(100 * no);
  return { no, to: `+4740000${no}`, text, counted: countSms(text), messageId: `<${no}>`, reference: no };
};
const sent = (gatewayId: string): Handed => ({
  ...NOT_HANDED,
  outcome: { state: 'sent', reply: '' },
  taken: [{ partNo: 1, gatewayId }],
  accepted: 1,
});
const unanswered: Handed = { ...NOT_HANDED, outcome: { state: 'unknown', reason: 'connection_lost', reply: '' } };
const opened = async (of: Meter, ...nos: number[]): Promise<Group> => (await of.open(nos.map(message))).group!;
const metered = async () => {
  const { rows } = await sql<{ said: string }>`
    select no || ' ' || parts || ' ' || state as said from sms_metered where run_id = ${runId} order by 1`.execute(
    database.db,
  );
  return rows.map(({ said }) => said);
};
const standing = async () =>
  (await sql`select from sms_handing where run_id = ${runId}`.execute(database.db)).rows.length;

test('Q10, Q17: what a worker that vanished had begun stands as not settled, and once only when it is tried again', async () => {
  const vanished = meter();
  const group = await opened(vanished, 1, 2, 3);
  expect(await metered()).toEqual(['1 1 handing', '2 2 handing', '3 2 handing']);
  vanished.note(group, message(1), sent(`a${runId}`));
  await vanished.flush();
  expect(await metered()).toEqual(['1 1 accepted', '2 2 handing', '3 2 handing']);
  const next = meter();
  const again = await opened(next, 2);
  next.note(again, message(2), unanswered);
  next.close(again);
  await next.flush();
  expect(await metered()).toEqual(['1 1 accepted', '2 2 unknown', '3 2 handing']);
  expect(await standing()).toBe(1);
});

test('what was never handed over is not metered once its group is over, and takes nothing from an earlier try', async () => {
  const one = meter();
  const first = await opened(one, 1, 2);
  one.note(first, message(1), unanswered);
  one.note(first, message(2), { ...NOT_HANDED, outcome: { state: 'untouched', reason: 'withdrawn' } });
  one.close(first);
  await one.flush();
  const second = await opened(one, 1);
  one.note(second, message(1), { ...NOT_HANDED, outcome: { state: 'untouched', reason: 'withdrawn' } });
  one.close(second);
  await one.flush();
  expect([await metered(), await standing()]).toEqual([['1 1 unknown'], 0]);
});

test('each part is found by the gateway’s name for it, also of a line that was refused before', async () => {
  const one = meter();
  const names = async () => {
    const { rows } = await sql<{ said: string }>`
      select no || ' ' || gateway_id as said from sms_name where run_id = ${runId} order by 1`.execute(database.db);
    return rows.map(({ said }) => said);
  };
  const taken = [1, 2].map((partNo) => ({ partNo, gatewayId: `p${partNo}.${runId}` }));
  const first = await opened(one, 1, 2);
  one.note(first, message(1), { ...NOT_HANDED, outcome: { state: 'deferred', reason: 'server_busy', reply: '' } });
  one.note(first, message(2), { outcome: { state: 'sent', reply: '' }, trouble: null, taken, accepted: 2 });
  one.close(first);
  await one.flush();
  expect([await names(), await metered()]).toEqual([
    [`2 p1.${runId}`, `2 p2.${runId}`],
    ['1 1 refused', '2 2 accepted'],
  ]);
  const again = await opened(one, 1, 3);
  one.note(again, message(1), sent(`q${runId}`));
  one.note(again, message(3), unanswered);
  one.close(again);
  await one.flush();
  expect([await names(), await metered()]).toEqual([
    [`1 q${runId}`, `2 p1.${runId}`, `2 p2.${runId}`],
    ['1 1 accepted', '2 2 accepted', '3 2 unknown'],
  ]);
});

test('an answer that cannot be written leaves its group as not settled; the others are written', async () => {
  const one = meter();
  const broken = await opened(one, 1);
  one.note(broken, message(1), sent('no name has \u0000'));
  await one.flush();
  const whole = await opened(one, 2);
  one.note(whole, message(2), sent(`b${runId}`));
  one.close(broken);
  one.close(whole);
  await one.flush();
  expect([await metered(), await standing()]).toEqual([['1 1 handing', '2 2 accepted'], 1]);
});

test('an account that is paused opens nothing', async () => {
  await sql`update sending_account set paused_reason = ${JSON.stringify({ reason: 'bind_refused', reply: '' })} where id = ${accountId}`.execute(
    database.db,
  );
  const { standing: told, group } = await meter().open([message(1)]);
  expect([told.pausedReason?.reason, group, await metered()]).toEqual(['bind_refused', null, []]);
});
