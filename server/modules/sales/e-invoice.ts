import type { InvoiceServiceOptions, Invoice as LibraryInvoice } from '@e-invoice-eu/core';
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

type Check = Parameters<InstanceType<Library['ValidationService']>['validate']>[1];
const checks = new Map<string, Promise<Check>>();

/** The library compiles the schema of a format for each invoice anew, nine tenths of what one takes. Here it is asked to once, and left before it writes anything. */
const compileCheck = async (format: string): Promise<Check> => {
  const service = new (await library()).InvoiceService(silent);
  let compiled: Check | undefined;
  service['validationService'].validate = (_id: string, check: unknown) => {
    compiled = check as Check;
    throw new Error('nothing is to be written');
  };
  await service.generate({} as LibraryInvoice, { format, lang: 'en' }).catch(() => undefined);
  if (compiled === undefined) throw new Error('the e-invoice library no longer checks what it is given');
  return compiled;
};

const checkOf = (format: string): Promise<Check> => {
  const known = checks.get(format);
  if (known) return known;
  const check = compileCheck(format);
  checks.set(format, check);
  return check;
};

/** What `InvoiceService.generate` does, by a check that is kept. */
const write = async (invoice: Billed, options: InvoiceServiceOptions): Promise<string | Uint8Array> => {
  const { FormatFactoryService, ValidationService } = await library();
  const factory = new FormatFactoryService();
  const formatter = factory.createFormatService(options.format, silent);
  namePreceding(formatter as Formatter, invoice);
  const tree = structuredClone(asEn16931(invoice));
  const checked = new ValidationService(silent).validate(
    'invoice',
    await checkOf(options.format),
    tree,
  ) as LibraryInvoice;
  formatter.fillInvoiceDefaults(checked);
  return formatter.generate(checked, { ...options, format: factory.normalizeFormat(options.format) });
};

export const eInvoice = async (invoice: Billed, syntax: Syntax): Promise<string> => {
  return String(await write(invoice, { format: FORMATS[syntax], lang: 'en', noWarnings: true }));
};

/** The PDF with the e-invoice inside it. `pdf` is PDF/A-3. */
export const facturX = async (invoice: Billed, pdf: Buffer): Promise<Buffer> => {
  const file = { buffer: pdf, filename: `${invoice.number}.pdf`, mimetype: 'application/pdf' };
  const options = { format: 'Factur-X-EN16931', lang: 'en', pdf: file, noWarnings: true };
  return Buffer.from((await write(invoice, options)) as Uint8Array);
};
