import { sql } from 'kysely';
import { beforeAll, expect, test, vi } from 'vitest';
import {
  archiveSendingAccount,
  getSendingAccount,
  listSendingAccounts,
  restoreSendingAccount,
  resumeSendingAccount,
} from '../../contract/accounts.ts';
import { listMissed } from '../../contract/missed.ts';
import { listCampaignLines } from '../../contract/reporting.ts';
import {
  campaignReport,
  distribute,
  fetchFailed,
  generateSelection,
  getRun,
  listLines,
  pickByHand,
  resumeRun,
} from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { eventually } from '../support/eventually.ts';
import { signedIn } from '../support/house.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { givenCampaign, givenContacts, type ReadyCampaign } from '../support/ready-campaign.ts';
import { numbersOf } from '../support/report-numbers.ts';

const house = campaignHouse();
const { ask, untilFinished } = house;
let campaign: ReadyCampaign;

beforeAll(async () => {
  await givenContacts(house.app.db, 40, house.given.topicId);
  campaign = await givenCampaign(house.app.db, house.given);
});

test('Q24: someone added by hand gets the campaign alone and first', async () => {
  const { rows } = await sql<{ id: never }>`select id from contact where last_name = '3'`.execute(house.app.db);
  await ask(pickByHand, { id: campaign.actionId, pick: 'added', parties: [{ kind: 'contact', id: rows[0]!.id }] });
  const run = await ask(distribute, { id: campaign.actionId, scope: 'hand', expectedPlanned: 1 });
  await untilFinished(run.id);
  expect(house.mail.received.map(({ to }) => to)).toEqual(['person3@example.org']);
});

test('Q24: then the rest, nobody twice; the log tells who had it already', async () => {
  house.mail.refuse = (address) => (/person(1|2)@/.test(address) ? '550 5.2.1 mailbox disabled' : null);
  const run = await ask(distribute, { id: campaign.actionId });
  await untilFinished(run.id);
  expect((await ask(getRun, { id: run.id })).excludedBy).toEqual([{ reason: 'already_in_campaign', lines: 1 }]);
  const copies = house.mail.received.map(({ to }) => to);
  expect(new Set(copies).size).toBe(copies.length);
});

test('Q29, Q30: those who did not get it are fetched, shown with their reason, and sent again', async () => {
  const { sums } = await ask(campaignReport, { id: campaign.campaignId });
  expect(sums).toMatchObject({ planned: 40, sent: 38, failed: 2, deferred: 0 });
  const retry = await ask(fetchFailed, { id: campaign.actionId });
  expect(retry.sums).toMatchObject({ matched: 2, planned: 2 });
  expect((await ask(listLines, { id: retry.id })).rows.map(({ address }) => address).sort()).toEqual([
    'person1@example.org',
    'person2@example.org',
  ]);
  house.mail.refuse = () => null;
  const run = await ask(distribute, { id: campaign.actionId, expectedPlanned: 2 });
  await untilFinished(run.id);
  const report = await ask(campaignReport, { id: campaign.campaignId });
  expect(report.sums).toMatchObject({ matched: 40, planned: 40, sent: 40, failed: 0, open: 0 });
  for (const { filter, count } of numbersOf(report)) {
    const behind = await ask(listCampaignLines, { id: campaign.campaignId, ...filter });
    expect([filter, behind.rows.length, behind.total]).toEqual([filter, count, count]);
  }
  const address = `/api/campaigns/${campaign.campaignId}/lines/export`;
  const file = await house.marketer.send('GET', address, { query: { format: 'csv', state: 'sent' } });
  expect(String(file.body).trim().split('\r\n')).toHaveLength(41);
  await house.expectLedgerToHold();
});

test('Q23: an audience that changed after it was looked at is not sent to unseen', async () => {
  const other = await givenCampaign(house.app.db, house.given);
  await ask(generateSelection, { id: other.actionId });
  expect(await house.refused(distribute, { id: other.actionId, expectedPlanned: 39 })).toBe('409 audience_changed');
});

test('F21: a refused login pauses the account and the run, touches no recipient, and nobody puts the account away meanwhile', async () => {
  const boss = await signedIn(house, 'bo@nordlys.test');
  const other = await givenCampaign(house.app.db, house.given);
  const accountId = house.given.accountId;
  const sealed = house.app.secretBox.seal('wrong');
  await sql`update sending_account set username = 'kari', password_sealed = ${sealed}, updated_at = now() where id = ${accountId}`.execute(
    house.app.db,
  );
  const before = house.mail.received.length;
  const run = await ask(distribute, { id: other.actionId });
  await vi.waitFor(async () => expect((await ask(getRun, { id: run.id })).state).toBe('paused'), {
    timeout: PATIENCE_MS,
    interval: 50,
  });
  const shown = await ask(getRun, { id: run.id });
  expect(shown.pauseReason?.code).toBe('account_trouble');
  await eventually(async () =>
    expect((await ask(getRun, { id: run.id })).sums).toMatchObject({ open: 40, failed: 0, deferred: 0, unknown: 0 }),
  );
  expect((await boss.call(getSendingAccount, { id: accountId })).body).toMatchObject({
    paused: { reason: expect.any(String) },
  });
  expect(await house.refused(resumeRun, { id: run.id })).toBe('409 account_not_sending_yet');

  await sql`update sending_account set username = null, password_sealed = null, updated_at = now() where id = ${accountId}`.execute(
    house.app.db,
  );
  expect((await boss.call(resumeSendingAccount, { id: accountId })).status).toBe(200);
  expect(await boss.call(archiveSendingAccount, { id: accountId })).toMatchObject({
    status: 409,
    body: { code: 'account_under_way', errors: [{ params: { count: 1 } }] },
  });
  await ask(resumeRun, { id: run.id });
  await untilFinished(run.id);
  expect(house.mail.received.length - before).toBe(40);
  expect((await boss.call(archiveSendingAccount, { id: accountId })).status).toBe(200);
  const listed = async (archived: 'true' | 'false') =>
    (await boss.call(listSendingAccounts, { archived })).body.rows.some(({ id }) => id === accountId);
  expect([await listed('false'), await listed('true')]).toEqual([false, true]);
  expect((await boss.call(restoreSendingAccount, { id: accountId })).status).toBe(200);
  expect([await listed('false'), await listed('true')]).toEqual([true, false]);
  await house.expectLedgerToHold();
});

test('Q30: everyone who did not receive it is told by reason; the unopened are fetched only where it could be told', async () => {
  const other = await givenCampaign(house.app.db, house.given);
  house.mail.refuse = (address) => (/person(4|5)@/.test(address) ? '550 5.2.1 mailbox disabled' : null);
  const run = await ask(distribute, { id: other.actionId });
  await untilFinished(run.id);
  house.mail.refuse = () => null;
  const missed = async (what: string) =>
    (await ask(listMissed, { id: other.actionId })).find((one) => one.what === what)!;
  const failed = await missed('failed');
  expect(failed.lines).toBe(2);
  expect(failed.reasons.reduce((sum, { lines }) => sum + lines, 0)).toBe(2);
  const unopened = (await missed('unopened')).lines;
  const { planned } = run.sums;
  expect(unopened).toBe(planned - 2);
  const fetched = await ask(fetchFailed, { id: other.actionId, what: ['failed', 'unopened'] });
  expect(fetched.sums.matched).toBe(planned);
  expect((await missed('failed')).lines).toBe(0);
});
