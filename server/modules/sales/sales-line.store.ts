import { type RawBuilder, sql } from 'kysely';
import type { SalesLine } from '../../../contract/sales.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { WholeLine } from './model/priced-line.ts';

type Kind = 'opportunity' | 'offer' | 'invoice';

/** Gives every document of a query of `id` the same lines, in the same order. */
export const writeLines = async (
  tx: Tx,
  kind: Kind,
  documents: RawBuilder<unknown>,
  lines: readonly WholeLine[],
): Promise<void> => {
  if (lines.length === 0) return;
  await sql`
    insert into sales_line (document_id, position, kind, product_id, number, name, unit, vat_class, quantity, price_minor, own_price)
    select d.id, l.position, ${kind}, l."productId", l.number, l.name, l.unit, l."vatClass", l.quantity, l."priceMinor", l."ownPrice"
    from (${documents}) as d cross join rows from (jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as (
      "productId" uuid, number text, name text, unit text, "vatClass" text, quantity bigint, "priceMinor" bigint, "ownPrice" boolean
    )) with ordinality as l ("productId", number, name, unit, "vatClass", quantity, "priceMinor", "ownPrice", position)`.execute(
    tx,
  );
};

export const dropLines = async (tx: Tx, documentId: string): Promise<void> => {
  await sql`delete from sales_line where document_id = ${documentId}`.execute(tx);
};

export const linesOf = async (db: Db | Tx, documentId: string): Promise<SalesLine[]> => {
  const { rows } = await sql<SalesLine>`
    select product_id, number, name, unit, quantity::float8 as quantity, price_minor::float8 as price_minor, own_price,
      amount_minor::float8 as amount_minor, vat_class
    from sales_line where document_id = ${documentId} order by position`.execute(db);
  return rows;
};
