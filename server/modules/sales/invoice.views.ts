import { type RawBuilder, sql } from 'kysely';
import type * as api from '../../../contract/invoices.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { documentList, type LineOfCampaign, latestFor } from './sales-document.views.ts';
import { linesOf } from './sales-line.store.ts';
import { SELLER } from './seller.store.ts';

export type ShownInvoice = Omit<api.Invoice, 'createdAt' | 'pageUrl' | 'eInvoiceProblem'> & { createdAt: Date };

const INVOICES = documentList<api.InvoiceRow>({
  table: 'invoice',
  /** To be paid until the end of its last day. */
  stateOn: (day) => sql`case when d.kind = 'credit_note' then 'credit_note'
    when d.state = 'open' and d.due_on < ${day}::date then 'overdue' else d.state end`,
  own: sql`d.due_on, d.paid_on`,
  sorts: { dueOn: { by: sql`d.due_on`, type: 'date' } },
});

export const pageOfInvoices = INVOICES.page;

/** Over the alias `d`. */
export const invoicesWhere = INVOICES.where;

const counterpart = (which: RawBuilder<boolean>) => sql`
  (select jsonb_build_object('id', x.id, 'number', x.number, 'issuedOn', x.issued_on) from invoice x where ${which})`;

/** A credit note shows the lines of what it takes back. Throws NotFound. */
export const showInvoice = async (db: Db, id: string, day: string): Promise<ShownInvoice> => {
  const { rows } = await sql<Omit<ShownInvoice, 'lines'>>`
    select ${INVOICES.columns(day)}, ${SELLER} as seller, d.buyer, d.language, d.vat_treatment, d.vat, d.vat_minor::float8 as vat_minor, d.terms,
      d.credit_reason, d.created_at, ${counterpart(sql`x.id = d.credits`)} as credits, ${counterpart(sql`x.credits = d.id`)} as credited_by,
      (select jsonb_build_object('id', k.id, 'name', k.name) from company k where k.id = d.company_id) as company
    from ${INVOICES.tables} join seller on seller.id = d.seller_id where d.id = ${id}`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new NotFound('invoice');
  return { ...found, lines: await linesOf(db, found.credits?.id ?? id) };
};

export const invoiceFor = (db: Db, line: LineOfCampaign) => latestFor(db, 'invoice', line, sql`kind = 'invoice'`);
