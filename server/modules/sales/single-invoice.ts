import { type RawBuilder, sql } from 'kysely';
import type { InvoiceId } from '../../../contract/ids.ts';
import { amountOf } from '../../../contract/line-amount.ts';
import type { SalesLine } from '../../../contract/sales.ts';
import type { VatPart, VatTreatment } from '../../../contract/sales-documents.ts';
import { NO_PLAN } from '../../../contract/sales-plan.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { dueOn, insertInvoices } from './invoice.store.ts';
import { numberAt } from './model/document-number.ts';
import type { WholeLine } from './model/priced-line.ts';
import { drawNumbers, nextNumber, writtenNumber } from './number-series.store.ts';
import { writeLines } from './sales-line.store.ts';
import { findSeller } from './seller.store.ts';
import { BILLED, taxed } from './taxed-run.ts';

/** An invoice to a company that belongs to no campaign. */
export interface SingleInvoice {
  companyId: string;
  title: string;
  lines: WholeLine[];
  currency: string;
  day: string;
}

interface Rehearsed {
  number: string;
  dueOn: string;
  lines: SalesLine[];
  vatTreatment: VatTreatment;
  vat: VatPart[];
  netMinor: number;
  vatMinor: number;
  grossMinor: number;
}

export interface BillableCompany {
  name: string;
  /** In which its invoices are written; null: as the installation. */
  language: string | null;
  hasVatId: boolean;
  hasAddress: boolean;
}

const toCompany = (id: string): RawBuilder<unknown> =>
  sql`select null::int as no, 'company' as party_kind, ${id}::uuid as party_id, ${id}::uuid as company_id, null::uuid as sender_id`;

/** What an invoice to it would need; null where there is no such company. */
export const findBillable = async (db: Db | Tx, companyId: string): Promise<BillableCompany | null> => {
  const { rows } = await sql<BillableCompany>`
    select billed_firm.name, ${BILLED.language} as language, ${BILLED.hasVatId} as has_vat_id, ${BILLED.hasAddress} as has_address
    from (${toCompany(companyId)}) as line ${BILLED.joins} where billed_firm.id is not null`.execute(db);
  return rows[0] ?? null;
};

/** What issuing would come to; draws no number. Throws Invalid where nothing can be issued. */
export const rehearseInvoice = async (db: Db | Tx, invoice: SingleInvoice): Promise<Rehearsed> => {
  const { priced, from } = await taxed(db, invoice.lines, toCompany(invoice.companyId));
  const { rows } = await sql<Omit<Rehearsed, 'number' | 'lines' | 'grossMinor'>>`
    select kind.treatment as vat_treatment, total.vat, total."netMinor"::float8 as net_minor, total."vatMinor"::float8 as vat_minor,
      ${dueOn({ day: invoice.day, dueDays: NO_PLAN.dueDays })} as due_on
    from ${from}`.execute(db);
  const found = rows[0]!;
  return {
    ...found,
    grossMinor: found.netMinor + found.vatMinor,
    number: numberAt(await nextNumber(db, 'invoice', invoice.day), 1),
    lines: priced.map((line) => ({ ...line, amountMinor: amountOf(line.quantity, line.priceMinor) }) as SalesLine),
  };
};

/** Draws its number in the same transaction. Throws Invalid where nothing can be issued. */
export const issueInvoice = async (
  tx: Tx,
  invoice: SingleInvoice,
  by: { userId: string; now: Date },
): Promise<{ id: InvoiceId; number: string }> => {
  const seller = await findSeller(tx);
  if (seller === null) throw new Invalid('lines', 'seller_needed');
  const run = await taxed(tx, invoice.lines, toCompany(invoice.companyId));
  const series = await drawNumbers(tx, 'invoice', { count: 1, day: invoice.day });
  const number = numberAt(series, 1);
  const head = {
    ...invoice,
    sellerId: seller.id,
    dueDays: NO_PLAN.dueDays,
    terms: '',
    ownerId: by.userId,
    createdBy: by.userId,
  };
  const alone = { campaignId: null, actionId: null, runId: null, test: false, now: by.now };
  await insertInvoices(tx, { ...head, ...alone }, run, writtenNumber(series, sql`line.place`));
  const { rows } = await sql<{ id: InvoiceId }>`
    select id from invoice where kind = 'invoice' and number = ${number}`.execute(tx);
  const { id } = rows[0]!;
  await writeLines(tx, 'invoice', sql`select ${id}::uuid as id`, run.priced);
  return { id, number };
};

/** As SQL: whether the invoice with that id is still one, at least in part. */
export const invoiceStands = (id: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`exists (select from invoice as standing where standing.id = ${id} and standing.state <> 'credited')`;
