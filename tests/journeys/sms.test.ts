import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Campaign, createCampaign, updateAction, updateCampaign } from '../../contract/campaigns.ts';
import { updateContentVersion } from '../../contract/content.ts';
import { createContact } from '../../contract/crm.ts';
import type { SendingAccountId } from '../../contract/ids.ts';
import { campaignMoney } from '../../contract/money.ts';
import { distribute, getMessage, listLines, previewAction, sendTest } from '../../contract/runs.ts';
import { forecastSms, previewSms, saveSmsPrices, smsUsage } from '../../contract/sms.ts';
import { createSmsAccount, testSmsAccount } from '../../contract/sms-accounts.ts';
import { startSmsListener } from '../../server/modules/channels/index.ts';
import { settleByEvidence } from '../../server/modules/delivery/settle-by-evidence.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { type Caller, signedIn } from '../support/house.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { everyone } from '../support/ready-campaign.ts';
import { type SmppServer, startSmppServer } from '../support/smpp-server.ts';
import { startWebGateway } from '../support/web-gateway.ts';

/** Several times what it takes, for a machine that has much else to do. */
const PATIENCE = { timeout: PATIENCE_MS, interval: 50 };

const house = campaignHouse();
const { ask } = house;
let gateway: SmppServer;
let admin: Caller;
let smpp: SendingAccountId;
let campaign: Campaign;
let listener: ReturnType<typeof startSmsListener>;

const PEOPLE = [
  ['Åse', '+47 400 00 001'],
  ['Łukasz', '+48 600 123 456'],
  ['Chloé', '+33 6 12 34 56 78'],
  ['Line', '+47 22 12 34 56'],
  ['Prem', '+47 829 00 000'],
  ['Nils', null],
] as const;

const asAdmin = async <T>(call: Promise<{ status: number; body: T }>): Promise<T> => {
  const { status, body } = await call;
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

const action = () => campaign.actions[0]!;
const change = async (details: object) => {
  campaign = await ask(updateAction, { id: action().id, updatedAt: action().updatedAt, ...details });
};
const write = async (text: string) => {
  const variants = { en: { subject: '', preheader: '', html: '', text } };
  const { id } = await ask(updateContentVersion, { id: action().contentVersionId!, defaultLanguage: 'en', variants });
  await change({ contentVersionId: id });
};
/** A campaign that is ready but for who, what and by which account; each keystroke is an input of the person. */
const begin = async (name: string, accountId: SendingAccountId) => {
  campaign = await ask(createCampaign, { name, channel: 'sms', topicId: house.given.topicId });
  await change({ audience: everyone, sendingAccountId: accountId });
};
const ready = async () => {
  campaign = await ask(updateCampaign, { id: campaign.id, updatedAt: campaign.updatedAt, state: 'ready' });
};
const go = async () => {
  await ready();
  const run = await ask(distribute, { id: action().id, scope: 'all', expectedPlanned: null, delaySeconds: 0 });
  return run.id;
};
const factsOf = async (runId: string) => {
  const { rows } = await sql<{ said: string }>`
    select r.address_key || ' ' || f.kind as said from first_event f join recipient r using (run_id, no) where f.run_id = ${runId} order by 1`.execute(
    house.app.db,
  );
  return rows.map(({ said }) => said);
};
const statesOf = async (runId: string) => {
  const { rows } = await ask(listLines, { id: runId as never });
  return Object.fromEntries(rows.filter(({ state }) => state !== 'excluded').map((row) => [row.address, row.state]));
};

beforeAll(async () => {
  gateway = await startSmppServer();
  admin = await signedIn(house, 'anna@nordlys.test');
  for (const [firstName, phone] of PEOPLE) {
    await ask(createContact, { firstName, phone, language: 'en', email: `${firstName.length}@example.org` });
  }
  await sql`
    with given as (
      insert into consent_record (party_kind, party_id, channel, topic_id, decision, source, gate_seq)
      select 'contact', id, 'sms', ${house.given.topicId}, 'given', 'test', nextval('gate_seq') from contact returning id, party_id
    )
    insert into consent (party_kind, party_id, channel, topic_id, decision, record_id, at)
    select 'contact', party_id, 'sms', ${house.given.topicId}, 'given', id, now() from given`.execute(house.app.db);
  listener = startSmsListener(house.app, 100);
});
afterAll(async () => {
  await listener.stop();
  await gateway.close();
});

test('Q02: an SMPP account is made, and a test comes to my phone', async () => {
  const settings = {
    name: 'Gateway',
    protocol: 'smpp',
    sender: 'Nordlys',
    host: '127.0.0.1',
    port: gateway.port,
  } as const;
  // One message at a time, so that a connection that breaks leaves one without an answer.
  const login = { username: 'fjord', password: gateway.password, security: 'none', window: 1 } as const;
  const account = await asAdmin(admin.call(createSmsAccount, { ...settings, ...login }));
  expect(JSON.stringify(account)).not.toContain(gateway.password);
  smpp = account.id;
  const told = await asAdmin(admin.call(testSmsAccount, { id: smpp, to: '400 00 009' }));
  expect(told).toMatchObject({ ok: true });
  expect((await gateway.accepted()).at(-1)).toMatchObject({ to: '4740000009', from: 'Nordlys' });
  const wrong = await admin.call(createSmsAccount, { ...settings, name: 'Other', sender: 'Much too long a name' });
  expect(wrong.body.errors[0]).toMatchObject({ field: 'sender', code: 'sms_sender' });
});

test('Q17: each person’s text is counted, the character named, and landlines left out before anything is sent', async () => {
  await asAdmin(
    admin.call(saveSmsPrices, {
      prices: [
        { country: 'NO', perPartMillionths: 350_000 },
        { country: '', perPartMillionths: 650_000 },
      ],
    }),
  );
  await begin('Winter tyres', smpp);
  await write(`Hi {{ contact.first_name }}, ${'book your tyres now. '.repeat(7)}Reply STOP`);
  const preview = await ask(previewAction, { id: action().id });
  expect(preview.excluded.map(({ reason, lines }) => `${reason} ${lines}`)).toEqual(
    expect.arrayContaining(['landline 1', 'premium_number 1', 'no_address 1']),
  );
  expect(preview.planned).toBe(3);
  const forecast = await ask(forecastSms, { id: action().id });
  expect(forecast).toMatchObject({
    planned: 3,
    byParts: [
      { parts: 2, people: 2 },
      { parts: 3, people: 1 },
    ],
    wide: 1,
    forcing: ['Ł'],
    parts: 7,
    costMinor: 2 * 35 + 3 * 65 + 2 * 65,
  });
  const shown = await ask(previewSms, {
    defaultLanguage: 'en',
    language: 'en',
    variants: { en: { text: 'No way out' } },
  });
  expect(shown.remarks.map(({ code }) => code)).toEqual(['sms_no_way_out']);
});

test('Q24, Q08: a test comes to my phone and counts nowhere', async () => {
  const before = (await gateway.accepted()).length;
  const run = await ask(sendTest, { id: action().id, to: '400 00 009', contactId: null });
  await house.untilFinished(run.id);
  const sent = (await gateway.accepted()).slice(before);
  expect(sent.map(({ to, udh }) => [to, udh])).toEqual([
    ['4740000009', expect.stringMatching(/^0003..0201$/)],
    ['4740000009', expect.stringMatching(/^0003..0202$/)],
  ]);
});

test('Q02, Q08, Q17: it goes to each phone in its parts, and what the gateway reports is known', async () => {
  const before = (await gateway.accepted()).length;
  const runId = await go();
  await house.untilFinished(runId);
  const sent = (await gateway.accepted()).slice(before);
  const to = (number: string) => sent.filter((one) => one.to === number);
  expect([to('4740000001').length, to('48600123456').length, to('33612345678').length]).toEqual([2, 3, 2]);
  expect(
    to('48600123456')
      .map(({ text }) => text)
      .join(''),
  ).toContain('Hi Łukasz, book');
  expect(to('48600123456')[0]!.coding).toBe(8);
  for (const one of sent.filter(({ to: number }) => number !== '33612345678')) {
    await gateway.receipt(one.id, one.to, 'DELIVRD');
    // A gateway that is not sure tells it again.
    await gateway.receipt(one.id, one.to, 'DELIVRD');
  }
  await gateway.receipt(to('33612345678')[1]!.id, '33612345678', 'UNDELIV');
  await vi.waitFor(async () => {
    await house.app.smsDesk.read();
    expect(await factsOf(runId)).toEqual(['+33612345678 bounced', '+4740000001 confirmed', '+48600123456 confirmed']);
  }, PATIENCE);
  const message = await ask(getMessage, { id: runId as never, no: 1 });
  expect(message).toMatchObject({ from: 'Nordlys', html: null, text: expect.stringMatching(/^Hi /) });
  await house.expectLedgerToHold();
});

test('STOP in any spelling stops it for the number, is confirmed once, and others are replies', async () => {
  const before = (await gateway.accepted()).length;
  await gateway.text('33612345678', '« Arrêt ! »');
  await gateway.text('4740000001', 'Can I stop by on Friday?');
  await vi.waitFor(async () => {
    await house.app.smsDesk.read();
    const { rows } = await sql<{ said: string }>`
      select i.number || ' ' || i.meaning as said from sms_incoming i order by 1`.execute(house.app.db);
    expect(rows.map(({ said }) => said)).toEqual(['+33612345678 stop', '+4740000001 other']);
  }, PATIENCE);
  const replies = (await gateway.accepted()).slice(before);
  expect(replies.map(({ to, text }) => [to, text])).toEqual([['33612345678', expect.stringContaining('Nordlys AS')]]);
  await begin('Spring tyres', smpp);
  await write('Spring is near. Reply STOP');
  const preview = await ask(previewAction, { id: action().id });
  expect(preview.excluded).toContainEqual(expect.objectContaining({ reason: 'suppressed_address', lines: 1 }));
});

test('F45: an answer that is lost leaves the line unknown, it is never sent again, and a late report settles it', async () => {
  await gateway.misbehave('4740000001', { kind: 'break', times: 1 });
  const before = (await gateway.accepted()).length;
  const runId = await go();
  await house.untilFinished(runId);
  expect(await statesOf(runId)).toMatchObject({ '+47 400 00 001': 'unknown', '+48 600 123 456': 'sent' });
  const copies = (await gateway.accepted()).slice(before).filter(({ to }) => to === '4740000001');
  expect(copies).toHaveLength(1);
  await gateway.receipt(copies[0]!.id, '4740000001', 'DELIVRD');
  await vi.waitFor(async () => {
    await house.app.smsDesk.read();
    await settleByEvidence(house.app);
    expect(await statesOf(runId)).toMatchObject({ '+47 400 00 001': 'sent' });
  }, PATIENCE);
  await house.expectLedgerToHold();
});

test('Q10: parts are metered for each month and quarter, with what they cost, and once in the campaign', async () => {
  const year = new Date().getUTCFullYear();
  // What went before may have gone in the last hour of a year.
  const usageBy = async (by: 'quarter' | 'month') =>
    (await Promise.all([year, year - 1].map((one) => ask(smsUsage, { year: one, by })))).flatMap(({ rows }) => rows);
  const quarters = await usageBy('quarter');
  const months = await usageBy('month');
  const total = (rows: typeof months) => rows.reduce((sum, row) => sum + row.parts + row.testParts, 0);
  // The account's own test and what is said to who wrote STOP belong to no run, and are not metered.
  const accepted = (await gateway.accepted()).length - 2;
  expect([total(quarters), total(months)]).toEqual([accepted, accepted]);
  expect(quarters.find(({ country }) => country === 'PL')).toMatchObject({ parts: 4, costMinor: 4 * 65 });
  expect(quarters[0]!.period).toMatch(/^\d{4}-Q[1-4]$/);
  const csv = (await house.marketer.download(`/api/sms-usage/export?year=${year}&by=quarter`)).toString('utf8');
  expect(csv.split('\r\n')[0]).toContain('period,account,country,messages,parts');
  const money = await ask(campaignMoney, { id: campaign.id });
  expect(money.metered).toEqual([{ actionId: action().id, what: 'sms', count: 2, totalMinor: 35 + 65 }]);
  expect(money.whole.costs.actualMinor).toBe(100);
});

test('F45: by HTTP a busy gateway is left alone, a lost answer is unknown, and its signed report is believed', async () => {
  const web = await startWebGateway({ '+4740000001': 'hang up', '+48600123456': 429 });
  const { url, seen } = web;
  const http = {
    url,
    headers: [{ name: 'Authorization', value: 'Bearer {password}' }],
    template: '{ "to": "{to}", "text": "{text}", "ref": "{reference}" }',
    idPath: 'id',
    signature: { header: 'X-Signature', encoding: 'hex' as const },
  };
  const account = await asAdmin(
    admin.call(createSmsAccount, {
      name: 'Web gateway',
      protocol: 'http',
      sender: 'Nordlys',
      password: 'token',
      hookKey: 'key',
      http,
    }),
  );
  await begin('By web', account.id);
  await write('“Summer” is here.\nReply STOP');
  const runId = await go();
  await vi.waitFor(async () => expect(Object.keys(await statesOf(runId))).toHaveLength(2), PATIENCE);
  await vi.waitFor(
    async () =>
      expect(await statesOf(runId)).toMatchObject({ '+47 400 00 001': 'unknown', '+48 600 123 456': 'deferred' }),
    PATIENCE,
  );
  expect(seen.filter(({ to }) => to === '+4740000001')).toEqual([
    expect.objectContaining({ text: '“Summer” is here.\nReply STOP', ref: expect.stringMatching(/./) }),
  ]);
  const report = JSON.stringify({ id: 'h1', status: 'delivered', to: '4740000001' });
  const path = new URL(account.reportUrl).pathname;
  const call = (signature: string) =>
    house.server.inject({
      method: 'POST',
      url: path,
      payload: report,
      headers: { 'content-type': 'application/json', 'x-signature': signature },
    });
  expect((await call('00')).statusCode).toBe(404);
  expect((await call(createHmac('sha256', 'key').update(report).digest('hex'))).statusCode).toBe(200);
  await vi.waitFor(async () => {
    await house.app.smsDesk.read();
    expect(await factsOf(runId)).toEqual(['+4740000001 confirmed']);
  }, PATIENCE);
  await web.close();
});
