import { beforeAll, expect, test } from 'vitest';
import type { Campaign } from '../../contract/campaigns.ts';
import { createProduct } from '../../contract/catalogue.ts';
import { createPriceList, setPrice } from '../../contract/catalogue-prices.ts';
import { createContact } from '../../contract/crm.ts';
import type { InvoiceId, PartyId, ProductId } from '../../contract/ids.ts';
import { creditInvoices, creditPart, getInvoice, listInvoices, rehearseCredit } from '../../contract/invoices.ts';
import { campaignMoney } from '../../contract/money.ts';
import { getSalesTerms } from '../../contract/offers.ts';
import { createQuickCampaign } from '../../contract/quick-campaign.ts';
import { distribute } from '../../contract/runs.ts';
import { previewSegment } from '../../contract/segments.ts';
import { campaignHouse } from '../support/campaign-house.ts';
import { Caller, signedIn } from '../support/house.ts';
import { isPopplerHere, pagesOfPdf } from '../support/pdf.ts';
import { givenSeller } from '../support/seller.ts';

const house = campaignHouse();
const { ask, refused } = house;
let campaign: Campaign;
let first: InvoiceId;
let second: InvoiceId;

const products: ProductId[] = [];
const revenue = async () => (await ask(campaignMoney, { id: campaign.id })).whole.revenueMinor;
const nextNote = async () => (await ask(getSalesTerms, {})).series.find(({ kind }) => kind === 'credit_note')?.next;
/** How many people were invoiced more than that, as a rule counts. */
const invoicedMoreThan = async (value: number) => {
  const relation = {
    kind: 'related',
    relation: 'contact.invoices',
    count: 'more_than',
    value,
    sum: 'invoice.amount.NOK',
  };
  const rule = {
    kind: 'group',
    match: 'all',
    rules: [{ ...relation, where: { kind: 'group', match: 'all', rules: [] } }],
  };
  return (await ask(previewSegment, { partyKind: 'contact', rule: rule as never })).count;
};
const reason = 'Two came back';
const NET = 4 * 149_900 + 10_000;

beforeAll(async () => {
  await givenSeller(house.app.db);
  const bo = await signedIn(house, 'bo@nordlys.test');
  const { body: list } = await bo.call(createPriceList, { name: 'Counter', currency: 'NOK', kind: 'default' });
  for (const [name, vatClass, amount] of [
    ['Winter tyre', 'standard', 149_900],
    ['Handbook', 'zero', 10_000],
  ] as const) {
    const { id } = (await bo.call(createProduct, { kind: 'product', unit: 'pcs', name, vatClass })).body;
    await bo.call(setPrice, { id, listId: list.id, amount });
    products.push(id);
  }
  const town = { street: 'Torvet 2', postalCode: '7011', city: 'Trondheim', country: 'NO', language: 'en' } as const;
  const parties: { kind: 'contact'; id: PartyId }[] = [];
  for (const firstName of ['Kari', 'Ola']) {
    const email = `${firstName}@kunde.example`;
    const { id } = await ask(createContact, { ...town, firstName, lastName: 'Dahl', email });
    parties.push({ kind: 'contact', id: id as string as PartyId });
  }
  const lines = products.map((productId, at) => ({ productId, quantity: at === 0 ? 4000 : 1000 }));
  const salesPlan = { lines, dueDays: 14, terms: '', mailed: false };
  campaign = await ask(createQuickCampaign, { name: 'Tyres', channel: 'invoice', state: 'ready', parties, salesPlan });
  await ask(distribute, { id: campaign.actions[0]!.id, expectedPlanned: 2 });
  const { rows } = await ask(listInvoices, { campaignId: campaign.id, sort: 'number' });
  [first, second] = rows.map(({ id }) => id) as [InvoiceId, InvoiceId];
});

test('O43: a part of an invoice is credited by line and amount; the rest stays to be paid, and revenue counts the difference', async () => {
  expect(await revenue()).toBe(2 * NET);
  const note = await ask(creditPart, { id: first, amounts: [2 * 149_900, null], reason, creditedMinor: 0 });
  expect(note).toMatchObject({
    number: 'C-0001',
    state: 'credit_note',
    partial: true,
    credits: { id: first, number: '0001' },
    netMinor: 299_800,
    vatMinor: 74_950,
    creditReason: reason,
    lines: [{ name: 'Winter tyre', quantity: 2000, priceMinor: 149_900 }],
  });
  const invoice = await ask(getInvoice, { id: first });
  expect(invoice).toMatchObject({ state: 'open', creditedMinor: 374_750, left: [299_800, 10_000] });
  expect(invoice.creditedBy).toMatchObject([{ number: 'C-0001', grossMinor: 374_750 }]);
  expect(await revenue()).toBe(2 * NET - 299_800);
  expect([await invoicedMoreThan(NET - 299_800 - 1), await invoicedMoreThan(NET - 299_800)]).toEqual([2, 1]);
});

test('F48: never more than is left, at its field; not on what somebody credited meanwhile; pressed twice at once it is one', async () => {
  const asked = { id: first, reason, creditedMinor: 374_750 };
  expect(await refused(creditPart, { ...asked, amounts: [300_000, 10_001] })).toBe('422 amounts.0 more_than_left');
  expect(await refused(creditPart, { ...asked, amounts: [null] })).toBe('422 amounts nothing_chosen_to_credit');
  expect(await refused(creditPart, { ...asked, amounts: [1], creditedMinor: 0 })).toBe(
    '409 invoice_credited_meanwhile',
  );
  const eva = await signedIn(house, 'eva@nordlys.test');
  expect((await eva.call(creditPart, { ...asked, amounts: [1] })).status).toBe(403);
  expect(await nextNote()).toBe(2);
  const press = () => house.marketer.call(creditPart, { ...asked, amounts: [50_000] });
  const pressed = await Promise.all([press(), press()]);
  expect(pressed.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await nextNote()).toBe(3);
  expect(await ask(getInvoice, { id: first })).toMatchObject({ creditedMinor: 437_250, left: [249_800, 10_000] });
});

test('a credit note of a part is an e-invoice of type 381 that names its invoice, and a PDF that says so; the page tells what is left to pay', async () => {
  const { rows } = await ask(listInvoices, { campaignId: campaign.id, state: 'credit_note', sort: 'number' });
  const [note] = rows;
  const file = async (format: string) => house.marketer.download(`/api/invoices/${note!.id}/files/${format}`);
  const ubl = (await file('ubl')).toString();
  expect(ubl).toContain('<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>');
  expect(ubl).toMatch(/<cac:BillingReference>\s*<cac:InvoiceDocumentReference>\s*<cbc:ID>0001<\/cbc:ID>/);
  expect(ubl).toContain('<cbc:PayableAmount currencyID="NOK">3747.50</cbc:PayableAmount>');
  const cii = (await file('cii')).toString();
  expect(cii).toContain('<ram:TypeCode>381</ram:TypeCode>');
  expect(cii).toMatch(/<ram:InvoiceReferencedDocument>\s*<ram:IssuerAssignedID>0001</);
  const { pageUrl } = await ask(getInvoice, { id: first });
  const page = (await new Caller(house).send<string>('GET', pageUrl.replace(house.app.config.baseUrl, '')))
    .body as string;
  for (const said of ['Credited by C-0001', 'Credited by C-0002', '3,222.50']) expect(page).toContain(said);
  if (!isPopplerHere()) return;
  expect(pagesOfPdf(await file('pdf'))[0]).toContain('takes back a part of invoice 0001');
  const invoice = await house.marketer.download(`/api/invoices/${first}/files/pdf`);
  expect(pagesOfPdf(invoice)[0]).toContain('Credited by C-0001, C-0002');
});

test('F48: taking the batch back credits what is left, without a gap, to the cent', async () => {
  const filters = { campaignId: campaign.id };
  const whole = 4 * 149_900 * 1.25 + 10_000;
  const rehearsed = await ask(rehearseCredit, { filters });
  expect(rehearsed).toEqual({ invoices: 2, paid: 0, sums: [{ currency: 'NOK', grossMinor: 2 * whole - 437_250 }] });
  const done = await ask(creditInvoices, { filters, expected: 2, reason: 'All wrong' });
  expect(done).toEqual({ credited: 2, first: 'C-0003', last: 'C-0004' });
  const invoices = await Promise.all([first, second].map((id) => ask(getInvoice, { id })));
  for (const { state, creditedBy, grossMinor, left } of invoices) {
    expect([state, left]).toEqual(['credited', [0, 0]]);
    expect(creditedBy.reduce((sum, note) => sum + note.grossMinor, 0)).toBe(grossMinor);
  }
  expect(invoices[0]!.creditedBy.map(({ number }) => number)).toEqual(['C-0001', 'C-0002', 'C-0004']);
  expect(await revenue()).toBe(0);
  expect(await nextNote()).toBe(5);
  expect(await refused(creditPart, { id: first, amounts: [1], reason, creditedMinor: whole })).toBe(
    '409 nothing_to_credit',
  );
});
