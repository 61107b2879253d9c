import { z } from 'zod';
import { Amount } from './catalogue.ts';
import { endpoint } from './endpoint.ts';
import { ActionId, InvoiceId, RunId } from './ids.ts';
import { Currency, Day, Minor } from './moment.ts';
import { PageInput, pageOf } from './paging.ts';
import { SalesFilters } from './sales.ts';
import { SalesDocumentParts, SalesDocumentRow, VAT_TREATMENTS } from './sales-documents.ts';
import { Seller } from './seller.ts';

const tag = 'Sales';

/** `overdue`: open, but its day is over; `credited`: a credit note took it back; `credit_note`: is one. */
export const INVOICE_STATES = ['open', 'overdue', 'paid', 'credited', 'credit_note'] as const;
export const InvoiceState = z.enum(INVOICE_STATES);
export type InvoiceState = z.output<typeof InvoiceState>;

export const InvoiceRow = SalesDocumentRow.extend({
  id: InvoiceId,
  state: InvoiceState,
  /** Of a credit note: the day it was made. */
  dueOn: Day,
  paidOn: Day.nullable(),
  /** Of what it comes to with VAT: what credit notes took back. */
  creditedMinor: Minor,
});
export type InvoiceRow = z.output<typeof InvoiceRow>;

const Counterpart = z.object({ id: InvoiceId, number: z.string(), issuedOn: Day });

export const Invoice = InvoiceRow.extend(SalesDocumentParts.shape).extend({
  seller: Seller,
  /** The invoice that a credit note takes back. */
  credits: Counterpart.nullable(),
  /** Of a credit note: it takes back only a part. */
  partial: z.boolean(),
  /** The credit notes that took an invoice back, or parts of it, oldest first. */
  creditedBy: z.array(Counterpart.extend({ grossMinor: Minor })),
  /** What can still be credited of each line, without VAT. */
  left: z.array(Minor),
  creditReason: z.string().nullable(),
  /** A code of the messages: why there is no e-invoice of it; null: there is one. */
  eInvoiceProblem: z.enum(['proof_no_e_invoice', 'seller_no_e_address', 'buyer_no_e_address']).nullable(),
});
export type Invoice = z.output<typeof Invoice>;

export const InvoiceFilters = SalesFilters.extend({ state: InvoiceState.optional() });
export type InvoiceFilters = z.output<typeof InvoiceFilters>;

const One = z.object({ id: InvoiceId });

export const listInvoices = endpoint({
  name: 'listInvoices',
  method: 'GET',
  path: '/api/invoices',
  tag,
  summary: 'Invoices and credit notes: searched, filtered, sorted, a page at a time',
  /** Sorted by `number`, `title`, `value`, `dueOn` or `issuedOn`. */
  input: PageInput.extend(InvoiceFilters.shape),
  output: pageOf(InvoiceRow),
});
export const getInvoice = endpoint({
  name: 'getInvoice',
  method: 'GET',
  path: '/api/invoices/:id',
  tag,
  summary: 'One invoice or credit note with its products, VAT and who sends it',
  input: One,
  output: Invoice,
});
export const payInvoice = endpoint({
  name: 'payInvoice',
  method: 'POST',
  path: '/api/invoices/:id/payment',
  tag,
  summary: 'Write down when an invoice was paid, or that it was not',
  input: One.extend({ paidOn: Day.nullable() }),
  output: Invoice,
});

export const creditPart = endpoint({
  name: 'creditPart',
  method: 'POST',
  path: '/api/invoices/:id/credit',
  tag,
  summary: 'Take a part of an invoice back by a credit note: single lines, or a part of what they come to',
  input: One.extend({
    /** By the place of each line, from 0 on: what is taken back of it, without VAT; null: nothing. */
    amounts: z.array(Amount.nullable()).max(500),
    reason: z.string().trim().min(1).max(500),
    /** What was credited when this was decided: refused when it is another amount meanwhile. */
    creditedMinor: Minor,
  }),
  /** The credit note. */
  output: Invoice,
});

/** Those marked, or all that the list’s filters leave. */
const InvoiceChoice = z.object({
  ids: z.array(InvoiceId).max(500).default([]),
  filters: InvoiceFilters.default({}),
});
export type InvoiceChoice = z.output<typeof InvoiceChoice>;

export const rehearseCredit = endpoint({
  name: 'rehearseCredit',
  method: 'POST',
  path: '/api/invoices/credit/rehearsal',
  tag,
  summary: 'How many invoices would be credited, and what they come to; changes nothing',
  input: InvoiceChoice,
  output: z.object({
    invoices: z.number().int(),
    /** Of them, those already paid: their money goes back by hand. */
    paid: z.number().int(),
    sums: z.array(z.object({ currency: Currency, grossMinor: Minor })),
  }),
});
export const creditInvoices = endpoint({
  name: 'creditInvoices',
  method: 'POST',
  path: '/api/invoices/credit',
  tag,
  summary: 'Take invoices back, each by a credit note of all that is left of it, all in one step or none',
  input: InvoiceChoice.extend({
    reason: z.string().trim().min(1).max(500),
    /** As rehearsed: refused when it is another number meanwhile. */
    expected: z.number().int().min(1),
  }),
  output: z.object({ credited: z.number().int(), first: z.string(), last: z.string() }),
});

export const rehearseInvoices = endpoint({
  name: 'rehearseInvoices',
  method: 'GET',
  path: '/api/actions/:id/invoices/rehearsal',
  tag,
  summary: 'The invoices an action would issue now: how many, their VAT and totals, and their numbers; draws none',
  input: z.object({ id: ActionId }),
  output: z.object({
    invoices: z.number().int(),
    currency: Currency,
    netMinor: Minor,
    vatMinor: Minor,
    grossMinor: Minor,
    treatments: z.array(
      z.object({
        treatment: z.enum(VAT_TREATMENTS),
        invoices: z.number().int(),
        netMinor: Minor,
        vatMinor: Minor,
        grossMinor: Minor,
      }),
    ),
    /** Firms that would be billed once for each of several of their people. */
    firmsBilledAgain: z.number().int(),
    /** Null where there is nobody. */
    numbers: z.object({ first: z.string(), last: z.string() }).nullable(),
  }),
});

export const findInvoiceProof = endpoint({
  name: 'findInvoiceProof',
  method: 'GET',
  path: '/api/invoices/proofs/:runId',
  tag,
  summary: 'The invoice that a test of an action made',
  input: z.object({ runId: RunId }),
  output: One,
});

/** At `/api/invoices/:id/files/:format`. */
export const INVOICE_FILES = ['pdf', 'ubl', 'cii'] as const;
export type InvoiceFile = (typeof INVOICE_FILES)[number];
