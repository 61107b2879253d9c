import type { InvoiceService, Invoice as LibraryInvoice } from '@e-invoice-eu/core';
import { asEn16931, type Billed } from './model/en16931.ts';

/** The two syntaxes of EN 16931; Factur-X is the second inside a PDF. */
export type Syntax = 'ubl' | 'cii';

const FORMATS = { ubl: 'UBL', cii: 'CII' } as const;
const silent = { log: () => undefined, warn: () => undefined, error: () => undefined };

let loaded: Promise<InvoiceService> | undefined;

/** Loaded with the first e-invoice: the library alone would be a quarter of what starting a process costs. */
const service = (): Promise<InvoiceService> => {
  loaded ??= import('@e-invoice-eu/core').then(({ InvoiceService }) => new InvoiceService(silent));
  return loaded;
};

const treeOf = (invoice: Billed) => asEn16931(invoice) as LibraryInvoice;

export const eInvoice = async (invoice: Billed, syntax: Syntax): Promise<string> =>
  String(await (await service()).generate(treeOf(invoice), { format: FORMATS[syntax], lang: 'en', noWarnings: true }));

/** The PDF with the e-invoice inside it. `pdf` is PDF/A-3. */
export const facturX = async (invoice: Billed, pdf: Buffer): Promise<Buffer> => {
  const file = { buffer: pdf, filename: `${invoice.number}.pdf`, mimetype: 'application/pdf' };
  const options = { format: 'Factur-X-EN16931', lang: 'en', pdf: file, noWarnings: true };
  return Buffer.from((await (await service()).generate(treeOf(invoice), options)) as Uint8Array);
};
