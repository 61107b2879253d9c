import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getCampaign, updateAction } from '../../contract/campaigns.ts';
import { createProduct } from '../../contract/catalogue.ts';
import { createPriceList, setPrice } from '../../contract/catalogue-prices.ts';
import { createContentVersion } from '../../contract/content.ts';
import type { Endpoint, OutputOf, SentTo } from '../../contract/endpoint.ts';
import type { PartyId, RunId, SendingAccountId } from '../../contract/ids.ts';
import { listInvoices, rehearseInvoices } from '../../contract/invoices.ts';
import { createLayout, LayoutDesign } from '../../contract/layouts.ts';
import { listLetterBatches, NO_LETTER_PLAN, saveLetterPlan } from '../../contract/letters.ts';
import { getSalesTerms } from '../../contract/offers.ts';
import { createQuickCampaign } from '../../contract/quick-campaign.ts';
import { distribute, getRun, listLines } from '../../contract/runs.ts';
import { createSmsAccount } from '../../contract/sms-accounts.ts';
import { checkLedger } from '../../server/modules/reporting/index.ts';
import { eventually } from '../support/eventually.ts';
import { type Caller, furnish, signedIn, testHouse } from '../support/house.ts';
import { givenSeller } from '../support/seller.ts';
import { startSmppServer } from '../support/smpp-server.ts';
import { startWebGateway } from '../support/web-gateway.ts';
import { startWorkerProcess, type WorkerProcess } from '../support/worker-process.ts';

const PEOPLE = 60;
const house = testHouse();
let worker: WorkerProcess;
let bo: Caller;
let parties: { kind: 'contact'; id: PartyId }[];

const ask = async <E extends Endpoint>(endpoint: E, input: SentTo<E>): Promise<OutputOf<E>> => {
  const { status, body } = await bo.call(endpoint, input);
  expect(status, JSON.stringify(body)).toBe(200);
  return body as OutputOf<E>;
};

beforeAll(async () => {
  const { buildStale } = (await import('../../scripts/build.mjs' as string)) as {
    buildStale: (names: string[]) => Promise<void>;
  };
  await buildStale(['server']);
  await furnish(house);
  await givenSeller(house.app.db);
  startWorker();
  bo = await signedIn(house, 'bo@nordlys.test');
  const { rows } = await sql<{ id: PartyId }>`
    insert into contact (id, first_name, last_name, street, postal_code, city, country)
    select gen_random_uuid(), 'Person', n::text, 'Torvet ' || n, '7011', 'Trondheim', 'NO' from generate_series(1, ${PEOPLE}) n
    returning id`.execute(house.app.db);
  parties = rows.map(({ id }) => ({ kind: 'contact', id }));
});

afterAll(() => worker.signal('SIGKILL'));

const startWorker = (): void => {
  const { database, dataFolder } = house.app.config;
  worker = startWorkerProcess(database.url!, join(dataFolder, 'worker'), {
    env: { FANFARE_SECRET: 'a secret for tests, 32 bytes and more', INSIDE_GATEWAYS: 'yes' },
  });
};

const count = async (what: RawBuilder<unknown>): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n ${what}`.execute(house.app.db)).rows[0]!.n;

/**
 * Everything is written and waits to be booked as sent, which a lock of ours forbids, when the worker is killed; so it is in the middle each
 * time, on a machine of any speed. Then the lock goes.
 */
const killedInTheMiddle = async (runId: string): Promise<void> => {
  await house.app.db.transaction().execute(async (tx) => {
    await sql`lock table outcome in share mode`.execute(tx);
    const waiting = sql`from pg_locks where relation = 'outcome'::regclass and not granted`;
    await eventually(async () => expect(await count(waiting)).toBe(1));
    await worker.signal('SIGKILL');
  });
  expect((await ask(getRun, { id: runId as never })).state).toBe('scheduled');
};

const finishedByAnother = async (runId: string): Promise<void> => {
  startWorker();
  await eventually(async () => expect((await ask(getRun, { id: runId as never })).state).toBe('finished'));
  const { sums } = await ask(getRun, { id: runId as never });
  expect(sums).toMatchObject({ planned: PEOPLE, sent: PEOPLE, open: 0 });
  expect((await checkLedger(house.app.db)).filter(({ broken }) => broken.length > 0)).toEqual([]);
};

test('F46: a worker killed over a batch of letters leaves none; the next seals it whole, each letter once, as its checksum says', async () => {
  const { id } = await ask(createQuickCampaign, {
    name: 'Fjord days',
    channel: 'letter',
    state: 'ready',
    purposeClass: 'notice',
    requiresConsent: false,
    parties,
  });
  const { body: layout } = await bo.call(createLayout, {
    name: 'Blue',
    design: LayoutDesign.parse({ name: 'Fjord Bil AS' }),
  });
  const [action] = (await ask(getCampaign, { id })).actions;
  const variants = { en: { subject: 'Spring', text: 'Dear {{ contact.first_name }}, come and see.', html: '' } };
  const words = await ask(createContentVersion, { channel: 'letter', defaultLanguage: 'en', variants });
  await ask(updateAction, { id: action!.id, updatedAt: action!.updatedAt, contentVersionId: words.id });
  await ask(saveLetterPlan, { ...NO_LETTER_PLAN, id: action!.id, layoutId: layout.id });
  const run = await ask(distribute, { id: action!.id, delaySeconds: 1 });
  await killedInTheMiddle(run.id);
  expect(await count(sql`from letter`)).toBe(0);
  expect((await ask(listLetterBatches, { campaignId: id })).rows).toEqual([]);

  await finishedByAnother(run.id);
  const [batch, ...more] = (await ask(listLetterBatches, { campaignId: id })).rows;
  expect([batch?.letters, more]).toEqual([PEOPLE, []]);
  expect(await count(sql`from (select distinct no, code from letter) as one`)).toBe(PEOPLE);
  const file = await bo.download(`/api/letter-batches/${batch!.id}/pdf`);
  expect(createHash('sha256').update(file).digest('hex')).toBe(batch!.sha256);
});

test('F48: a worker killed over a run of invoices draws no number; the next numbers them once without a gap, to the cent', async () => {
  const { id: listId } = await ask(createPriceList, { name: 'Counter', currency: 'NOK', kind: 'default' });
  const made = { kind: 'product', unit: 'pcs', cost: 90_000, costCurrency: 'NOK' } as const;
  const { id: productId } = await ask(createProduct, { ...made, name: 'Winter tyre' });
  await ask(setPrice, { id: productId, listId, amount: 149_933 });
  const { id, actions } = await ask(createQuickCampaign, {
    name: 'Storage of tyres',
    channel: 'invoice',
    state: 'ready',
    parties,
    salesPlan: { lines: [{ productId, quantity: 3333 }], mailed: false },
  });
  const rehearsed = await ask(rehearseInvoices, { id: actions[0]!.id });
  const run = await ask(distribute, { id: actions[0]!.id, delaySeconds: 1 });
  await killedInTheMiddle(run.id);
  const nextNumber = async () => (await ask(getSalesTerms, {})).series.find(({ kind }) => kind === 'invoice')?.next;
  expect([await count(sql`from invoice`), await nextNumber()]).toEqual([0, 1]);

  await finishedByAnother(run.id);
  const { rows } = await ask(listInvoices, { campaignId: id, sort: 'number', limit: 100 });
  expect(rows.map(({ number }) => Number(number))).toEqual(Array.from({ length: PEOPLE }, (_, at) => at + 1));
  expect(rows.reduce((sum, { grossMinor }) => sum + grossMinor, 0)).toBe(rehearsed.grossMinor);
  expect(await nextNumber()).toBe(PEOPLE + 1);
  expect((await bo.call(distribute, { id: actions[0]!.id })).status).toBeGreaterThanOrEqual(400);
  expect(await count(sql`from invoice`)).toBe(PEOPLE);
});

const PHONES = 6;

/** A run by SMS to six phones whose numbers begin so, that goes out at once. */
const distributeSms = async (sendingAccountId: SendingAccountId, prefix: string) => {
  const { rows } = await sql<{ id: PartyId }>`
    insert into contact (id, first_name, last_name, country, phone, phone_key)
    select gen_random_uuid(), 'Phone', n::text, 'NO', ${prefix}::text || n, ${prefix}::text || n from generate_series(1, ${PHONES}) n
    returning id`.execute(house.app.db);
  const made = await ask(createQuickCampaign, {
    name: `By phone ${prefix}`,
    channel: 'sms',
    state: 'ready',
    purposeClass: 'notice',
    requiresConsent: false,
    parties: rows.map(({ id }) => ({ kind: 'contact' as const, id })),
  });
  const [action] = made.actions;
  const variants = { en: { subject: '', preheader: '', html: '', text: 'Hello {{ contact.first_name }}' } };
  const words = await ask(createContentVersion, { channel: 'sms', defaultLanguage: 'en', variants });
  const chosen = { contentVersionId: words.id, sendingAccountId };
  await ask(updateAction, { id: action!.id, updatedAt: action!.updatedAt, ...chosen });
  return ask(distribute, { id: action!.id });
};

const smsAccount = async (input: SentTo<typeof createSmsAccount>): Promise<SendingAccountId> => {
  const anna = await signedIn(house, 'anna@nordlys.test');
  const { status, body } = await anna.call(createSmsAccount, input);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.id;
};

/** Of each line, once another worker has taken over. */
const statesAfterAnother = async (runId: RunId): Promise<string[]> => {
  startWorker();
  await eventually(async () => expect((await ask(getRun, { id: runId })).state).toBe('finished'));
  const { rows } = await ask(listLines, { id: runId });
  return rows.map(({ address, state }) => `${address?.slice(-1)} ${state}`).sort();
};

test('F45: a worker killed while a gateway owes it an answer leaves that one in doubt; the next sends the others, none twice', async () => {
  const silent = '+4740000003';
  const answers: Parameters<typeof startWebGateway>[0] = { [silent]: 'silence' };
  const gateway = await startWebGateway(answers);
  const http = { url: gateway.url, headers: [], template: '{ "to": "{to}", "text": "{text}" }', idPath: 'id' };
  const account = await smsAccount({ name: 'Web', protocol: 'http', sender: 'Nordlys', http });
  const run = await distributeSms(account, '+474000000');
  await eventually(async () => expect(gateway.seen.map(({ to }) => to)).toContain(silent));
  await worker.signal('SIGKILL');
  delete answers[silent];
  const states = await statesAfterAnother(run.id);
  expect(states).toContain('3 unknown');
  for (const state of states) expect(state).toMatch(/ (sent|unknown)$/);
  expect(gateway.seen.map(({ to }) => to).sort()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `+474000000${n}`));
  await gateway.close();
});

test('F45: by SMPP a killed worker leaves in doubt what was on its way in the window, and nothing else', async () => {
  const window = 3;
  const gateway = await startSmppServer();
  await gateway.misbehave(null, { kind: 'silent', times: window });
  const login = { host: '127.0.0.1', port: gateway.port, username: 'fjord', password: gateway.password } as const;
  const settings = { name: 'SMPP', protocol: 'smpp', sender: 'Nordlys', security: 'none', window } as const;
  const run = await distributeSms(await smsAccount({ ...settings, ...login }), '+474000001');
  const taken = async () => (await gateway.accepted()).map(({ to }) => to);
  await eventually(async () => expect(await taken()).toHaveLength(window));
  const onTheirWay = (await taken()).map((to) => to.slice(-1));
  await worker.signal('SIGKILL');
  const states = await statesAfterAnother(run.id);
  expect(states).toEqual([1, 2, 3, 4, 5, 6].map((n) => `${n} ${onTheirWay.includes(String(n)) ? 'unknown' : 'sent'}`));
  expect((await taken()).sort()).toEqual([1, 2, 3, 4, 5, 6].map((n) => `474000001${n}`));
  // What became of them stands in the meter a little after the ledger has it.
  await eventually(async () => {
    const { rows } = await sql<{ state: string; n: number }>`
      select state, count(*)::int as n from sms_metered where run_id = ${run.id} group by 1 order by 1`.execute(
      house.app.db,
    );
    expect(rows.map(({ state, n }) => `${n} ${state}`)).toEqual(['3 accepted', '3 handing']);
  });
  await gateway.close();
});
