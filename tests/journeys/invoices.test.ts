import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import { beforeAll, expect, test } from 'vitest';
import { NO_AUDIENCE } from '../../contract/audience.ts';
import { type Campaign, createCampaign, getCampaign, updateAction } from '../../contract/campaigns.ts';
import { createProduct } from '../../contract/catalogue.ts';
import { createPriceList, setPrice } from '../../contract/catalogue-prices.ts';
import { createCompany, createContact, getCompanyTimeline, getContactTimeline } from '../../contract/crm.ts';
import type { PartyId, ProductId, RunId } from '../../contract/ids.ts';
import * as invoices from '../../contract/invoices.ts';
import { campaignMoney } from '../../contract/money.ts';
import { getSalesTerms } from '../../contract/offers.ts';
import { listCampaignProducts } from '../../contract/proposed-products.ts';
import { createQuickCampaign } from '../../contract/quick-campaign.ts';
import {
  distribute,
  generateSelection,
  getMessage,
  listLines,
  listRuns,
  previewAction,
  sendTest,
  whyParty,
} from '../../contract/runs.ts';
import { saveSalesPlan } from '../../contract/sales-plan.ts';
import { previewSegment } from '../../contract/segments.ts';
import { saveSeller } from '../../contract/seller.ts';
import { updateSendTimes } from '../../contract/send-times.ts';
import { startDueRuns } from '../../server/modules/delivery/start-due-runs.ts';
import { issueInvoices } from '../../server/modules/sales/index.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { Caller, signedIn } from '../support/house.ts';
import { isPopplerHere, pagesOfPdf } from '../support/pdf.ts';
import { SELLER } from '../support/seller.ts';

const house = campaignHouse();
const { ask, refused } = house;
let tyre: ProductId;
let book: ProductId;
let campaign: Campaign;
const parties: { kind: 'contact' | 'company'; id: PartyId }[] = [];

const mine = async (state?: invoices.InvoiceState) =>
  (await ask(invoices.listInvoices, { campaignId: campaign.id, sort: 'number', ...(state && { state }) })).rows.map(
    (row) => ({
      ...row,
      name: row.party.name,
    }),
  );
const next = async (kind: string) =>
  (await ask(getSalesTerms, {})).series.find((one) => one.kind === kind)?.next as number;
const ONE_BUYER = '422 addressing addressing_one_buyer';
const address = { street: 'Torvet 2', postalCode: '7011', city: 'Trondheim' };
/** A third of 0.10 each: rounding each line would be off by a cent. */
const LINES = () => [
  { productId: tyre, quantity: 4000 },
  { productId: book, quantity: 1000, priceMinor: 10 },
  { productId: tyre, quantity: 1000, priceMinor: 10 },
  { productId: tyre, quantity: 1000, priceMinor: 10 },
];
const karisLine = async (id: RunId) => {
  const { rows } = await ask(listLines, { id, partyKind: 'contact' });
  return rows.find((line) => line.address === 'kari@kunde.example')!;
};
const filled = () =>
  ({
    name: 'Storage of tyres',
    channel: 'invoice',
    state: 'ready',
    addressing: 'contact',
    parties,
    salesPlan: { lines: LINES(), dueDays: 14, terms: 'Interest by law.' },
  }) as const;

beforeAll(async () => {
  const bo = await signedIn(house, 'bo@nordlys.test');
  const anna = await signedIn(house, 'anna@nordlys.test');
  await anna.call(updateSendTimes, { country: 'NO' });
  const { body: list } = await bo.call(createPriceList, { name: 'Counter', currency: 'NOK', kind: 'default' });
  const made = { kind: 'product', unit: 'pcs', cost: 90_000, costCurrency: 'NOK' } as const;
  tyre = (await bo.call(createProduct, { ...made, name: 'Winter tyre' })).body.id;
  book = (await bo.call(createProduct, { ...made, name: 'Handbook', vatClass: 'zero' })).body.id;
  await bo.call(setPrice, { id: tyre, listId: list.id, amount: 149_900 });
  const firms = [
    { name: 'Fjord AS', country: 'NO', vatId: 'NO923456783MVA', ...address, billing: { paymentDays: 30 } },
    { name: 'Sveabil AB', country: 'SE', vatId: 'SE556036079301', ...address },
    { name: 'Nummerløs AS', country: 'NO', ...address },
    { name: 'Adresseløs AS', country: 'NO', vatId: 'NO987654325MVA' },
  ];
  for (const [no, firm] of firms.entries()) {
    const email = `post@${no}.example`;
    const { id } = await ask(createCompany, { email, ...firm } as never);
    await ask(createContact, { lastName: firm.name, email, language: 'en', companyId: id, main: true });
    parties.push({ kind: 'company', id: id as string as PartyId });
  }
  const kari = {
    firstName: 'Kari',
    lastName: 'Dahl',
    email: 'kari@kunde.example',
    language: 'en',
    ...address,
  } as const;
  const { id } = await ask(createContact, kari);
  parties.push({ kind: 'contact', id: id as string as PartyId });
});

test('E05: the quick form makes a campaign of invoices; who sends them is asked before anything is issued', async () => {
  expect(await refused(createQuickCampaign, { ...filled(), addressing: 'both' })).toBe(ONE_BUYER);
  campaign = await ask(createQuickCampaign, filled());
  const [invoice, mail] = campaign.actions;
  expect(campaign).toMatchObject({ purposeClass: 'notice' });
  expect(mail).toMatchObject({ channel: 'email', schedule: { kind: 'after', actionId: invoice!.id, hours: 0 } });
  expect(await refused(distribute, { id: invoice!.id })).toBe('422 lines seller_needed');
  const anna = await signedIn(house, 'anna@nordlys.test');
  expect((await anna.call(saveSeller, { ...SELLER, iban: 'NO93 8601 1117 948' })).status).toBe(422);
  expect((await anna.call(saveSeller, { ...SELLER, iban: 'NO93 8601 1117 947' })).status).toBe(200);
  expect((await ask(getCampaign, { id: campaign.id })).problems).toEqual([]);
});

test('E16: what is sold goes to the firm or to its person, not to both; who chose both before is told at Go', async () => {
  const [{ id, updatedAt }] = campaign.actions as [Campaign['actions'][0]];
  expect(await refused(updateAction, { id, updatedAt, addressing: 'both' })).toBe(ONE_BUYER);
  const address = (which: string) =>
    sql`update action set addressing = ${which} where id = ${id}`.execute(house.app.db);
  await address('contact');
  await ask(generateSelection, { id });
  await sql`update run set terms = terms || '{"addressing": "both"}' where action_id = ${id}`.execute(house.app.db);
  await address('both');
  const { problems } = await ask(getCampaign, { id: campaign.id });
  expect(problems).toMatchObject([{ actionId: id, stop: 'who', field: 'addressing', code: 'addressing_one_buyer' }]);
  expect(await refused(distribute, { id })).toBe(ONE_BUYER);
  expect(await refused(generateSelection, { id })).toBe(ONE_BUYER);
  await address('contact');
});

test('E16: a start that both were scheduled for waits, with the reason, and bills nobody', async () => {
  const { actions } = await ask(createQuickCampaign, { ...filled(), name: 'Scheduled long ago' });
  const { id } = actions[0]!;
  await ask(distribute, { id, delaySeconds: 600 });
  await sql`update run set terms = terms || '{"addressing": "both"}', scheduled_for = now() where action_id = ${id}`.execute(
    house.app.db,
  );
  await startDueRuns(house.app as never);
  const [run] = await ask(listRuns, { id });
  expect(run).toMatchObject({ state: 'missed', pauseReason: { code: 'addressing_one_buyer' } });
  expect(await next('invoice')).toBe(1);
});

test('E19: with the switch off nothing is mailed; on again, the mail is back', async () => {
  const { id } = campaign.actions[0]!;
  const plan = { id, lines: LINES(), dueDays: 14, terms: 'Interest by law.' };
  await ask(saveSalesPlan, { ...plan, mailed: false });
  expect((await ask(getCampaign, { id: campaign.id })).actions).toHaveLength(1);
  await ask(saveSalesPlan, { ...plan, mailed: true });
  campaign = await ask(getCampaign, { id: campaign.id });
  expect(campaign.actions).toHaveLength(2);
});

test('E25: a firm without a VAT number or an address is left out, with the reason, before anything is issued', async () => {
  const preview = await ask(previewAction, { id: campaign.actions[0]!.id });
  expect(preview).toMatchObject({ matched: 5, planned: 3 });
  expect(preview.excluded).toEqual([
    { reason: 'no_vat_id', lines: 1 },
    { reason: 'no_billing_data', lines: 1 },
  ]);
});

test('the batch is rehearsed to the cent, from the list as it was generated, and draws no number', async () => {
  const { id } = campaign.actions[0]!;
  const before = await ask(invoices.rehearseInvoices, { id });
  await ask(generateSelection, { id });
  const after = await ask(invoices.rehearseInvoices, { id });
  expect(after).toEqual(before);
  expect(after).toEqual({
    invoices: 3,
    currency: 'NOK',
    netMinor: 3 * 599_630,
    vatMinor: 2 * 149_905,
    grossMinor: 3 * 599_630 + 2 * 149_905,
    treatments: [
      { treatment: 'domestic', invoices: 2, netMinor: 2 * 599_630, vatMinor: 2 * 149_905, grossMinor: 2 * 749_535 },
      { treatment: 'export', invoices: 1, netMinor: 599_630, vatMinor: 0, grossMinor: 599_630 },
    ],
    firmsBilledAgain: 0,
    numbers: { first: '0001', last: '0003' },
  });
  expect(await next('invoice')).toBe(1);
});

test('E16: a firm that would be billed for each of two of its people is told before anything is issued', async () => {
  const fjord = parties[0]!;
  const person = { lastName: 'Fjord', email: 'per@0.example', language: 'en', companyId: fjord.id as string } as never;
  const { id } = await ask(createContact, person);
  const list = [fjord, { kind: 'contact' as const, id: id as string as PartyId }];
  const twice = { ...filled(), name: 'Twice', parties: list };
  const rehearsed = async (addressing: 'contact' | 'company') => {
    const { actions } = await ask(createQuickCampaign, { ...twice, addressing });
    return ask(invoices.rehearseInvoices, { id: actions[0]!.id });
  };
  expect(await rehearsed('contact')).toMatchObject({ invoices: 2, firmsBilledAgain: 1 });
  expect(await rehearsed('company')).toMatchObject({ invoices: 1, firmsBilledAgain: 0 });
});

test('F48: a proof draws no number, and a run that breaks gives its numbers back', async () => {
  const { id } = campaign.actions[0]!;
  await ask(sendTest, { id, to: 'cyprian@nordlys.test' });
  expect(await mine()).toEqual([]);
  const whole = house.app.channels.invoice!;
  const broken = {
    shape: 'issue' as const,
    name: 'invoice',
    issue: async (tx: never, run: never) => {
      await issueInvoices(tx, run);
      throw new Error('out of paper');
    },
  };
  const channels = house.app.channels as Record<string, unknown>;
  channels.invoice = broken;
  expect((await house.marketer.call(distribute, { id })).status).toBe(500);
  channels.invoice = whole;
  expect(await next('invoice')).toBe(1);
});

test('E05, E34, F48: pressed twice at once they are numbered once, without a gap, and the sums are those rehearsed', async () => {
  const [invoice, mail] = campaign.actions;
  const rehearsed = await ask(invoices.rehearseInvoices, { id: invoice!.id });
  await ask(distribute, { id: mail!.id });
  const press = () => house.marketer.call(distribute, { id: invoice!.id, expectedPlanned: 3 });
  const pressed = await Promise.all([press(), press()]);
  expect(pressed.filter(({ status }) => status === 200)).toHaveLength(1);
  const rows = await mine();
  expect(rows.map(({ number }) => number)).toEqual(['0001', '0002', '0003']);
  expect(rows.reduce((sum, { grossMinor }) => sum + grossMinor, 0)).toBe(rehearsed.grossMinor);
  expect(await next('invoice')).toBe(4);
  const due = Object.fromEntries(rows.map(({ name, dueOn }) => [name, dueOn]));
  expect(due).toEqual({ 'Fjord AS': '2026-04-01', 'Sveabil AB': '2026-03-16', 'Kari Dahl': '2026-03-16' });
  await house.expectLedgerToHold();
});

test('E19: each is mailed the way to its page, which shows what is to be paid, to whom and by when', async () => {
  await startDueRuns(house.app as never);
  const [run] = await ask(listRuns, { id: campaign.actions[1]!.id });
  await house.untilFinished(run!.id);
  expect(house.mail.received.map(({ to }) => to).sort()).toEqual([
    'kari@kunde.example',
    'post@0.example',
    'post@1.example',
  ]);
  const toKari = house.mail.received.find(({ to }) => to === 'kari@kunde.example')!;
  expect(toKari.raw.replaceAll('=\r\n', '')).toMatch(/\/invoice\/[\w-]{32}|\/c\/[\w-]{32}/);
  const [row] = (await mine()).filter(({ name }) => name === 'Kari Dahl');
  const { pageUrl } = await ask(invoices.getInvoice, { id: row!.id });
  const path = pageUrl.replace(house.app.config.baseUrl, '');
  const page = (await new Caller(house).send<string>('GET', path)).body as string;
  for (const said of [`Invoice ${row!.number}`, 'Winter tyre', '16 March 2026', 'NO93 8601 1117 947', 'NO999888771MVA'])
    expect(page).toContain(said);
  expect((await new Caller(house).send('GET', `${path.slice(0, -2)}xx`)).status).toBe(404);
});

test('the same invoice is a PDF with the e-invoice inside, and an e-invoice in both syntaxes', async () => {
  const [row] = (await mine()).filter(({ name }) => name === 'Kari Dahl');
  const { pageUrl, eInvoiceProblem, number } = await ask(invoices.getInvoice, { id: row!.id });
  expect(eInvoiceProblem).toBeNull();
  const file = async (format: string) =>
    (await house.marketer.send<string>('GET', `/api/invoices/${row!.id}/files/${format}`)).body as string;
  for (const format of ['ubl', 'cii']) expect(await file(format)).toContain(`>${number}<`);
  const pdf = await house.server.inject({ url: `${pageUrl.replace(house.app.config.baseUrl, '')}/pdf` });
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect(pdf.rawPayload.toString('latin1')).toContain('factur-x.xml');
});

test('O43, O44, O45: an invoice is revenue once, also where the same buyer said yes to an offer and a deal', async () => {
  const money = async () => ask(campaignMoney, { id: campaign.id });
  expect((await money()).whole).toMatchObject({ revenueMinor: 3 * 599_630, won: 0 });
  const { products } = await ask(listCampaignProducts, { id: campaign.id });
  expect(products.map(({ name, documents }) => [name, documents])).toEqual([
    ['Handbook', 3],
    ['Winter tyre', 3],
  ]);
  const kari = parties.at(-1)!.id;
  await sql`insert into opportunity (id, title, party_kind, party_id, currency, own_value_minor, stage_id, state, closed_on, owner_id, campaign_id)
    select gen_random_uuid(), 'Deal', 'contact', ${kari}::uuid, 'NOK', 5000, (select id from sales_stage limit 1), 'won', now(), owner_id, campaign_id
    from invoice where party_id = ${kari} and not test`.execute(house.app.db);
  expect((await money()).whole).toMatchObject({ revenueMinor: 3 * 599_630, won: 1 });
});

test('Q21, O36: a rule asks who was invoiced more than so much in the last year; it reads as a sentence and tells what it saw', async () => {
  const field = (name: string, operator: string, value: unknown) => ({ kind: 'field', field: name, operator, value });
  const where = (...rules: unknown[]) => ({ kind: 'group', match: 'all', rules }) as never;
  const invoiced = (value: number, relation = 'contact.invoices', ...more: unknown[]) =>
    where({
      kind: 'related',
      relation,
      count: 'more_than',
      value,
      sum: 'invoice.amount.NOK',
      where: where(field('invoice.issued_on', 'in_last_days', 365), ...more),
    });
  const count = async (rule: never, partyKind: 'contact' | 'company' = 'contact') =>
    (await ask(previewSegment, { partyKind, rule })).count;
  expect(await count(invoiced(599_629))).toBe(3);
  expect(await count(invoiced(599_630))).toBe(0);
  expect(
    await count(invoiced(599_629, 'company.invoices', field('invoice.product', 'any_of', [tyre])), 'company'),
  ).toBe(2);
  expect(await count(invoiced(0, 'company.invoices', field('invoice.state', 'any_of', ['paid'])), 'company')).toBe(0);

  const kari = parties.at(-1)!;
  const asking = await ask(createCampaign, { name: 'Good customers', channel: 'list' });
  const action = asking.actions[0]!;
  const audience = { ...NO_AUDIENCE, rule: { partyKind: 'contact' as const, tree: invoiced(1_000_000) } };
  await ask(updateAction, { id: action.id, updatedAt: action.updatedAt, audience });
  const { rules } = await ask(whyParty, { id: action.id, partyKind: 'contact', partyId: kari.id });
  expect(rules).toEqual([
    {
      path: 'rule.tree.rules.0',
      sentence:
        'Amount in NOK without VAT of all invoices is more than NOK\u00a010,000.00 where (Issued is in the last 365 days)',
      holds: false,
      seen: 'NOK\u00a05,996.30',
    },
  ]);
});

test('Q11: my page lists the person’s own invoices with their PDF, and nobody else’s; an altered link shows none', async () => {
  const [invoice] = (await mine()).filter(({ name }) => name === 'Kari Dahl');
  const others = (await mine()).filter(({ name }) => name !== 'Kari Dahl');
  const [run] = await ask(listRuns, { id: campaign.actions[1]!.id });
  const { no } = await karisLine(run!.id);
  const url = `/d/${house.app.lineTokens.tokenOf(run!.id, no)}/my_page`;
  const page = (await new Caller(house).send<string>('GET', url)).body as string;
  for (const said of [`Invoice ${invoice!.number}`, 'NOK', 'to be paid by 16 March 2026']) expect(page).toContain(said);
  for (const { number, id } of others) {
    expect(page).not.toContain(`Invoice ${number}`);
    expect(page).not.toContain(id);
  }
  const [, pdf] = /href="(\/invoice\/[^"]+\/pdf)"/.exec(page)!;
  const file = await house.server.inject({ url: pdf! });
  expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect((await house.server.inject({ url: pdf!.replace('/pdf', 'x/pdf') })).statusCode).toBe(404);
  const altered = await house.server.inject({ url: url.replace(/..\/my_page/, 'xx/my_page') });
  expect([altered.statusCode, altered.body.includes(invoice!.id)]).toEqual([404, false]);
});

test('paid, unpaid and overdue; who may not edit sales is refused', async () => {
  const [first] = await mine();
  expect(await refused(invoices.payInvoice, { id: first!.id, paidOn: '2026-03-20' })).toBe('422 paidOn day_in_future');
  expect((await ask(invoices.payInvoice, { id: first!.id, paidOn: '2026-03-02' })).state).toBe('paid');
  expect((await ask(invoices.payInvoice, { id: first!.id, paidOn: null })).state).toBe('open');
  await sql`update invoice set due_on = '2026-03-01' where id = ${first!.id}`.execute(house.app.db);
  expect(await mine('overdue')).toHaveLength(1);
  await ask(invoices.payInvoice, { id: first!.id, paidOn: '2026-03-02' });
  const eva = await signedIn(house, 'eva@nordlys.test');
  expect((await eva.call(invoices.payInvoice, { id: first!.id, paidOn: null })).status).toBe(403);
  expect((await eva.call(invoices.creditInvoices, { ids: [first!.id], expected: 1, reason: 'No' })).status).toBe(403);
});

test('F48: one step takes the whole batch back by credit notes without a gap, once however often it is pressed', async () => {
  const filters = { campaignId: campaign.id };
  const rehearsal = await ask(invoices.rehearseCredit, { filters });
  expect(rehearsal).toEqual({ invoices: 3, paid: 1, sums: [{ currency: 'NOK', grossMinor: 2_098_700 }] });
  expect(await refused(invoices.creditInvoices, { filters, expected: 2, reason: 'Wrong price' })).toBe(
    '409 invoices_changed_meanwhile',
  );
  expect(await next('credit_note')).toBe(1);
  const press = () => house.marketer.call(invoices.creditInvoices, { filters, expected: 3, reason: 'Wrong price' });
  const pressed = await Promise.all([press(), press()]);
  expect(pressed.map(({ status }) => status).sort()).toEqual([200, 409]);
  const notes = await mine('credit_note');
  expect(notes.map(({ number }) => number)).toEqual(['C-0001', 'C-0002', 'C-0003']);
  const note = await ask(invoices.getInvoice, { id: notes[0]!.id });
  expect(note).toMatchObject({ credits: { number: '0001' }, creditReason: 'Wrong price', grossMinor: 749_535 });
  expect(note.lines).toHaveLength(4);
  expect((await mine('credited')).map(({ number }) => number)).toEqual(['0001', '0002', '0003']);
  expect(await next('credit_note')).toBe(4);
  const { entries } = await ask(getContactTimeline, { id: parties.at(-1)!.id as never });
  const kinds = entries.filter(({ record }) => record?.kind === 'invoice').map(({ kind }) => kind);
  expect(kinds.sort()).toEqual(['invoice_credited', 'invoice_issued']);
  const firm = await ask(getCompanyTimeline, { id: parties[0]!.id as never });
  expect(firm.entries.find(({ record }) => record?.id === notes[0]!.id)).toMatchObject({
    kind: 'invoice_credited',
    params: { number: 'C-0001', amountMinor: 749_535, currency: 'NOK' },
  });
  expect((await ask(campaignMoney, { id: campaign.id })).whole).toMatchObject({ revenueMinor: 5000, won: 1 });
});

test('E19, O40: the mail carries the PDF of its own invoice, and opens later with it as it was sent, though taken back since', async () => {
  const [run] = await ask(listRuns, { id: campaign.actions[1]!.id });
  const { no } = await karisLine(run!.id);
  const { number } = (await mine('credited')).find(({ name }) => name === 'Kari Dahl')!;
  const { raw } = house.mail.received.find(({ to }) => to === 'kari@kunde.example')!;
  const { attachments } = await PostalMime.parse(raw);
  expect(attachments).toMatchObject([{ filename: `${number}.pdf`, mimeType: 'application/pdf' }]);
  const pdf = Buffer.from(attachments[0]!.content as ArrayBuffer);
  expect(pdf.includes('factur-x.xml')).toBe(true);
  const { files } = await ask(getMessage, { id: run!.id, no });
  expect(files).toMatchObject([{ name: `${number}.pdf`, size: null }]);
  const again = await house.marketer.download(files[0]!.address);
  expect(again.includes('factur-x.xml')).toBe(true);
  if (!isPopplerHere()) return;
  const pages = pagesOfPdf(pdf);
  for (const said of ['Kari Dahl', `Invoice ${number}`, 'Winter tyre', 'NO93 8601 1117 947'])
    expect(pages[0]).toContain(said);
  expect(pagesOfPdf(again)).toEqual(pages);
});
