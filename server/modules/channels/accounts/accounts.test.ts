import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as api from '../../../../contract/accounts.ts';
import type { SentTo } from '../../../../contract/endpoint.ts';
import { today } from '../../../../contract/runs.ts';
import { type Caller, furnish, signedIn, testHouse } from '../../../../tests/support/house.ts';
import { givenSmsAccount } from '../../../../tests/support/sms-account.ts';
import { type RealServer, startSmtpServer } from '../email/test-support/smtp-servers.ts';
import { findSendingAccount, pauseAccount } from './account.store.ts';

const house = testHouse();
let admin: Caller;
let marketer: Caller;
let server: RealServer;

beforeAll(async () => {
  await furnish(house);
  admin = await signedIn(house, 'anna@nordlys.test');
  marketer = await signedIn(house, 'cyprian@nordlys.test');
  server = await startSmtpServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'post' && password === 'riktig'
        ? done(null, { user: username })
        : done(new Error('Authentication failed')),
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('gone@') ? Object.assign(new Error('5.1.1 no such user'), { responseCode: 550 }) : null),
  });
});
afterAll(() => server.close());

const settings = (over: Partial<SentTo<typeof api.createSendingAccount>> = {}) => ({
  name: `Post ${Math.random()}`,
  host: '127.0.0.1',
  port: server.port,
  security: 'none' as const,
  username: 'post',
  password: 'riktig',
  fromName: 'Nordlys',
  fromAddress: 'post@nordlys.example',
  ...over,
});
const create = async (over = {}) =>
  (await admin.call(api.createSendingAccount, settings(over))).body as api.SendingAccount;

describe('O13: sending accounts', () => {
  test('are not written over what somebody else stored meanwhile', async () => {
    const { id, updatedAt } = await create();
    const save = (fromName: string, read?: string) =>
      admin.call(api.updateSendingAccount, { id, ...settings({ fromName }), updatedAt: read });
    const first = await save('First', updatedAt);
    expect(first.status).toBe(200);
    expect(await save('Second', updatedAt)).toMatchObject({ status: 409, body: { code: 'account_changed' } });
    expect((await admin.call(api.getSendingAccount, { id })).body).toMatchObject({ fromName: 'First' });
    expect((await save('Third', first.body.updatedAt as string)).status).toBe(200);
    expect((await save('A program')).status).toBe(200);
  });

  test('are created with every parameter, changed and put away; the password never comes back', async () => {
    const made = await admin.call(
      api.createSendingAccount,
      settings({
        name: 'Newsletter',
        replyTo: 'svar@nordlys.example',
        perMinute: 60,
        nature: 'relay',
        maxConnections: 4,
      }),
    );
    expect(made).toMatchObject({
      status: 200,
      body: {
        name: 'Newsletter',
        hasPassword: true,
        direction: 'sending',
        perMinute: 60,
        nature: 'relay',
        maxConnections: 4,
        paused: null,
      },
    });
    const id = made.body.id as string;
    const changed = await admin.call(api.updateSendingAccount, {
      id,
      ...settings({ name: 'Letters' }),
      password: undefined,
    });
    expect(changed.body).toMatchObject({ name: 'Letters', hasPassword: true });
    const listed = await marketer.call(api.listSendingAccounts, {});
    for (const { body } of [made, changed, listed]) expect(JSON.stringify(body)).not.toMatch(/riktig|sealed|"v1\./);
    const { rows } = await house.app.pool.query('select password_sealed from sending_account where id = $1', [id]);
    expect(rows[0].password_sealed).toMatch(/^v1\./);
    expect((await admin.call(api.archiveSendingAccount, { id })).status).toBe(200);
    expect((await admin.call(api.getSendingAccount, { id })).status).toBe(404);
  });

  test('what is missing or wrong is told at its field', async () => {
    const fieldOf = async (over: object) =>
      (await admin.call(api.createSendingAccount, settings(over))).body.errors[0].field;
    expect(await fieldOf({ fromAddress: null })).toBe('fromAddress');
    expect(await fieldOf({ host: 'bad host\r\n' })).toBe('host');
    expect(await fieldOf({ port: 70_000 })).toBe('port');
    const { name } = await create();
    expect(await fieldOf({ name: name.toUpperCase() })).toBe('name');
  });

  test('a password goes only to the server it was given for', async () => {
    const { id } = await create();
    const moved = await admin.call(api.updateSendingAccount, {
      id,
      ...settings({ host: 'elsewhere.example' }),
      password: undefined,
    });
    expect(moved).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'password', code: 'account_password_again' }] },
    });
  });

  test('only those who manage accounts see their settings or change them', async () => {
    const { id } = await create();
    expect((await marketer.call(api.getSendingAccount, { id })).status).toBe(403);
    expect((await marketer.call(api.createSendingAccount, settings())).status).toBe(403);
    expect((await marketer.call(api.testSendingAccount, { id, to: 'me@nordlys.example' })).status).toBe(403);
    expect((await marketer.call(api.listSendingAccounts, {})).status).toBe(200);
  });

  test('O14: campaigns may pick only accounts of type sending', async () => {
    const receiving = await create({ direction: 'receiving', fromAddress: null });
    const sending = await create();
    expect(await findSendingAccount(house.app.db, receiving.id)).toBeUndefined();
    expect(await findSendingAccount(house.app.db, sending.id)).toMatchObject({ id: sending.id });
    const { body } = await admin.call(api.listSendingAccounts, { accountDirection: 'receiving' });
    expect(body.rows.map(({ id }: { id: string }) => id)).toEqual([receiving.id]);
    expect((await admin.call(api.testSendingAccount, { id: receiving.id, to: 'me@nordlys.example' })).body.code).toBe(
      'account_not_sending',
    );
  });

  test('F21: what pauses an account is kept until a person resumes it', async () => {
    const { id } = await create();
    await pauseAccount(house.app.db, id, { reason: 'login_refused', reply: '535 5.7.8 no' });
    await admin.call(api.pauseSendingAccount, { id });
    expect((await admin.call(api.getSendingAccount, { id })).body.paused).toMatchObject({
      reason: 'login_refused',
      reply: '535 5.7.8 no',
    });
    expect((await admin.call(api.resumeSendingAccount, { id })).body.paused).toBeNull();
    expect((await admin.call(api.pauseSendingAccount, { id })).body.paused).toMatchObject({ reason: 'by_hand' });
  });

  test('F21: Today tells of which channel a paused account is, so that it leads to it', async () => {
    const { id: mail } = await create();
    const { id: sms } = await givenSmsAccount(house.app.db, house.app.secretBox, {});
    await pauseAccount(house.app.db, sms, { reason: 'inside_address', reply: '' });
    await pauseAccount(house.app.db, mail, { reason: 'login_refused', reply: '' });
    const { pausedAccounts } = (await marketer.call(today, {})).body;
    expect(pausedAccounts).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: mail, channel: 'email', reason: 'login_refused' }),
        expect.objectContaining({ id: sms, channel: 'sms', reason: 'inside_address' }),
      ]),
    );
  });
});

describe('O15: a test from an account', () => {
  test('arrives, and every step is told', async () => {
    const { id } = await create();
    const { body } = await admin.call(api.testSendingAccount, { id, to: 'test@nordlys.example' });
    expect(body).toMatchObject({ ok: true, reason: null, reply: expect.stringMatching(/^250 /) });
    expect(body.steps.map(({ step, ok }: { step: string; ok: boolean }) => `${step} ${ok}`)).toEqual([
      'connect true',
      'secure true',
      'sign_in true',
      'hand_over true',
    ]);
    expect(server.received.at(-1)).toMatchObject({ from: 'post@nordlys.example', to: ['test@nordlys.example'] });
    expect((await admin.call(api.getSendingAccount, { id })).body.testedAt).not.toBeNull();
  });

  test('tells where it ended and what the server said', async () => {
    const wrong = await create({ password: 'feil' });
    const login = await admin.call(api.testSendingAccount, { id: wrong.id, to: 'test@nordlys.example' });
    expect(login.body).toMatchObject({ ok: false, reason: 'login_refused', reply: expect.stringMatching(/^535 /) });
    expect(login.body.steps.at(-1)).toMatchObject({ step: 'sign_in', ok: false });
    const good = await create();
    const gone = await admin.call(api.testSendingAccount, { id: good.id, to: 'gone@nordlys.example' });
    expect(gone.body).toMatchObject({ ok: false, reason: 'no_such_mailbox', reply: '550 5.1.1 no such user' });
    const nobody = await create({ port: 1 });
    const silent = await admin.call(api.testSendingAccount, { id: nobody.id, to: 'test@nordlys.example' });
    expect(silent.body).toMatchObject({
      ok: false,
      reason: 'server_unreachable',
      steps: [{ step: 'connect', ok: false }],
    });
    expect((await admin.call(api.getSendingAccount, { id: nobody.id })).body.testedAt).toBeNull();
  });
});
