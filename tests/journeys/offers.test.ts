import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import { beforeAll, expect, test, vi } from 'vitest';
import { type Campaign, getCampaign, updateCampaign } from '../../contract/campaigns.ts';
import { createProduct } from '../../contract/catalogue.ts';
import { createPriceList, setPrice } from '../../contract/catalogue-prices.ts';
import { createCompany, createContact, getCompanyTimeline, getContactTimeline } from '../../contract/crm.ts';
import type { PartyId, ProductId } from '../../contract/ids.ts';
import { campaignMoney } from '../../contract/money.ts';
import * as offers from '../../contract/offers.ts';
import { listCampaignProducts } from '../../contract/proposed-products.ts';
import { createQuickCampaign } from '../../contract/quick-campaign.ts';
import { distribute, getMessage, listLines, listRuns, sendTest } from '../../contract/runs.ts';
import { saveSalesPlan } from '../../contract/sales-plan.ts';
import { updateSendTimes } from '../../contract/send-times.ts';
import { tellOwner } from '../../server/modules/campaigns/documents/tell-owner.ts';
import { startDueRuns } from '../../server/modules/delivery/start-due-runs.ts';
import { issueOffers } from '../../server/modules/sales/index.ts';
import { silentLogger } from '../../server/platform/logger.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { Caller, signedIn } from '../support/house.ts';
import { isPopplerHere, pagesOfPdf } from '../support/pdf.ts';

const house = campaignHouse();
const { ask, refused } = house;
let tyre: ProductId;
let campaign: Campaign;
const parties: { kind: 'contact'; id: PartyId }[] = [];

const mine = async () => (await ask(offers.listOffers, { campaignId: campaign.id, sort: 'number' })).rows;
const body = async (path: string) => (await new Caller(house).send<string>('GET', path)).body as string;

beforeAll(async () => {
  const bo = await signedIn(house, 'bo@nordlys.test');
  const anna = await signedIn(house, 'anna@nordlys.test');
  await anna.call(updateSendTimes, { country: null });
  const { body: list } = await bo.call(createPriceList, { name: 'Counter', currency: 'NOK', kind: 'default' });
  const made = { name: 'Winter tyre', kind: 'product', unit: 'pcs', cost: 90_000, costCurrency: 'NOK' } as const;
  tyre = (await bo.call(createProduct, made)).body.id;
  await bo.call(setPrice, { id: tyre, listId: list.id, amount: 149_900 });
  const swedish = await ask(createCompany, { name: 'Sveabil AB', country: 'SE', vatId: 'SE556036079301' });
  for (const [firstName, companyId] of [
    ['Kari', null],
    ['Ola', null],
    ['Sven', swedish.id],
  ] as const) {
    const email = `${firstName.toLowerCase()}@kunde.example`;
    const { id } = await ask(createContact, { firstName, lastName: 'Dahl', email, companyId, language: 'en' });
    parties.push({ kind: 'contact', id: id as string as PartyId });
  }
  await sql`insert into consent_record (party_kind, party_id, channel, topic_id, decision, source, gate_seq)
    select 'contact', id, 'email', ${house.given.topicId}, 'given', 'test', nextval('gate_seq') from contact`.execute(
    house.app.db,
  );
  await sql`insert into consent (party_kind, party_id, channel, topic_id, decision, record_id, at)
    select party_kind, party_id, channel, topic_id, decision, id, now() from consent_record`.execute(house.app.db);
});

test('E07: the quick form makes offers for many; VAT asks where the company is before anything is issued', async () => {
  campaign = await ask(createQuickCampaign, {
    name: 'Tyres for the winter',
    channel: 'offer',
    state: 'ready',
    topicId: house.given.topicId,
    parties,
    salesPlan: { lines: [{ productId: tyre, quantity: 4000 }], validDays: 14, terms: 'Paid on delivery.' },
  });
  const [offer, mail] = campaign.actions;
  expect(mail).toMatchObject({ channel: 'email', schedule: { kind: 'after', actionId: offer!.id, hours: 0 } });
  expect(await refused(distribute, { id: offer!.id })).toBe('422 lines company_country_needed');
  const anna = await signedIn(house, 'anna@nordlys.test');
  await anna.call(updateSendTimes, { country: 'NO' });
  expect((await ask(getCampaign, { id: campaign.id })).problems).toEqual([]);
});

test('E19: create only: the mail goes away with the switch, and comes back with it', async () => {
  const { id } = campaign.actions[0]!;
  const plan = { id, lines: [{ productId: tyre, quantity: 4000 }], validDays: 14, terms: 'Paid on delivery.' };
  await ask(saveSalesPlan, { ...plan, mailed: false });
  expect((await ask(getCampaign, { id: campaign.id })).actions).toHaveLength(1);
  await ask(saveSalesPlan, { ...plan, mailed: true });
  campaign = await ask(getCampaign, { id: campaign.id });
  expect(campaign.actions).toHaveLength(2);
});

test('E16: a firm that would get an offer for each of two of its people is told before any is made', async () => {
  const { id } = campaign.actions[0]!;
  const firmOf = (companyId: string | null) =>
    sql`update contact set company_id = ${companyId} where first_name = 'Ola'`.execute(house.app.db);
  expect(await ask(offers.rehearseOffers, { id })).toEqual({ firmsOfferedAgain: 0 });
  const { rows } = await sql<{ id: string }>`select id from company where name = 'Sveabil AB'`.execute(house.app.db);
  await firmOf(rows[0]!.id);
  expect(await ask(offers.rehearseOffers, { id })).toEqual({ firmsOfferedAgain: 1 });
  await firmOf(null);
});

test('a proof draws no number, and a run that breaks gives its numbers back', async () => {
  const { id } = campaign.actions[0]!;
  await ask(sendTest, { id, to: 'cyprian@nordlys.test' });
  expect(await mine()).toEqual([]);
  const whole = house.app.channels.offer!;
  const broken = {
    shape: 'issue' as const,
    name: 'offer',
    issue: async (tx: never, run: never) => {
      await issueOffers(tx, run);
      throw new Error('out of paper');
    },
  };
  const channels = house.app.channels as Record<string, unknown>;
  channels.offer = broken;
  expect((await house.marketer.call(distribute, { id })).status).toBe(500);
  channels.offer = whole;
  const { series } = await ask(offers.getSalesTerms, {});
  expect(series.find(({ kind }) => kind === 'offer')).toMatchObject({ next: 1 });
});

test('E07, E34: one press numbers them without a gap, with the VAT of each buyer', async () => {
  const [offer, mail] = campaign.actions;
  await ask(distribute, { id: mail!.id });
  await ask(distribute, { id: offer!.id, expectedPlanned: 3 });
  const rows = await mine();
  expect(rows.map(({ number }) => number)).toEqual(['O-2026-0001', 'O-2026-0002', 'O-2026-0003']);
  const sums = Object.fromEntries(rows.map(({ party, netMinor, grossMinor }) => [party.name, [netMinor, grossMinor]]));
  expect(sums).toEqual({
    'Kari Dahl': [599_600, 749_500],
    'Ola Dahl': [599_600, 749_500],
    'Sven Dahl': [599_600, 599_600],
  });
  expect(rows[0]).toMatchObject({
    state: 'open',
    issuedOn: '2026-03-02',
    validUntil: '2026-03-16',
    owner: { name: 'Cyprian Nowak' },
  });
  await house.expectLedgerToHold();
});

test('the offer is mailed by a run of its own, one line for each, with the way to its page', async () => {
  const mail = (await ask(getCampaign, { id: campaign.id })).actions[1]!;
  await startDueRuns(house.app as never);
  const run = (await ask(listRuns, { id: mail.id })).find(({ mode }) => mode === 'main')!;
  await house.untilFinished(run.id);
  const toKari = house.mail.received.find(({ to }) => to === 'kari@kunde.example')!;
  expect(toKari.raw.replaceAll('=\r\n', '')).toMatch(/\/offer\/[\w-]{32}|\/c\/[\w-]{32}/);
  const token = house.app.lineTokens.tokenOf(run.id, 1);
  const led = await new Caller(house).send('GET', `/offer/${token}`);
  expect(led.status).toBe(303);
  expect(String(led.headers.location)).toMatch(/^\/offer\/[0-9a-f-]{36}\//);
});

test('looking accepts nothing; the first answer holds, whoever reads it', async () => {
  const [first] = await mine();
  const { pageUrl } = await ask(offers.getOffer, { id: first!.id });
  const path = pageUrl.replace(house.app.config.baseUrl, '');
  for (let looks = 0; looks < 3; looks += 1) expect(await body(path)).toContain('O-2026-0001');
  expect(await body(path)).toContain('Paid on delivery.');
  expect((await ask(offers.getOffer, { id: first!.id })).state).toBe('open');
  expect((await new Caller(house).send('GET', `${path.slice(0, -2)}xx`)).status).toBe(404);
  const post = (fields: Record<string, string>) =>
    house.server.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
  expect((await post({ answer: 'accepted', name: ' ' })).statusCode).toBe(400);
  expect((await post({ answer: 'accepted', name: 'Kari Dahl', note: 'With pleasure' })).body).toContain(
    'accepted this offer',
  );
  await post({ answer: 'declined', name: 'Somebody else' });
  expect(await ask(offers.getOffer, { id: first!.id })).toMatchObject({
    state: 'accepted',
    answeredBy: 'Kari Dahl',
    answerNote: 'With pleasure',
  });
});

test('E19, O40: each mail carries the PDF of its own offer, the one the seller downloads; it opens later as it was sent', async () => {
  const [run] = await ask(listRuns, { id: campaign.actions[1]!.id });
  const { rows: lines } = await ask(listLines, { id: run!.id });
  const numbers: string[] = [];
  for (const { no, address } of lines) {
    const { attachments } = await PostalMime.parse(house.mail.received.find(({ to }) => to === address)!.raw);
    const [{ filename, mimeType, content }] = attachments as [(typeof attachments)[0]];
    expect([attachments.length, mimeType]).toEqual([1, 'application/pdf']);
    const { id, number, party } = (await mine()).find((one) => `${one.number}.pdf` === filename)!;
    numbers.push(number!);
    const { files } = await ask(getMessage, { id: run!.id, no });
    expect(files).toMatchObject([{ name: filename, size: null }]);
    const again = await house.marketer.download(files[0]!.address);
    const downloaded = await house.marketer.download(`/api/offers/${id}/files/pdf`);
    if (!isPopplerHere()) continue;
    const pages = pagesOfPdf(Buffer.from(content as ArrayBuffer));
    expect(address).toContain(party.name!.split(' ')[0]!.toLowerCase());
    for (const said of [party.name!, `Offer ${number}`, 'Winter tyre', '16 Mar 2026', 'Paid on delivery.'])
      expect(pages[0]).toContain(said);
    expect([pagesOfPdf(again), pagesOfPdf(downloaded)]).toEqual([pages, pages]);
  }
  expect(numbers.sort()).toEqual(['O-2026-0001', 'O-2026-0002', 'O-2026-0003']);
});

test('E15: whoever owns the offer is told by mail that it was accepted', async () => {
  const [first] = await mine();
  await tellOwner({ ...house.app, logger: silentLogger }, first!.id);
  const note = await vi.waitFor(() => {
    const found = house.mail.received.find(({ to }) => to === 'cyprian@nordlys.test');
    expect(found).toBeDefined();
    return found!;
  });
  expect(note.raw).toContain('O-2026-0001');
});

test('O43, O44, O45: an accepted offer is a won deal, without VAT, and its products were proposed', async () => {
  const { wonDeals, whole } = await ask(campaignMoney, { id: campaign.id });
  expect(wonDeals).toEqual([
    { actionId: campaign.actions[0]!.id, won: 1, invoiced: 0, amountMinor: 599_600, otherCurrency: 0 },
  ]);
  expect(whole).toMatchObject({ revenueMinor: 599_600, won: 1 });
  const { products } = await ask(listCampaignProducts, { id: campaign.id });
  expect(products).toMatchObject([{ name: 'Winter tyre', documents: 3, open: 2 }]);
});

test('O43, O44: a deal won as opportunity and as offer for the same person counts once, at what the offer says', async () => {
  await sql`insert into opportunity (id, title, party_kind, party_id, currency, own_value_minor, stage_id, state, closed_on, owner_id, campaign_id)
    select gen_random_uuid(), 'The same deal', party_kind, party_id, 'NOK', 700000, (select id from sales_stage limit 1), 'won', now(), owner_id, campaign_id
    from offer where state = 'accepted' and not test`.execute(house.app.db);
  expect((await ask(campaignMoney, { id: campaign.id })).whole).toMatchObject({ revenueMinor: 599_600, won: 1 });
});

test('O43, O44: nor twice where the deal is with the firm and the offer to its person; a deal with another firm is one more', async () => {
  const { db } = house.app;
  const whole = async () => (await ask(campaignMoney, { id: campaign.id })).whole;
  const firm = sql`(select id from company limit 1)`;
  await sql`update offer set company_id = ${firm} where state = 'accepted' and not test`.execute(db);
  const dealWith = (id: typeof firm) =>
    sql`update opportunity set party_kind = 'company', party_id = ${id}, company_id = ${id} where title = 'The same deal'`.execute(
      db,
    );
  await dealWith(firm);
  expect(await whole()).toMatchObject({ revenueMinor: 599_600, won: 1 });
  await dealWith(sql`${campaign.id}::uuid`);
  expect(await whole()).toMatchObject({ revenueMinor: 599_600 + 700_000, won: 2 });
});

test('an offer whose last day is over cannot be accepted; one can be withdrawn, and an answer written down', async () => {
  const [, second, third] = await mine();
  await ask(offers.answerOffer, { id: second!.id, state: 'withdrawn' });
  expect(await refused(offers.answerOffer, { id: second!.id, state: 'accepted' })).toBe('409 offer_answered');
  await sql`update offer set valid_until = '2026-03-01' where id = ${third!.id}`.execute(house.app.db);
  expect((await ask(offers.getOffer, { id: third!.id })).state).toBe('expired');
  const { pageUrl } = await ask(offers.getOffer, { id: third!.id });
  const page = await body(pageUrl.replace(house.app.config.baseUrl, ''));
  expect(page).toContain('no longer valid');
  expect(page).not.toContain('<form');
});

test('Q11: my page lists the person’s own offers and how they stand', async () => {
  const [run] = await ask(listRuns, { id: campaign.actions[1]!.id });
  const pages = await Promise.all(
    [1, 2, 3].map((no) => body(`/d/${house.app.lineTokens.tokenOf(run!.id, no)}/my_page`)),
  );
  const numbersOn = (page: string) => (page.match(/O-2026-\d{4}/g) ?? []).sort();
  expect(pages.map(numbersOn).sort()).toEqual([['O-2026-0001'], ['O-2026-0002'], ['O-2026-0003']]);
  expect(pages.find((page) => page.includes('O-2026-0001'))).toMatch(/accepted|godtatt|przyjęta|acceptée/);
});

test('O40: the timeline tells of each offer that it was made and how it was answered, and opens it', async () => {
  const { rows } = await ask(offers.listOffers, { campaignId: campaign.id, state: 'accepted' });
  const { party, id, number } = rows[0]!;
  const entries =
    party.kind === 'company'
      ? (await ask(getCompanyTimeline, { id: party.id as never })).entries
      : (await ask(getContactTimeline, { id: party.id as never })).entries;
  const record = { kind: 'offer', id };
  const params = { number, currency: 'NOK' };
  expect(entries.filter((entry) => entry.record?.id === id)).toMatchObject([
    { kind: 'offer_accepted', record, params },
    { kind: 'offer_sent', record, params },
  ]);
});

test('who may not see sales, or edit the settings, is refused', async () => {
  const eva = await signedIn(house, 'eva@nordlys.test');
  const [first] = await mine();
  expect((await eva.call(offers.answerOffer, { id: first!.id, state: 'withdrawn' })).status).toBe(403);
  expect((await house.marketer.call(offers.saveSalesTerms, { rates: [], series: [] })).status).toBe(403);
  campaign = await ask(getCampaign, { id: campaign.id });
  await ask(updateCampaign, { id: campaign.id, updatedAt: campaign.updatedAt, results: 'One of three accepted.' });
});
