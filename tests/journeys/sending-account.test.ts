import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createSendingAccount,
  getSendingAccount,
  listSendingAccounts,
  type SendingAccount,
  testSendingAccount,
  updateSendingAccount,
} from '../../contract/accounts.ts';
import { getCampaign, updateAction } from '../../contract/campaigns.ts';
import { distribute } from '../../contract/runs.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { type Caller, signedIn } from '../support/house.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { givenCampaign, givenContacts } from '../support/ready-campaign.ts';

const house = campaignHouse();
const { ask } = house;
const login = { username: 'newsletter', password: 'vår & sommer' };
let server: MailServer;
let boss: Caller;
let account: SendingAccount;

/** Everything that the form asks for; the password is wrong. */
const settings = () => ({
  name: 'Newsletters',
  direction: 'sending' as const,
  host: '127.0.0.1',
  port: server.port,
  security: 'none' as const,
  checkCertificate: false,
  username: login.username,
  fromName: 'Nordlys Bil',
  fromAddress: 'news@nordlys.test',
  replyTo: 'answers@nordlys.test',
  nature: 'local' as const,
  maxConnections: 3,
  perMinute: 6000,
});
const tested = async () => (await boss.call(testSendingAccount, { id: account.id, to: 'bo@nordlys.test' })).body;

beforeAll(async () => {
  server = await startMailServer({ login });
  boss = await signedIn(house, 'bo@nordlys.test');
});
afterAll(() => server.close());

test('O13: an account is set up with all that a mail server needs, and its password is never shown', async () => {
  const { status, body } = await boss.call(createSendingAccount, { ...settings(), password: 'forgotten' });
  expect(status).toBe(200);
  account = (await boss.call(getSendingAccount, { id: body.id })).body;
  expect(account).toMatchObject({ ...settings(), hasPassword: true, testedAt: null });
  expect(JSON.stringify(account)).not.toContain('forgotten');
});

test('O13: what cannot be is told at its field, and nothing is stored', async () => {
  const wrong = { ...settings(), name: 'Broken', port: 70_000, host: 'mail server', fromAddress: 'nobody' };
  const { status, body } = await boss.call(createSendingAccount, wrong);
  expect([status, body.errors.map(({ field }) => field).sort()]).toEqual([422, ['fromAddress', 'host', 'port']]);
  expect((await boss.call(listSendingAccounts, { search: 'Broken' })).body.rows).toEqual([]);
});

test('O15: a test with a wrong password says that signing in failed and what the server answered', async () => {
  const answer = await tested();
  expect(answer).toMatchObject({ ok: false, reason: 'login_refused', reply: expect.stringMatching(/^535 /) });
  expect(answer.steps.at(-1)).toMatchObject({ step: 'sign_in', ok: false });
  expect(server.received).toEqual([]);
  expect((await boss.call(getSendingAccount, { id: account.id })).body.testedAt).toBeNull();
});

test('O15: with the right one the test arrives at the real server, from the account’s own address', async () => {
  await boss.call(updateSendingAccount, { id: account.id, ...settings(), password: login.password });
  expect(await tested()).toMatchObject({ ok: true, reason: null, reply: expect.stringMatching(/^250 /) });
  expect(server.received).toMatchObject([
    { to: 'bo@nordlys.test', mail: { from: { text: expect.stringContaining('news@nordlys.test') } } },
  ]);
  expect((await boss.call(getSendingAccount, { id: account.id })).body.testedAt).not.toBeNull();
  server.received.length = 0;
});

test('O14: an account has a type, and a campaign can only take one of type sending', async () => {
  const receiving = { ...settings(), name: 'Answers', direction: 'receiving' as const };
  const { id } = (await boss.call(createSendingAccount, receiving)).body;
  const offered = await ask(listSendingAccounts, { accountDirection: 'sending' });
  expect(offered.rows.map(({ name }) => name)).toContain('Newsletters');
  expect(offered.rows.map(({ name }) => name)).not.toContain('Answers');
  const campaign = await givenCampaign(house.app.db, house.given);
  const { updatedAt } = (await ask(getCampaign, { id: campaign.campaignId })).actions[0]!;
  const change = { id: campaign.actionId, updatedAt, sendingAccountId: id };
  expect(await house.refused(updateAction, change)).toBe('422 sendingAccountId no_sending_account');
});

test('O16: campaigns point to the account that is there, and their mail leaves from it', async () => {
  await givenContacts(house.app.db, 5, house.given.topicId);
  const before = (await ask(listSendingAccounts, {})).total;
  for (const campaign of [
    await givenCampaign(house.app.db, house.given),
    await givenCampaign(house.app.db, house.given),
  ]) {
    const { updatedAt } = (await ask(getCampaign, { id: campaign.campaignId })).actions[0]!;
    await ask(updateAction, { id: campaign.actionId, updatedAt, sendingAccountId: account.id });
    await house.untilFinished((await ask(distribute, { id: campaign.actionId, expectedPlanned: 5 })).id);
  }
  expect(server.received).toHaveLength(10);
  for (const { mail } of server.received) {
    expect(mail.from?.value).toMatchObject([{ address: 'news@nordlys.test' }]);
  }
  expect(house.mail.received).toEqual([]);
  expect((await ask(listSendingAccounts, {})).total).toBe(before);
});
