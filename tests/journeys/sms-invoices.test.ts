import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { updateInstallation } from '../../contract/access.ts';
import { createProduct } from '../../contract/catalogue.ts';
import { createCompany, getCompanyTimeline } from '../../contract/crm.ts';
import type { Endpoint, OutputOf, SentTo } from '../../contract/endpoint.ts';
import type { CompanyId, ProductId, SendingAccountId } from '../../contract/ids.ts';
import { creditInvoices, creditPart, getInvoice, listInvoices } from '../../contract/invoices.ts';
import { getSalesTerms } from '../../contract/offers.ts';
import { saveSeller } from '../../contract/seller.ts';
import { updateSendTimes } from '../../contract/send-times.ts';
import { issueSmsInvoice, lastSmsBill, listSmsBills, rehearseSmsInvoice } from '../../contract/sms-invoices.ts';
import { Caller, furnish, signedIn, testHouse } from '../support/house.ts';
import { SELLER } from '../support/seller.ts';
import { givenSmsAccount } from '../support/sms-account.ts';

const house = testHouse();
let bo: Caller;
let anna: Caller;
let fjord: SendingAccountId;
let other: SendingAccountId;
let branch: CompanyId;
let product: ProductId;

const ask = async <E extends Endpoint>(endpoint: E, input: SentTo<E>): Promise<OutputOf<E>> => {
  const { status, body } = await bo.call(endpoint, input);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const refused = async <E extends Endpoint>(endpoint: E, input: SentTo<E>, by = bo): Promise<string> => {
  const { status, body } = await by.call(endpoint, input);
  return `${status} ${(body.errors ?? []).map(({ field, code }) => (field ? `${field} ${code}` : code)).join(', ')}`;
};
const next = async () => (await ask(getSalesTerms, {})).series.find(({ kind }) => kind === 'invoice')?.next;
const bill = (more: object = {}) => ({
  period: '2025-Q4',
  accountIds: [fjord],
  companyId: branch,
  productId: product,
  pricing: 'metered' as const,
  ...more,
});
const issue = async (more: object = {}) => {
  house.clock.advance(1000);
  const { grossMinor } = await ask(rehearseSmsInvoice, bill(more));
  return ask(issueSmsInvoice, { ...bill(more), expectedGrossMinor: grossMinor });
};
const rowsOf = async (year: number, by: 'month' | 'quarter' = 'quarter') =>
  (await ask(listSmsBills, { year, by })).rows.map(({ period, account, parts, costMinor, runsUntil, invoices }) => ({
    said: [period, account.name, parts, costMinor, runsUntil],
    on: invoices.map(({ number, months }) => [number, ...months]),
  }));
const credit = async (id: string) =>
  ask(creditInvoices, { ids: [id as never], filters: {}, reason: 'Wrong branch', expected: 1 });

let runNo = 0;
/** As the meter writes them. */
const metered = async (
  accountId: SendingAccountId,
  at: string,
  country: string | null,
  { messages = 1, parts = 1, price = 350_000 as number | null, test = false, state = 'accepted' } = {},
) => {
  runNo += 1;
  await sql`
    insert into sms_message (run_id, no, account_id, number, country, test, encoding, parts, price_millionths, state, accepted_parts, at)
    select ${runNo}, no, ${accountId}, '+4740000000', ${country}, ${test}, 'gsm7', ${parts}, ${price}, ${state},
      ${state === 'accepted' ? parts : 0}, ${at}::timestamptz
    from generate_series(1, ${messages}) as no`.execute(house.app.db);
};

beforeAll(async () => {
  await furnish(house);
  bo = await signedIn(house, 'bo@nordlys.test');
  anna = await signedIn(house, 'anna@nordlys.test');
  const { db, secretBox } = house.app;
  fjord = (await givenSmsAccount(db, secretBox, { over: { name: 'Fjord' } })).id;
  other = (await givenSmsAccount(db, secretBox, { over: { name: 'Other' } })).id;
  product = (await ask(createProduct, { kind: 'service', unit: 'pcs', name: 'SMS' })).id;
  const address = { street: 'Torvet 2', postalCode: '7011', city: 'Trondheim', country: 'NO', language: 'nb' } as const;
  branch = (
    await ask(createCompany, {
      name: 'Fjord filial AS',
      vatId: 'NO923456783MVA',
      email: 'post@fjord.example',
      ...address,
    })
  ).id;
  // A minute before and after midnight in Oslo: the last of September, the first of October.
  await metered(fjord, '2025-09-30T21:59:00Z', 'NO', { messages: 100 });
  await metered(fjord, '2025-09-30T22:01:00Z', 'NO', { messages: 8, parts: 2 });
  await metered(fjord, '2025-11-05T12:00:00Z', 'NO', { messages: 4, test: true });
  await metered(fjord, '2025-12-31T22:59:00Z', 'PL', { messages: 1234, price: 65_100 });
  await metered(fjord, '2025-12-01T12:00:00Z', 'PL', { state: 'unknown', parts: 3 });
  await metered(fjord, '2025-12-01T12:00:00Z', 'SE', { state: 'refused' });
  await metered(other, '2025-10-05T12:00:00Z', 'NO');
  await metered(other, '2026-01-15T12:00:00Z', 'SE', { price: null });
  await metered(other, '2026-03-01T12:00:00Z', 'NO');
});

test('Q10: usage stands there by period and account, and which of it can be invoiced', async () => {
  expect(await rowsOf(2025)).toEqual([
    { said: ['2025-Q4', 'Fjord', 16 + 4 + 1234, 700 + 8033, null], on: [] },
    { said: ['2025-Q4', 'Other', 1, 35, null], on: [] },
    { said: ['2025-Q3', 'Fjord', 100, 3500, null], on: [] },
  ]);
  expect(await rowsOf(2026)).toMatchObject([{ said: ['2026-Q1', 'Other', 2, null, '2026-03-31'] }]);
  expect((await rowsOf(2026, 'month')).map(({ said }) => [said[0], said[4]])).toEqual([
    ['2026-03', '2026-03-31'],
    ['2026-01', null],
  ]);
});

test('Q10: what stands in the way of an invoice is told at its field, with what to do', async () => {
  expect(await refused(rehearseSmsInvoice, bill())).toBe('409 seller_needed');
  await anna.call(updateSendTimes, { country: 'NO' });
  expect((await anna.call(saveSeller, SELLER)).status).toBe(200);
  expect(await refused(rehearseSmsInvoice, bill({ period: '2026-Q1', accountIds: [other] }))).toBe(
    '422 period sms_period_running',
  );
  expect(await refused(rehearseSmsInvoice, bill({ period: '2026-03', accountIds: [other] }))).toBe(
    '422 period sms_period_running',
  );
  expect(await refused(rehearseSmsInvoice, bill({ period: '2026-01' }))).toBe('422 accountIds sms_nothing_to_bill');
  const priceless = bill({ period: '2026-01', accountIds: [other] });
  const { body } = await bo.call(rehearseSmsInvoice, priceless);
  expect(body.errors[0]).toMatchObject({
    field: 'pricing',
    code: 'sms_price_missing',
    params: { countries: 'SE' },
  });
  expect(await refused(rehearseSmsInvoice, { ...priceless, pricing: 'own' })).toBe('422 perPartMillionths required');
  expect(await refused(rehearseSmsInvoice, { ...priceless, pricing: 'own', perPartMillionths: 0 })).toBe(
    '422 perPartMillionths sms_bill_of_nothing',
  );
  const bare = (await ask(createCompany, { name: 'Bare AS', country: 'NO' })).id;
  expect(await refused(rehearseSmsInvoice, bill({ companyId: bare }))).toBe('422 companyId company_without_vat_id');
  const homeless = (await ask(createCompany, { name: 'Homeless AS', country: 'NO', vatId: 'NO987654325MVA' })).id;
  expect(await refused(rehearseSmsInvoice, bill({ companyId: homeless }))).toBe(
    '422 companyId company_without_address',
  );
  expect(await refused(rehearseSmsInvoice, bill({ companyId: product }))).toBe('422 companyId unknown_party');
  expect(await refused(rehearseSmsInvoice, bill({ productId: branch }))).toBe('422 productId unknown_product');
  const low = (await ask(createProduct, { kind: 'service', unit: 'pcs', name: 'Low', vatClass: 'low' })).id;
  await sql`delete from vat_rate where country = 'NO' and vat_class = 'low'`.execute(house.app.db);
  expect(await refused(rehearseSmsInvoice, bill({ productId: low }))).toBe('422 productId no_vat_rate');
  expect(await next()).toBe(1);
});

test('Q10: a rehearsal shows lines, VAT and number, and draws none', async () => {
  const rehearsed = await ask(rehearseSmsInvoice, bill());
  expect(rehearsed).toMatchObject({
    number: '0001',
    title: 'SMS, oktober–desember 2025',
    dueOn: '2026-03-16',
    vatTreatment: 'domestic',
    netMinor: 700 + 8033,
    vatMinor: 2183,
    parts: 1254,
    unsettledParts: 3,
  });
  expect(
    rehearsed.lines.map(({ name, quantity, unit, priceMinor, amountMinor }) => [
      name,
      quantity,
      unit,
      priceMinor,
      amountMinor,
    ]),
  ).toEqual([
    ['SMS, oktober–desember 2025, Norge', 20_000, 'deler', 35, 700],
    ['SMS, oktober–desember 2025, Polen', 1234, '× 1000 deler', 6510, 8033],
  ]);
  const dearer = await ask(rehearseSmsInvoice, bill({ markup: 1000, lines: 'one' }));
  expect(dearer.lines).toMatchObject([
    { name: 'SMS, oktober–desember 2025, deler: 1\u00a0254', quantity: 1000, amountMinor: 770 + 8837 },
  ]);
  expect(await next()).toBe(1);
  expect((await ask(listInvoices, {})).rows).toEqual([]);
});

test('Q10, Q17: an invoice is issued with its number, PDF and e-invoice, on the company’s timeline', async () => {
  expect(await refused(issueSmsInvoice, { ...bill(), expectedGrossMinor: 1 })).toBe('409 sms_bill_changed');
  expect(await next()).toBe(1);
  const { id, number } = await issue();
  expect(number).toBe('0001');
  const invoice = await ask(getInvoice, { id });
  expect(invoice).toMatchObject({
    number,
    title: 'SMS, oktober–desember 2025',
    grossMinor: 8733 + 2183,
    campaign: null,
    state: 'open',
  });
  expect(invoice).toMatchObject({ company: { id: branch }, owner: { name: 'Bo Lund' }, eInvoiceProblem: null });
  const ubl = (await bo.download(`/api/invoices/${id}/files/ubl`)).toString('utf8');
  expect(ubl).toContain('unitCode="MIL">1.234<');
  expect((await bo.download(`/api/invoices/${id}/files/pdf`)).subarray(0, 5).toString()).toBe('%PDF-');
  const { entries } = await ask(getCompanyTimeline, { id: branch });
  expect(entries).toEqual(
    expect.arrayContaining([expect.objectContaining({ kind: 'invoice_issued', record: { kind: 'invoice', id } })]),
  );
});

test('Q10: what was invoiced is shown and not invoiced again, nor a month of it, until the invoice is credited whole', async () => {
  expect((await rowsOf(2025)).map(({ on }) => on)).toEqual([[['0001', '2025-10', '2025-11', '2025-12']], [], []]);
  const again = await bo.call(rehearseSmsInvoice, bill({ accountIds: [other, fjord] }));
  expect(again.status).toBe(409);
  expect(again.body.errors).toMatchObject([
    {
      field: 'accountIds',
      code: 'sms_already_billed',
      params: { account: 'Fjord', month: '2025-10', number: '0001' },
    },
  ]);
  expect(await refused(rehearseSmsInvoice, bill({ period: '2025-11' }))).toBe('409 accountIds sms_already_billed');
  const { id } = (await ask(listInvoices, {})).rows[0]!;
  await ask(creditPart, { id, amounts: [100, null], reason: 'Too dear', creditedMinor: 0 });
  expect(await refused(rehearseSmsInvoice, bill())).toBe('409 accountIds sms_already_billed');
  await credit(id);
  expect((await rowsOf(2025)).map(({ on }) => on)).toEqual([[], [], []]);
  const month = await issue({ period: '2025-10', pricing: 'own', perPartMillionths: 500_000, lines: 'one' });
  expect((await ask(getInvoice, { id: month.id })).netMinor).toBe(16 * 50);
  expect((await rowsOf(2025)).map(({ on }) => on)).toEqual([[[month.number, '2025-10']], [], []]);
  expect(await refused(rehearseSmsInvoice, bill())).toBe('409 accountIds sms_already_billed');
  await issue({ period: '2025-11' });
});

test('Q10: the company, product and price of the last time are proposed for the account', async () => {
  expect(await ask(lastSmsBill, { accountId: other })).toEqual({ last: null });
  const { last } = await ask(lastSmsBill, { accountId: fjord });
  expect(last).toEqual({
    pricing: 'metered',
    markup: 0,
    perPartMillionths: null,
    lines: 'country',
    company: { id: branch, name: 'Fjord filial AS' },
    product: { id: product, name: 'SMS' },
  });
});

test('Q10: of many who invoice the same at one moment one does, and no number is lost', async () => {
  const before = (await next())!;
  const asked = {
    ...bill({ period: '2025-Q3' }),
    expectedGrossMinor: (await ask(rehearseSmsInvoice, bill({ period: '2025-Q3' }))).grossMinor,
  };
  const answers = await Promise.all(Array.from({ length: 6 }, () => bo.call(issueSmsInvoice, asked)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  expect(await next()).toBe(before + 1);
  const { rows } = await sql<{ lost: number }>`
    select (max(right(number, 4)::int) - count(*))::int as lost from invoice where kind = 'invoice'`.execute(
    house.app.db,
  );
  expect(rows).toEqual([{ lost: 0 }]);
});

test('Q10: usage metered in another currency is invoiced at a price of one’s own only', async () => {
  house.clock.set('2026-02-10T08:00:00Z');
  await anna.call(updateInstallation, { currency: 'EUR' });
  house.clock.set('2026-03-02T08:00:00Z');
  const december = bill({ period: '2025-12' });
  const { body } = await bo.call(rehearseSmsInvoice, december);
  expect(body.errors).toMatchObject([
    { field: 'pricing', code: 'sms_other_currency', params: { other: 'NOK', currency: 'EUR' } },
  ]);
  const own = await ask(rehearseSmsInvoice, { ...december, pricing: 'own', perPartMillionths: 70_000 });
  expect(own).toMatchObject({ currency: 'EUR', netMinor: 1234 * 7 });
  await anna.call(updateInstallation, { currency: 'NOK' });
  expect((await ask(rehearseSmsInvoice, december)).netMinor).toBe(8033);
});

test('SEC: only who may invoice does, and hostile input is refused', async () => {
  const eva = await signedIn(house, 'eva@nordlys.test');
  const december = bill({ period: '2025-12' });
  expect(await refused(rehearseSmsInvoice, december, eva)).toBe('403 forbidden');
  expect(await refused(issueSmsInvoice, { ...december, expectedGrossMinor: 0 }, eva)).toBe('403 forbidden');
  expect((await eva.call(listSmsBills, { year: 2025 })).status).toBe(200);
  const nobody = new Caller(house);
  for (const endpoint of [listSmsBills, lastSmsBill, rehearseSmsInvoice, issueSmsInvoice] as const)
    expect((await nobody.send(endpoint.method, endpoint.path)).status).toBe(401);
  const wrong: [object, string][] = [
    [{ period: "2025-12'; drop table invoice" }, 'period'],
    [{ period: '2025-Q5' }, 'period'],
    [{ accountIds: ['x'] }, 'accountIds.0'],
    [{ accountIds: Array.from({ length: 201 }, () => fjord) }, 'accountIds'],
    [{ markup: -1 }, 'markup'],
    [{ pricing: 'own', perPartMillionths: -5 }, 'perPartMillionths'],
    [{ companyId: null }, 'companyId'],
  ];
  for (const [more, field] of wrong) {
    const { status, body } = await bo.send<object>('POST', rehearseSmsInvoice.path, {
      payload: { ...december, ...more },
    });
    expect([status, body.errors[0].field], JSON.stringify(more)).toEqual([422, field]);
  }
  // Twice the same account is once, and one that is none is nothing.
  const { id } = await issue({ period: '2025-12', accountIds: [fjord, fjord, product] });
  expect((await ask(getInvoice, { id })).netMinor).toBe(8033);
});
