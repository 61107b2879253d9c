import { type RawBuilder, sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type * as api from '../../../contract/invoices.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Conflict } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { todayOf } from '../catalogue/index.ts';
import { creditableOf, type Note, writePartialNote } from './credit-note.store.ts';
import { invoicesWhere } from './invoice.views.ts';
import { creditOf, leftOf } from './model/credited.ts';
import { numberAt } from './model/document-number.ts';
import { drawNumbers, lockNumbers, writtenNumber } from './number-series.store.ts';

interface Needs {
  db: Db;
  clock: Clock;
}

/** Over the alias `i`: those that were marked, else all that the filters leave, as far as they can be credited. */
const creditable = ({ ids, filters }: api.InvoiceChoice, day: string): RawBuilder<boolean> =>
  sql<boolean>`${ids.length > 0 ? sql`d.id = any(${ids}::uuid[])` : invoicesWhere(filters, day)}
    and d.kind = 'invoice' and d.state <> 'credited' and not d.test`;

export const rehearseCredit = async (
  { db, clock }: Needs,
  actor: Actor,
  choice: InputOf<typeof api.rehearseCredit>,
): Promise<OutputOf<typeof api.rehearseCredit>> => {
  authorise(actor, 'sales.see');
  const { rows } = await sql<{ currency: string; invoices: number; paid: number; grossMinor: number }>`
    select d.currency, count(*)::int as invoices, (count(*) filter (where d.state = 'paid'))::int as paid,
      sum(d.gross_minor - d.credited_net_minor - d.credited_vat_minor)::float8 as gross_minor
    from invoice d where ${creditable(choice, await todayOf(db, clock))} group by d.currency order by 2 desc`.execute(
    db,
  );
  return {
    invoices: rows.reduce((sum, { invoices }) => sum + invoices, 0),
    paid: rows.reduce((sum, { paid }) => sum + paid, 0),
    sums: rows.map(({ currency, grossMinor }) => ({ currency, grossMinor })),
  };
};

/**
 * Each invoice is taken back as a whole, or what is left of it; credit notes are numbered in the order of the invoices without a gap, those
 * of which parts were credited before come last. All or none.
 */
export const creditInvoices = async (
  { db, clock }: Needs,
  actor: Actor,
  { reason, expected, ...choice }: InputOf<typeof api.creditInvoices>,
): Promise<OutputOf<typeof api.creditInvoices>> => {
  authorise(actor, 'sales.edit');
  const day = await todayOf(db, clock);
  return db.transaction().execute(async (tx) => {
    const series = await lockNumbers(tx, 'credit_note', day);
    const note = { day, reason, by: actor.userId, at: clock.now() };
    const which = creditable(choice, day);
    // Looked for first: an invoice that is credited whole is creditable no more.
    const begun = await creditedInPart(tx, which);
    const whole = await writeCreditNotes(tx, which, { ...note, number: writtenNumber(series, sql`i.place`) });
    for (const [at, id] of begun.entries())
      await creditRest(tx, id, { ...note, number: numberAt(series, whole + at + 1) });
    const count = whole + begun.length;
    if (count === 0) throw new Conflict('nothing_to_credit');
    if (count !== expected) throw new Conflict('invoices_changed_meanwhile', { count, expected });
    await drawNumbers(tx, 'credit_note', { count, day });
    return { credited: count, first: numberAt(series, 1), last: numberAt(series, count) };
  });
};

const creditedInPart = async (tx: Tx, which: RawBuilder<boolean>): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select d.id from invoice d where ${which} and d.credited_net_minor > 0 order by d.created_at, d.line_no, d.id for update`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
};

const creditRest = async (tx: Tx, id: string, note: Note): Promise<void> => {
  const invoice = await creditableOf(tx, id);
  await writePartialNote(tx, id, creditOf(invoice, leftOf(invoice)), note);
};

/** `number`: over the alias `i` with its `place`. */
type WholeNotes = Omit<Note, 'number'> & { number: RawBuilder<string> };

/** Of those of which nothing was credited yet. Answers how many. */
const writeCreditNotes = async (
  tx: Tx,
  which: RawBuilder<boolean>,
  { day, number, reason, by, at }: WholeNotes,
): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    with chosen as (
      select i.*, row_number() over (order by i.created_at, i.line_no, i.id) as place from (
        select * from invoice d where ${which} and d.credited_net_minor = 0 for update) as i
    ), credited as (
      update invoice set state = 'credited', credited_net_minor = invoice.net_minor, credited_vat_minor = invoice.vat_minor, updated_at = ${at} from chosen where invoice.id = chosen.id
    ), noted as (
      insert into invoice (id, kind, number, title, party_kind, party_id, company_id, seller_id, buyer, language, currency, vat_treatment, vat,
        net_minor, vat_minor, issued_on, due_on, credits, credit_reason, owner_id, campaign_id, action_id, created_by, created_at, updated_at)
      select uuid_at(${at}), 'credit_note', ${number}, i.title, i.party_kind, i.party_id, i.company_id, i.seller_id, i.buyer, i.language,
        i.currency, i.vat_treatment, i.vat, i.net_minor, i.vat_minor, ${day}::date, ${day}::date, i.id, ${reason}, i.owner_id, i.campaign_id,
        i.action_id, ${by}::uuid, ${at}, ${at}
      from chosen as i order by i.place returning 1
    )
    select count(*)::int as count from noted`.execute(tx);
  return rows[0]?.count ?? 0;
};
