import { LOCALES } from '../../../contract/messages/languages.ts';
import type { SalesLine } from '../../../contract/sales.ts';
import type { VatPart } from '../../../contract/sales-documents.ts';
import type { Seller } from '../../../contract/seller.ts';
import type { Block, Column, Letterhead, PrintJob, Row, WindowForm } from '../layouts/index.ts';
import type { ShownInvoice } from './invoice.views.ts';
import { SHEET_TEXTS, type SheetText } from './model/sheet-texts.ts';

/** What an invoice and an offer say alike. */
export type Sold = Pick<
  ShownInvoice,
  | 'number'
  | 'title'
  | 'language'
  | 'currency'
  | 'seller'
  | 'buyer'
  | 'lines'
  | 'vat'
  | 'vatTreatment'
  | 'netMinor'
  | 'grossMinor'
  | 'terms'
>;

type Values = Readonly<Record<string, string>>;

export const say = ({ language }: Pick<Sold, 'language'>, text: SheetText, values: Values = {}): string =>
  SHEET_TEXTS[language][text].replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

export const moneyOf = ({ language, currency }: Sold, minor: number): string => {
  const format = new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};
export const dayOf = ({ language }: Sold, day: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
const percentOf = ({ language }: Sold, rate: number): string =>
  new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 2 }).format(rate / 10_000);

/** Written in capitals and the language of the sender's post: only abroad. */
const countryLine = ({ buyer, seller }: Sold): string | null => {
  if (buyer.country === null || buyer.country === seller.country) return null;
  return (new Intl.DisplayNames('en', { type: 'region' }).of(buyer.country) ?? buyer.country).toUpperCase();
};

const filled = (lines: readonly (string | null | undefined | false)[]): string[] => lines.flatMap((line) => line || []);

const townOf = ({ postalCode, city }: { postalCode: string | null; city: string | null }) =>
  filled([postalCode, city]).join(' ');

const addressOf = (sold: Sold): string[] => {
  const { buyer } = sold;
  return filled([buyer.company, buyer.name, buyer.street, townOf(buyer), countryLine(sold)]);
};

const columnsOf = (sold: Sold): Column[] => [
  { title: say(sold, 'product'), align: 'left', width: 1 },
  { title: say(sold, 'quantity'), align: 'right', width: null },
  { title: say(sold, 'price'), align: 'right', width: null },
  { title: say(sold, 'vatRate'), align: 'right', width: null },
  { title: say(sold, 'amount'), align: 'right', width: null },
];

const rateOf = (sold: Sold, { vatClass }: SalesLine): number =>
  sold.vat.find(({ classes }) => vatClass !== null && classes?.includes(vatClass))?.rate ?? 0;

const rowOf = (sold: Sold, line: SalesLine): string[] => {
  const many = new Intl.NumberFormat(LOCALES[sold.language], { maximumFractionDigits: 3 });
  return [
    line.name,
    `${many.format(line.quantity / 1000)} ${line.unit}`.trim(),
    moneyOf(sold, line.priceMinor),
    percentOf(sold, rateOf(sold, line)),
    moneyOf(sold, line.amountMinor),
  ];
};

const vatRow = (sold: Sold, { rate, netMinor, vatMinor }: VatPart) => ({
  label: say(sold, 'vatAt', { rate: percentOf(sold, rate), net: moneyOf(sold, netMinor) }),
  value: moneyOf(sold, vatMinor),
  strong: false,
});

const totalsOf = (sold: Sold, gross: SheetText): Block => ({
  kind: 'totals',
  rows: [
    { label: say(sold, 'net'), value: moneyOf(sold, sold.netMinor), strong: false },
    ...sold.vat.filter(({ vatMinor }) => vatMinor > 0).map((part) => vatRow(sold, part)),
    { label: say(sold, gross), value: moneyOf(sold, sold.grossMinor), strong: true },
  ],
});

export const plain = (text: string): Block => ({ kind: 'text', runs: [{ text }] });
const strong = (text: string): Block => ({ kind: 'text', runs: [{ text, bold: true }] });

/** Windows of the north stand where those of DIN do not. */
const formIn = (country: string): WindowForm => (['NO', 'SE', 'DK', 'FI'].includes(country) ? 'nordic' : 'din-b');

const INK = '#1b1b1f';

const headOf = (sold: Sold): Letterhead => {
  const { seller } = sold;
  const place = filled([seller.name, seller.street, townOf(seller)]);
  const vat = seller.vatId && say(sold, 'vatId', { id: seller.vatId });
  const columns = [
    place,
    filled([vat, seller.registration, seller.email, seller.phone]),
    filled([seller.iban && `IBAN ${seller.iban}`, seller.bic && `BIC ${seller.bic}`]),
  ];
  return {
    form: formIn(seller.country),
    name: seller.name,
    colour: INK,
    logo: null,
    sender: place.join(' · '),
    footer: columns.filter((column) => column.length > 0),
    pages: SHEET_TEXTS[sold.language].page,
  };
};

interface Own {
  subject: string;
  info: Row[];
  /** What says that a proof is one. */
  proof: SheetText;
  /** What the whole sum is called. */
  gross: SheetText;
  /** Between the sums and the terms. */
  blocks: Block[];
}

const blocksOf = (sold: Sold, { proof, gross, blocks }: Own): Block[] => [
  ...(sold.number === null ? [strong(say(sold, proof))] : []),
  plain(`${say(sold, 'regarding')}: ${sold.title}`),
  { kind: 'table', columns: columnsOf(sold), rows: sold.lines.map((line) => rowOf(sold, line)) },
  { kind: 'space', height: 3 },
  totalsOf(sold, gross),
  ...(sold.vatTreatment === 'domestic' ? [] : [plain(say(sold, sold.vatTreatment))]),
  ...blocks,
  ...(sold.terms === '' ? [] : [strong(say(sold, 'terms')), plain(sold.terms)]),
];

/** What is sold on A4, in the language of its buyer, as the built-in layout has it. */
export const soldSheet = (sold: Sold, own: Own): PrintJob => {
  const { subject, info } = own;
  const { language, seller } = sold;
  const sheet = { head: 0, language, address: addressOf(sold), code: null, info, subject };
  return {
    title: subject,
    author: seller.name,
    heads: [headOf(sold)],
    images: {},
    documents: [{ ...sheet, blocks: blocksOf(sold, own) }],
  };
};

/** A company that has not said who sends its invoices: its name is what is known. */
export const onlyNamed = (name: string, country: string | null): Seller => ({
  name,
  street: '',
  postalCode: '',
  city: '',
  country: country ?? '',
  vatId: '',
  registration: null,
  iban: null,
  bic: null,
  email: null,
  phone: null,
});
