import { sql } from 'kysely';
import type { InputOf } from '../../../contract/endpoint.ts';
import type * as api from '../../../contract/invoices.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { todayOf } from '../catalogue/index.ts';
import { creditableOf, writePartialNote } from './credit-note.store.ts';
import { getInvoice, type InvoiceNeeds } from './invoices.ts';
import { creditOf, leftOf } from './model/credited.ts';
import { numberAt } from './model/document-number.ts';
import { drawNumbers, lockNumbers } from './number-series.store.ts';

type Input = InputOf<typeof api.creditPart>;

/** Locks the invoice. Throws NotFound, and Conflict where it is none that can be credited, or something else was credited meanwhile. */
const lockInvoice = async (tx: Tx, { id, creditedMinor }: Input): Promise<void> => {
  const { rows } = await sql<{ kind: string; state: string; test: boolean; credited: number }>`
    select kind, state, test, (credited_net_minor + credited_vat_minor)::float8 as credited from invoice where id = ${id} for update`.execute(
    tx,
  );
  if (rows[0] === undefined) throw new NotFound('invoice');
  const { kind, state, test, credited } = rows[0];
  if (kind !== 'invoice' || state === 'credited' || test) throw new Conflict('nothing_to_credit');
  if (credited !== creditedMinor) throw new Conflict('invoice_credited_meanwhile');
};

/** Takes back what is asked of each line, by a credit note of its own. Its number is drawn in the same transaction, so that none is missing. */
export const creditPart = async (needs: InvoiceNeeds, actor: Actor, input: Input): ReturnType<typeof getInvoice> => {
  authorise(actor, 'sales.edit');
  const { db, clock } = needs;
  const day = await todayOf(db, clock);
  const id = await db.transaction().execute(async (tx) => {
    // First the series, then the invoice: in the order in which many are credited.
    const series = await lockNumbers(tx, 'credit_note', day);
    await lockInvoice(tx, input);
    const invoice = await creditableOf(tx, input.id);
    for (const [at, left] of leftOf(invoice).entries())
      if ((input.amounts[at] ?? 0) > left) throw new Invalid(`amounts.${at}`, 'more_than_left', { left });
    const credit = creditOf(invoice, input.amounts);
    if (credit.lines.length === 0) throw new Invalid('amounts', 'nothing_chosen_to_credit');
    await drawNumbers(tx, 'credit_note', { count: 1, day });
    const note = { number: numberAt(series, 1), day, reason: input.reason, by: actor.userId, at: clock.now() };
    return writePartialNote(tx, input.id, credit, note);
  });
  return getInvoice(needs, actor, { id: id as never });
};
