import { z } from 'zod';
import { INVOICE_FILES, type InvoiceFile } from '../../../contract/invoices.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Conflict } from '../../platform/errors.ts';
import { bare } from '../../platform/http/route.ts';
import { type Actor, authorise } from '../access/index.ts';
import { todayOf } from '../catalogue/index.ts';
import type { Press } from '../layouts/index.ts';
import { eInvoice, facturX } from './e-invoice.ts';
import { type ShownInvoice, showInvoice } from './invoice.views.ts';
import { invoiceSheet } from './invoice-sheet.ts';
import { type Billed, eInvoiceProblem } from './model/en16931.ts';
import { fileNameOf, type SalesFile, sendSalesFile } from './sales-file.ts';

/** What may be an e-invoice: it has a number, and both have an electronic address. Throws Conflict. */
const billed = (invoice: ShownInvoice): Billed => {
  const problem = eInvoiceProblem(invoice);
  if (problem !== null) throw new Conflict(problem);
  return { ...invoice, number: invoice.number ?? '' };
};

/** PDF that carries the e-invoice with it wherever there can be one. */
const pdfOf = async ({ press }: { press: Press }, invoice: ShownInvoice, inside: boolean): Promise<Buffer> => {
  const { pdf } = await press.print(invoiceSheet(invoice), inside ? 'a-3b' : null);
  return inside ? facturX(billed(invoice), pdf) : pdf;
};

export const invoiceFile = async (
  needs: { press: Press },
  invoice: ShownInvoice,
  format: InvoiceFile,
): Promise<SalesFile> => {
  const name = fileNameOf(invoice.number);
  if (format === 'ubl' || format === 'cii')
    return { name: `${name}-${format}.xml`, type: 'application/xml', body: await eInvoice(billed(invoice), format) };
  const inside = eInvoiceProblem(invoice) === null;
  return { name: `${name}.pdf`, type: 'application/pdf', body: await pdfOf(needs, invoice, inside) };
};

const Asked = z.object({ id: z.uuid(), format: z.enum(INVOICE_FILES) });

export const downloadInvoice = bare<{ db: Db; clock: Clock; press: Press }, Actor>({
  method: 'GET',
  path: '/api/invoices/:id/files/:format',
  access: 'session',
  summary: 'An invoice as a file: PDF (Factur-X where it can be), or an EN 16931 e-invoice in UBL or CII',
  handle: async (needs, actor, { request, reply }) => {
    authorise(actor, 'sales.see');
    const { id, format } = Asked.parse(request.params);
    const invoice = await showInvoice(needs.db, id, await todayOf(needs.db, needs.clock));
    return sendSalesFile(reply, await invoiceFile(needs, invoice, format));
  },
});
