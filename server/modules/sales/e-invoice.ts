import type { InvoiceService, Invoice as LibraryInvoice } from '@e-invoice-eu/core';
import { asEn16931, type Billed } from './model/en16931.ts';

/** The two syntaxes of EN 16931; Factur-X is the second inside a PDF. */
export type Syntax = 'ubl' | 'cii';

const FORMATS = { ubl: 'UBL', cii: 'CII' } as const;
const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };

type Library = typeof import('@e-invoice-eu/core');
let loaded: Promise<Library> | undefined;

/** Loaded with the first e-invoice: the library alone would be a quarter of what starting a process costs. */
const library = (): Promise<Library> => {
  loaded ??= import('@e-invoice-eu/core');
  return loaded;
};

type Tree = { [name: string]: Tree | Tree[] | string };
interface Formatter {
  postProcess?(cii: Tree): void;
}

const SETTLEMENT = [
  'rsm:CrossIndustryInvoice',
  'rsm:SupplyChainTradeTransaction',
  'ram:ApplicableHeaderTradeSettlement',
];

/** BT-25 and BT-26 in CII: the library (2.3.4) looks for them one element too high and leaves them out. */
const namePreceding = (formatter: Formatter, { credits }: Billed): void => {
  const done = formatter.postProcess?.bind(formatter);
  if (credits === null || done === undefined) return;
  formatter.postProcess = (cii) => {
    done(cii);
    const settlement = SETTLEMENT.reduce((tree, name) => tree[name] as Tree, cii);
    const day = { 'qdt:DateTimeString': credits.issuedOn.replaceAll('-', ''), 'qdt:DateTimeString@format': '102' };
    settlement['ram:InvoiceReferencedDocument'] = [
      { 'ram:IssuerAssignedID': credits.number, 'ram:FormattedIssueDateTime': day },
    ];
  };
};

const serviceFor = async (invoice: Billed): Promise<InvoiceService> => {
  const service = new (await library()).InvoiceService(silent);
  const factory: InstanceType<Library['FormatFactoryService']> = service['formatFactoryService'];
  const create = factory.createFormatService.bind(factory);
  factory.createFormatService = (format, logger) => {
    const formatter = create(format, logger);
    namePreceding(formatter as Formatter, invoice);
    return formatter;
  };
  return service;
};

const treeOf = (invoice: Billed) => asEn16931(invoice) as LibraryInvoice;

export const eInvoice = async (invoice: Billed, syntax: Syntax): Promise<string> => {
  const options = { format: FORMATS[syntax], lang: 'en', noWarnings: true };
  return String(await (await serviceFor(invoice)).generate(treeOf(invoice), options));
};

/** The PDF with the e-invoice inside it. `pdf` is PDF/A-3. */
export const facturX = async (invoice: Billed, pdf: Buffer): Promise<Buffer> => {
  const file = { buffer: pdf, filename: `${invoice.number}.pdf`, mimetype: 'application/pdf' };
  const options = { format: 'Factur-X-EN16931', lang: 'en', pdf: file, noWarnings: true };
  return Buffer.from((await (await serviceFor(invoice)).generate(treeOf(invoice), options)) as Uint8Array);
};
