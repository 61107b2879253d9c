import { sql } from 'kysely';
import type * as api from '../../../contract/invoices.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { creditedLinesOf } from './credit-note.store.ts';
import { leftOf } from './model/credited.ts';
import { documentList, type LineOfCampaign, latestFor } from './sales-document.views.ts';
import { linesOf } from './sales-line.store.ts';
import { SELLER } from './seller.store.ts';

export type ShownInvoice = Omit<api.Invoice, 'createdAt' | 'pageUrl' | 'eInvoiceProblem'> & { createdAt: Date };

const INVOICES = documentList<api.InvoiceRow>({
  table: 'invoice',
  /** To be paid until the end of its last day. */
  stateOn: (day) => sql`case when d.kind = 'credit_note' then 'credit_note'
    when d.state = 'open' and d.due_on < ${day}::date then 'overdue' else d.state end`,
  own: sql`d.due_on, d.paid_on, (d.credited_net_minor + d.credited_vat_minor)::float8 as credited_minor`,
  sorts: { dueOn: { by: sql`d.due_on`, type: 'date' } },
});

export const pageOfInvoices = INVOICES.page;

/** Over the alias `d`. */
export const invoicesWhere = INVOICES.where;

const COUNTERPART = sql`jsonb_build_object('id', x.id, 'number', x.number, 'issuedOn', x.issued_on, 'grossMinor', x.gross_minor)`;

/** Of a credit note nothing can be credited, nor of an invoice that was. */
const leftOfInvoice = async (db: Db, { id, state, lines }: Pick<ShownInvoice, 'id' | 'state' | 'lines'>) =>
  state === 'credited' || state === 'credit_note'
    ? lines.map(() => 0)
    : leftOf({ lines, creditedLines: await creditedLinesOf(db, id) });

/** A credit note of the whole shows the lines of what it takes back. Throws NotFound. */
export const showInvoice = async (db: Db, id: string, day: string): Promise<ShownInvoice> => {
  const { rows } = await sql<Omit<ShownInvoice, 'lines' | 'left'>>`
    select ${INVOICES.columns(day)}, ${SELLER} as seller, d.buyer, d.language, d.vat_treatment, d.vat, d.vat_minor::float8 as vat_minor, d.terms,
      d.credit_reason, d.created_at, d.partial, (select ${COUNTERPART} from invoice x where x.id = d.credits) as credits,
      (select coalesce(jsonb_agg(${COUNTERPART} order by x.created_at, x.number), '[]') from invoice x where x.credits = d.id) as credited_by,
      (select jsonb_build_object('id', k.id, 'name', k.name) from company k where k.id = d.company_id) as company
    from ${INVOICES.tables} join seller on seller.id = d.seller_id where d.id = ${id}`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new NotFound('invoice');
  const lines = await linesOf(db, found.partial ? id : (found.credits?.id ?? id));
  return { ...found, lines, left: await leftOfInvoice(db, { ...found, lines }) };
};

export const invoiceFor = (db: Db, line: LineOfCampaign) => latestFor(db, 'invoice', line, sql`d.kind = 'invoice'`);
