import { sql } from 'kysely';
import type { SalesLine } from '../../../contract/sales.ts';
import type { VatPart } from '../../../contract/sales-documents.ts';
import { json } from '../../platform/database/json.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { Creditable, CreditedLine, creditOf } from './model/credited.ts';
import { linesOf } from './sales-line.store.ts';

/** What credit notes took back of each line of an invoice, without VAT, in the order of its lines. */
export const creditedLinesOf = async (db: Db | Tx, invoiceId: string): Promise<number[]> => {
  const { rows } = await sql<{ credited: number }>`
    select coalesce(sum(c.amount_minor), 0)::float8 as credited from sales_line l
    left join (sales_line c join invoice n on n.id = c.document_id and n.credits = ${invoiceId}) on c.credits_position = l.position
    where l.document_id = ${invoiceId} group by l.position order by l.position`.execute(db);
  return rows.map(({ credited }) => credited);
};

/** Of an invoice whose row is locked. */
export const creditableOf = async (tx: Tx, invoiceId: string): Promise<Creditable<SalesLine>> => {
  const { rows } = await sql<{ vat: VatPart[]; creditedVat: VatPart[][] }>`
    select vat, (select coalesce(jsonb_agg(n.vat), '[]') from invoice n where n.credits = i.id) as credited_vat
    from invoice i where i.id = ${invoiceId}`.execute(tx);
  return {
    ...rows[0]!,
    lines: await linesOf(tx, invoiceId),
    creditedLines: await creditedLinesOf(tx, invoiceId),
  };
};

export interface Note {
  number: string;
  day: string;
  reason: string;
  by: string | null;
  at: Date;
}

/** A credit note with lines of its own. The invoice counts as credited when nothing is left of it. Answers its id. */
export const writePartialNote = async (
  tx: Tx,
  invoiceId: string,
  { lines, vat, netMinor, vatMinor }: ReturnType<typeof creditOf<SalesLine>>,
  { number, day, reason, by, at }: Note,
): Promise<string> => {
  const { rows } = await sql<{ id: string }>`
    insert into invoice (id, kind, number, title, party_kind, party_id, company_id, seller_id, buyer, language, currency, vat_treatment, vat,
      net_minor, vat_minor, issued_on, due_on, credits, partial, credit_reason, owner_id, campaign_id, action_id, created_by, created_at, updated_at)
    select uuid_at(${at}), 'credit_note', ${number}, i.title, i.party_kind, i.party_id, i.company_id, i.seller_id, i.buyer, i.language, i.currency,
      i.vat_treatment, ${json(vat)}, ${netMinor}, ${vatMinor}, ${day}::date, ${day}::date, i.id, true, ${reason}, i.owner_id, i.campaign_id,
      i.action_id, ${by}::uuid, ${at}, ${at}
    from invoice i where i.id = ${invoiceId} returning id`.execute(tx);
  const { id } = rows[0]!;
  await writeCreditedLines(tx, id, lines);
  await sql`
    update invoice set credited_net_minor = credited_net_minor + ${netMinor}, credited_vat_minor = credited_vat_minor + ${vatMinor},
      state = case when credited_net_minor + ${netMinor} = net_minor then 'credited' else state end, updated_at = ${at}
    where id = ${invoiceId}`.execute(tx);
  return id;
};

const writeCreditedLines = async (tx: Tx, id: string, lines: readonly CreditedLine<SalesLine>[]): Promise<void> => {
  const written = lines.map(({ position, line }) => ({ ...line, position }));
  await sql`
    insert into sales_line (document_id, position, credits_position, kind, product_id, number, name, unit, vat_class, quantity, price_minor, own_price)
    select ${id}::uuid, row_number() over (order by l.position), l.position, 'invoice', l."productId", l.number, l.name, l.unit, l."vatClass", l.quantity,
      l."priceMinor", l."ownPrice"
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as l (position int, "productId" uuid, number text, name text, unit text, "vatClass" text,
      quantity bigint, "priceMinor" bigint, "ownPrice" boolean)`.execute(tx);
};
