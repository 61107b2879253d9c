import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { isPopplerHere, pagesOfPdf } from '../../../tests/support/pdf.ts';
import { sharedPress } from '../../../tests/support/shared-press.ts';
import { eInvoice, facturX } from './e-invoice.ts';
import type { ShownInvoice } from './invoice.views.ts';
import { invoiceSheet } from './invoice-sheet.ts';
import { type Billed, eInvoiceProblem } from './model/en16931.ts';

/** The published schema of Factur-X 1.09, profile EN 16931: the CII that the norm allows. */
const SCHEMA = join(import.meta.dirname, '../../../tests/support/facturx-en16931');
const schemas = readdirSync(SCHEMA).map((fileName) => ({
  fileName,
  contents: readFileSync(join(SCHEMA, fileName), 'utf8'),
}));
const isMain = ({ fileName }: { fileName: string }) => fileName === 'Factur-X_EN16931.xsd';

/** Of each by its name. Asked for all at once, since to read the schema takes a second of the processor. */
const faultsOf = async (invoices: Record<string, string>): Promise<Record<string, string[]>> => {
  const { errors } = await validateXML({
    xml: Object.entries(invoices).map(([fileName, contents]) => ({ fileName, contents })),
    schema: schemas.filter(isMain),
    preload: schemas.filter((one) => !isMain(one)),
  });
  const of = (name: string) =>
    errors.filter(({ loc }) => loc === null || loc.fileName === name).map(({ message }) => message);
  return Object.fromEntries(Object.keys(invoices).map((name) => [name, of(name)]));
};

const line = (name: string, quantity: number, priceMinor: number, vatClass: string) => ({
  number: name,
  name,
  unit: 'pcs',
  quantity,
  priceMinor,
  amountMinor: (quantity * priceMinor) / 1000,
  vatClass,
});

const DOMESTIC = {
  number: '0001',
  title: 'Tyres & <wheels>',
  state: 'open',
  language: 'nb',
  currency: 'NOK',
  issuedOn: '2026-11-27',
  dueOn: '2026-12-11',
  vatTreatment: 'domestic',
  seller: {
    name: 'Nordlys Bil AS',
    street: 'Storgata 1',
    postalCode: '0155',
    city: 'Oslo',
    country: 'NO',
    vatId: 'NO999888771MVA',
    registration: '999 888 771',
    iban: 'NO9386011117947',
    bic: 'DNBANOKK',
    email: 'faktura@nordlys.example',
    phone: '+47 22 00 00 00',
  },
  buyer: {
    name: 'Kari Dahl',
    company: 'Fjord AS',
    street: 'Torvet 2',
    postalCode: '7011',
    city: 'Trondheim',
    country: 'NO',
    vatId: 'NO923456783MVA',
    email: 'post@fjord.example',
  },
  lines: [line('Winter tyre', 4000, 149_900, 'standard'), line('Handbook', 1000, 10_000, 'zero')],
  vat: [
    { category: 'S', rate: 2500, classes: ['standard'], netMinor: 599_600, vatMinor: 149_900 },
    { category: 'Z', rate: 0, classes: ['zero'], netMinor: 10_000, vatMinor: 0 },
  ],
  netMinor: 609_600,
  vatMinor: 149_900,
  grossMinor: 759_500,
  terms: 'Interest by law.',
  credits: null,
  partial: false,
  creditedBy: [],
  creditedMinor: 0,
  left: [],
} as unknown as ShownInvoice & Billed;

const without = (category: 'E' | 'AE' | 'G'): ShownInvoice & Billed => ({
  ...DOMESTIC,
  vat: [{ category, rate: 0, classes: ['standard', 'zero'], netMinor: 609_600, vatMinor: 0 }],
  vatMinor: 0,
  grossMinor: 609_600,
});
const CREDIT: ShownInvoice & Billed = {
  ...DOMESTIC,
  number: 'C-0001',
  credits: { id: '' as never, number: '0001', issuedOn: '2026-11-20' },
};
const KINDS = [
  ['at home', DOMESTIC, '7595.00'],
  ['reverse charge', without('AE'), '6096.00'],
  ['export', without('G'), '6096.00'],
  ['exempt', without('E'), '6096.00'],
  ['credit note', CREDIT, '7595.00'],
] as const;

test('the CII of every kind is what the published schema allows, which finds what is missing', async () => {
  const ciis: Record<string, string> = {};
  for (const [name, invoice] of KINDS) ciis[`${name}.xml`] = await eInvoice(invoice, 'cii');
  const delivery = /<ram:ApplicableHeaderTradeDelivery>[\s\S]*<\/ram:ApplicableHeaderTradeDelivery>/;
  ciis['broken.xml'] = ciis['at home.xml']!.replace(delivery, '');
  const { 'broken.xml': missing, ...faults } = await faultsOf(ciis);
  expect(faults).toEqual(Object.fromEntries(KINDS.map(([name]) => [`${name}.xml`, []])));
  expect(missing?.join()).toContain('ApplicableHeaderTradeDelivery');
});

describe.each(KINDS)('e-invoice: %s', (_name, invoice, total) => {
  test('its CII asks for the amount', async () => {
    expect(await eInvoice(invoice, 'cii')).toContain(`<ram:DuePayableAmount>${total}</ram:DuePayableAmount>`);
  });

  test('its UBL asks for the same amount', async () => {
    const xml = await eInvoice(invoice, 'ubl');
    expect(xml).toContain(`<cbc:PayableAmount currencyID="NOK">${total}</cbc:PayableAmount>`);
    expect(xml).toContain(invoice.credits ? '<CreditNote ' : '<Invoice ');
    expect(xml).toContain('Tyres &amp; &lt;wheels');
  });
});

test('a credit note names the invoice that it takes back (BT-25) and its day (BT-26), in both syntaxes', async () => {
  const plain = (xml: string) => xml.replace(/\s+/g, ' ');
  expect(plain(await eInvoice(CREDIT, 'ubl'))).toContain(
    '<cac:InvoiceDocumentReference> <cbc:ID>0001</cbc:ID> <cbc:IssueDate>2026-11-20</cbc:IssueDate>',
  );
  expect(plain(await eInvoice(CREDIT, 'cii'))).toContain(
    '<ram:InvoiceReferencedDocument> <ram:IssuerAssignedID>0001</ram:IssuerAssignedID> <ram:FormattedIssueDateTime> <qdt:DateTimeString format="102">20261120<',
  );
});

test.each([
  [{}, null],
  [{ number: null }, 'proof_no_e_invoice'],
  [{ seller: { ...DOMESTIC.seller, email: null } }, 'seller_no_e_address'],
  [{ buyer: { ...DOMESTIC.buyer, email: null } }, 'buyer_no_e_address'],
  [{ buyer: { ...DOMESTIC.buyer, country: 'PL', vatId: 'PL5260250995', email: null } }, null],
])('an e-invoice needs a number and two addresses: %o', (change, problem) => {
  expect(eInvoiceProblem({ ...DOMESTIC, ...change })).toBe(problem);
});

describe.skipIf(!isPopplerHere())('on paper', () => {
  test.each([
    ['en', 'Invoice 0001', 'To pay'],
    ['nb', 'Faktura 0001', 'Å betale'],
    ['pl', 'Faktura 0001', 'Do zapłaty'],
    ['fr', 'Facture 0001', 'À payer'],
  ] as const)('%s: one page says who, what, how much and where to', async (language, title, toPay) => {
    const { pdf, pages } = await sharedPress.print(invoiceSheet({ ...DOMESTIC, language }));
    expect(pages).toBe(1);
    const page = pagesOfPdf(pdf)[0] ?? '';
    for (const said of [title, toPay, 'Fjord AS', 'Winter tyre', 'NO93 8601 1117 947', 'Interest by law.'])
      expect(page).toContain(said);
  });

  test('the e-invoice lies inside, and the page is still read', async () => {
    const { pdf } = await sharedPress.print(invoiceSheet(DOMESTIC), 'a-3b');
    const carrying = await facturX(DOMESTIC, pdf);
    expect(carrying.toString('latin1')).toContain('factur-x.xml');
    expect(pagesOfPdf(carrying)[0]).toContain('Faktura 0001');
  });
});
