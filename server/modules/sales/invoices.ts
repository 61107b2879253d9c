import { sql } from 'kysely';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { InvoiceId } from '../../../contract/ids.ts';
import type * as api from '../../../contract/invoices.ts';
import type { Config } from '../../config/config.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { todayOf } from '../catalogue/index.ts';
import { pageOfInvoices, type ShownInvoice, showInvoice } from './invoice.views.ts';
import { eInvoiceProblem } from './model/en16931.ts';
import { signedPage } from './signed-page.ts';

export interface InvoiceNeeds {
  db: Db;
  clock: Clock;
  config: Pick<Config, 'baseUrl' | 'secret'>;
}
type WithPage = ShownInvoice & Pick<api.Invoice, 'pageUrl' | 'eInvoiceProblem'>;

const PAGE = signedPage('invoice');
export const invoicePath = PAGE.pathOf;

/** The invoice that a signed address names; null for any other address. */
export const findSignedInvoice = async (needs: InvoiceNeeds, named: { id: string; signature: string }) =>
  PAGE.find(needs, named, async (id) => showInvoice(needs.db, id, await todayOf(needs.db, needs.clock)));

const shown = async (needs: InvoiceNeeds, id: string): Promise<WithPage> => {
  const invoice = await showInvoice(needs.db, id, await todayOf(needs.db, needs.clock));
  const pageUrl = `${needs.config.baseUrl}${invoicePath(needs, id)}`;
  return { ...invoice, pageUrl, eInvoiceProblem: eInvoiceProblem(invoice) };
};

export const listInvoices = async (
  { db, clock }: InvoiceNeeds,
  actor: Actor,
  input: InputOf<typeof api.listInvoices>,
) => {
  authorise(actor, 'sales.see');
  return pageOfInvoices(db, input, await todayOf(db, clock));
};

export const getInvoice = async (
  needs: InvoiceNeeds,
  actor: Actor,
  { id }: InputOf<typeof api.getInvoice>,
): Promise<WithPage> => {
  authorise(actor, 'sales.see');
  return shown(needs, id);
};

/** What was credited is not paid; a proof and a credit note are not either. */
export const payInvoice = async (
  needs: InvoiceNeeds,
  actor: Actor,
  { id, paidOn }: InputOf<typeof api.payInvoice>,
): Promise<WithPage> => {
  authorise(actor, 'sales.edit');
  const { db, clock } = needs;
  const today = await todayOf(db, clock);
  if (paidOn !== null && paidOn > today) throw new Invalid('paidOn', 'day_in_future');
  const { numAffectedRows } = await sql`
    update invoice set state = case when ${paidOn}::date is null then 'open' else 'paid' end, paid_on = ${paidOn}::date, updated_at = ${clock.now()}
    where id = ${id} and state <> 'credited' and kind = 'invoice' and not test`.execute(db);
  if (numAffectedRows === 0n) {
    await showInvoice(db, id, today);
    throw new Conflict('invoice_credited');
  }
  return shown(needs, id);
};

export const findInvoiceProof = async (
  { db }: InvoiceNeeds,
  actor: Actor,
  { runId }: InputOf<typeof api.findInvoiceProof>,
): Promise<{ id: InvoiceId }> => {
  authorise(actor, 'sales.see');
  const { rows } = await sql<{ id: InvoiceId }>`select id from invoice where run_id = ${runId} and test`.execute(db);
  if (rows[0] === undefined) throw new NotFound('invoice');
  return rows[0];
};
