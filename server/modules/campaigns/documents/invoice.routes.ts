import type { Config } from '../../../config/config.ts';
import type { Clock } from '../../../platform/clock.ts';
import { bare } from '../../../platform/http/route.ts';
import type { Press } from '../../layouts/index.ts';
import { findSignedInvoice, invoiceFile, invoiceFor, invoicePath, sendSalesFile } from '../../sales/index.ts';
import { sendGone, sendPage, type VisitNeeds, visitByLine } from '../../tracking/index.ts';
import { invoicePageOf } from './invoice-page.ts';

interface InvoiceNeeds extends VisitNeeds {
  clock: Clock;
  config: Pick<Config, 'baseUrl' | 'secret'>;
}

/** The address in an e-mail names its line; the invoice of that person has one of its own. */
export const invoiceOfLine = bare<InvoiceNeeds, unknown>({
  method: 'GET',
  path: '/invoice/:token',
  access: 'public',
  summary: 'From a message to the invoice of its recipient',
  handle: async (needs, _actor, { request, reply }) => {
    const visit = await visitByLine(needs, request, reply);
    if (visit === null) return reply;
    const id = await invoiceFor(needs.db, visit.line);
    return id === null ? sendGone(needs.db, request, reply, visit.line) : reply.redirect(invoicePath(needs, id), 303);
  },
});

export const invoicePage = bare<InvoiceNeeds, unknown>({
  method: 'GET',
  path: '/invoice/:id/:signature',
  access: 'public',
  summary: 'An invoice as its recipient reads it',
  handle: async (needs, _actor, { request, reply }) => {
    const invoice = await findSignedInvoice(needs, request.params as { id: string; signature: string });
    return invoice === null
      ? sendGone(needs.db, request, reply, null)
      : sendPage(reply, 200, invoicePageOf(invoice, `${invoicePath(needs, invoice.id)}/pdf`));
  },
});

export const invoicePdf = bare<InvoiceNeeds & { press: Press }, unknown>({
  method: 'GET',
  path: '/invoice/:id/:signature/pdf',
  access: 'public',
  summary: 'An invoice as PDF, with the e-invoice inside where there is one',
  handle: async (needs, _actor, { request, reply }) => {
    const invoice = await findSignedInvoice(needs, request.params as { id: string; signature: string });
    if (invoice === null) return sendGone(needs.db, request, reply, null);
    return sendSalesFile(reply, await invoiceFile(needs, invoice, 'pdf'));
  },
});
