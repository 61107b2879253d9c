import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CompanyId, InvoiceId, ProductId, SendingAccountId } from './ids.ts';
import { Currency, Day, Minor } from './moment.ts';
import { Named } from './party.ts';
import { SalesLine } from './sales.ts';
import { VAT_TREATMENTS, VatPart } from './sales-documents.ts';
import { Millionths, SmsUsageYear } from './sms.ts';

const tag = 'SMS';

/** A month or quarter in the company's time zone: `2026-11`, `2026-Q4`. */
const Period = z.string().regex(/^20\d{2}-(?:0[1-9]|1[0-2]|Q[1-4])$/, 'sms_period');

/** `metered`: at what each part cost when it was sent, and `markup` on it; `own`: each at `perPartMillionths`. */
export const SMS_PRICINGS = ['metered', 'own'] as const;
/** A line for each country (and each price in it), or one for all. */
export const SMS_LINES = ['country', 'one'] as const;

const terms = {
  productId: ProductId,
  pricing: z.enum(SMS_PRICINGS),
  /** In hundredths of a percent, on what was metered. */
  markup: z.number().int().min(0).max(100_000),
  /** The price of one's own for a part. */
  perPartMillionths: Millionths.nullable(),
  lines: z.enum(SMS_LINES),
};

export const SmsBill = z.object({
  ...terms,
  period: Period,
  accountIds: z.array(SendingAccountId).min(1).max(200),
  companyId: CompanyId,
  markup: terms.markup.default(0),
  perPartMillionths: terms.perPartMillionths.default(null),
  lines: terms.lines.default('country'),
});
export type SmsBill = z.output<typeof SmsBill>;

export const SmsBillRow = z.object({
  period: z.string(),
  account: Named(SendingAccountId),
  /** With those of tests. */
  parts: z.number().int(),
  unsettledParts: z.number().int(),
  /** Null where a price was missing. */
  costMinor: Minor.nullable(),
  /** The last day of the period, while it is not over. */
  runsUntil: Day.nullable(),
  /** On which invoices it is, or single months of it. Those that were credited whole are none. */
  invoices: z.array(z.object({ id: InvoiceId, number: z.string(), months: z.array(z.string()) })),
});
export type SmsBillRow = z.output<typeof SmsBillRow>;

export const listSmsBills = endpoint({
  name: 'listSmsBills',
  method: 'GET',
  path: '/api/sms-usage/invoices',
  tag,
  summary: 'Which months or quarters of SMS are on an invoice, by account, and which can be invoiced',
  input: SmsUsageYear,
  output: z.object({ currency: Currency, rows: z.array(SmsBillRow) }),
});

export const lastSmsBill = endpoint({
  name: 'lastSmsBill',
  method: 'GET',
  path: '/api/sms-usage/invoices/last',
  tag,
  summary: 'To whom and how the SMS of an account were invoiced the last time; null: never yet',
  input: z.object({ accountId: SendingAccountId }),
  output: z.object({
    last: z
      .object({ ...terms, company: Named(CompanyId).nullable(), product: Named(ProductId) })
      .omit({ productId: true })
      .nullable(),
  }),
});

export const rehearseSmsInvoice = endpoint({
  name: 'rehearseSmsInvoice',
  method: 'POST',
  path: '/api/sms-usage/invoices/rehearsal',
  tag,
  summary: 'The invoice that would be issued for the SMS of a period: lines, VAT and number; draws none',
  input: SmsBill,
  output: z.object({
    number: z.string(),
    title: z.string(),
    currency: Currency,
    dueOn: Day,
    lines: z.array(SalesLine),
    vatTreatment: z.enum(VAT_TREATMENTS),
    vat: z.array(VatPart),
    netMinor: Minor,
    vatMinor: Minor,
    grossMinor: Minor,
    parts: z.number().int(),
    /** Of which it is not known whether the gateway took them: not billed now, nor later. */
    unsettledParts: z.number().int(),
  }),
});

export const issueSmsInvoice = endpoint({
  name: 'issueSmsInvoice',
  method: 'POST',
  path: '/api/sms-usage/invoices',
  tag,
  summary: 'Invoice the SMS of a period that is over to a company; each month of an account once',
  input: SmsBill.extend({
    /** As rehearsed: refused when it is another sum meanwhile. */
    expectedGrossMinor: Minor,
  }),
  output: z.object({ id: InvoiceId, number: z.string() }),
});
