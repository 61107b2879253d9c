import { LOCALES } from '../../../contract/messages/languages.ts';
import type { SalesLine } from '../../../contract/sales.ts';
import type { VatPart } from '../../../contract/sales-documents.ts';
import type { Block, Column, PrintJob, Row, WindowForm } from '../layouts/index.ts';
import type { ShownInvoice } from './invoice.views.ts';
import { INVOICE_TEXTS, type InvoiceText } from './model/invoice-texts.ts';

type Values = Readonly<Record<string, string>>;

const say = ({ language }: ShownInvoice, text: InvoiceText, values: Values = {}): string =>
  INVOICE_TEXTS[language][text].replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

const moneyOf = ({ language, currency }: ShownInvoice, minor: number): string => {
  const format = new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};
const dayOf = ({ language }: ShownInvoice, day: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
const percentOf = ({ language }: ShownInvoice, rate: number): string =>
  new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 2 }).format(rate / 10_000);

/** Written in capitals and the language of the sender's post: only abroad. */
const countryLine = ({ buyer, seller }: ShownInvoice): string | null => {
  if (buyer.country === null || buyer.country === seller.country) return null;
  return (new Intl.DisplayNames('en', { type: 'region' }).of(buyer.country) ?? buyer.country).toUpperCase();
};

const filled = (lines: readonly (string | null | undefined | false)[]): string[] => lines.flatMap((line) => line || []);

const townOf = ({ postalCode, city }: { postalCode: string | null; city: string | null }) =>
  filled([postalCode, city]).join(' ');

const addressOf = (invoice: ShownInvoice): string[] => {
  const { buyer } = invoice;
  return filled([buyer.company, buyer.name, buyer.street, townOf(buyer), countryLine(invoice)]);
};

const infoOf = (invoice: ShownInvoice): Row[] => {
  const { number, buyer, credits, issuedOn, dueOn } = invoice;
  return [
    ...(number ? [{ label: say(invoice, 'number'), value: number }] : []),
    { label: say(invoice, 'date'), value: dayOf(invoice, issuedOn) },
    ...(credits ? [] : [{ label: say(invoice, 'due'), value: dayOf(invoice, dueOn) }]),
    ...(buyer.vatId ? [{ label: say(invoice, 'customerVat'), value: buyer.vatId }] : []),
  ];
};

const columnsOf = (invoice: ShownInvoice): Column[] => [
  { title: say(invoice, 'product'), align: 'left', width: 1 },
  { title: say(invoice, 'quantity'), align: 'right', width: null },
  { title: say(invoice, 'price'), align: 'right', width: null },
  { title: say(invoice, 'vatRate'), align: 'right', width: null },
  { title: say(invoice, 'amount'), align: 'right', width: null },
];

const rateOf = (invoice: ShownInvoice, { vatClass }: SalesLine): number =>
  invoice.vat.find(({ classes }) => vatClass !== null && classes?.includes(vatClass))?.rate ?? 0;

const rowOf = (invoice: ShownInvoice, line: SalesLine): string[] => {
  const many = new Intl.NumberFormat(LOCALES[invoice.language], { maximumFractionDigits: 3 });
  return [
    line.name,
    `${many.format(line.quantity / 1000)} ${line.unit}`.trim(),
    moneyOf(invoice, line.priceMinor),
    percentOf(invoice, rateOf(invoice, line)),
    moneyOf(invoice, line.amountMinor),
  ];
};

const vatRow = (invoice: ShownInvoice, { rate, netMinor, vatMinor }: VatPart) => ({
  label: say(invoice, 'vatAt', { rate: percentOf(invoice, rate), net: moneyOf(invoice, netMinor) }),
  value: moneyOf(invoice, vatMinor),
  strong: false,
});

const totalsOf = (invoice: ShownInvoice): Block => ({
  kind: 'totals',
  rows: [
    { label: say(invoice, 'net'), value: moneyOf(invoice, invoice.netMinor), strong: false },
    ...invoice.vat.filter(({ vatMinor }) => vatMinor > 0).map((part) => vatRow(invoice, part)),
    {
      label: say(invoice, invoice.credits ? 'toCredit' : 'toPay'),
      value: moneyOf(invoice, invoice.grossMinor),
      strong: true,
    },
  ],
});

const plain = (text: string): Block => ({ kind: 'text', runs: [{ text }] });
const strong = (text: string): Block => ({ kind: 'text', runs: [{ text, bold: true }] });

const paymentOf = (invoice: ShownInvoice): Block[] => {
  const { seller, number, credits, creditedBy, dueOn } = invoice;
  if (credits)
    return [plain(say(invoice, 'credits', { number: credits.number, day: dayOf(invoice, credits.issuedOn) }))];
  if (creditedBy) return [plain(say(invoice, 'credited', { number: creditedBy.number }))];
  const rows = [
    { label: say(invoice, 'toPay'), value: moneyOf(invoice, invoice.grossMinor) },
    { label: say(invoice, 'due'), value: dayOf(invoice, dueOn) },
    ...(seller.iban ? [{ label: 'IBAN', value: seller.iban.replaceAll(/(.{4})(?=.)/g, '$1 ') }] : []),
    ...(seller.bic ? [{ label: 'BIC', value: seller.bic }] : []),
  ];
  const quoted = number ? [plain(say(invoice, 'reference', { number }))] : [];
  return [{ kind: 'heading', runs: [{ text: say(invoice, 'pay') }] }, { kind: 'facts', rows }, ...quoted];
};

const blocksOf = (invoice: ShownInvoice): Block[] => [
  ...(invoice.number === null ? [strong(say(invoice, 'proof'))] : []),
  plain(`${say(invoice, 'regarding')}: ${invoice.title}`),
  { kind: 'table', columns: columnsOf(invoice), rows: invoice.lines.map((line) => rowOf(invoice, line)) },
  { kind: 'space', height: 3 },
  totalsOf(invoice),
  ...(invoice.vatTreatment === 'domestic' ? [] : [plain(say(invoice, invoice.vatTreatment))]),
  ...paymentOf(invoice),
  ...(invoice.terms === '' ? [] : [strong(say(invoice, 'terms')), plain(invoice.terms)]),
];

/** Windows of the north stand where those of DIN do not. */
const formIn = (country: string): WindowForm => (['NO', 'SE', 'DK', 'FI'].includes(country) ? 'nordic' : 'din-b');

const INK = '#1b1b1f';

/** The invoice on A4, in the language of its buyer, as the built-in layout has it. */
export const invoiceSheet = (invoice: ShownInvoice): PrintJob => {
  const { seller, number, credits, language } = invoice;
  const subject = say(invoice, credits ? 'credit_note' : 'invoice', { number: number ?? '' }).trim();
  const vat = say(invoice, 'vatId', { id: seller.vatId });
  const account = filled([seller.iban && `IBAN ${seller.iban}`, seller.bic && `BIC ${seller.bic}`]);
  return {
    title: subject,
    author: seller.name,
    heads: [
      {
        form: formIn(seller.country),
        name: seller.name,
        colour: INK,
        logo: null,
        sender: [seller.name, seller.street, townOf(seller)].join(' · '),
        footer: [
          [seller.name, seller.street, townOf(seller)],
          filled([vat, seller.registration, seller.email, seller.phone]),
          ...(account.length > 0 ? [account] : []),
        ],
        pages: INVOICE_TEXTS[language].page,
      },
    ],
    images: {},
    documents: [
      {
        head: 0,
        language,
        address: addressOf(invoice),
        code: null,
        info: infoOf(invoice),
        subject,
        blocks: blocksOf(invoice),
      },
    ],
  };
};
