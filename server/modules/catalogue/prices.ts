import { type RawBuilder, sql } from 'kysely';
import type { PriceListId } from '../../../contract/ids.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';

/** The row of `price` in force for one product in one list on a day, for a lateral join: `seq, amount, valid_from`. */
export const inForce = (list: RawBuilder<unknown>, product: RawBuilder<unknown>, day: string) => sql`
  select x.seq, x.amount, x.valid_from from price x
  where x.list_id = ${list} and x.product_id = ${product} and x.valid_from <= ${day}::date
  order by x.valid_from desc, x.seq desc limit 1`;

/** The row that a revision wrote for one product when it was applied, for a lateral join. The limit keeps it a look-up: no statistics know of what was written just now. */
export const writtenBy = (revisionId: string, product: RawBuilder<unknown>) => sql`
  select own.seq from price own
  where own.revision_id = ${revisionId} and own.product_id = ${product} and not own.reversal limit 1`;

/** What is in force in a whole list: `product_id, seq, amount`. */
export const allInForce = (listId: string | null, day: string) => sql`
  select distinct on (product_id) product_id, seq, amount from price
  where list_id = ${listId} and valid_from <= ${day}::date order by product_id, valid_from desc, seq desc`;

/** Prices of a list are written by one transaction at a time. */
export const lockPrices = async (tx: Tx, listId: string): Promise<void> => {
  await sql`select from price_list where id = ${listId} for no key update`.execute(tx);
};

interface Asked {
  productIds: readonly string[];
  currency: string;
  day: string;
  /** An agreed list, asked for by name. */
  listId?: PriceListId | undefined;
}
export interface PriceFound {
  productId: string;
  amount: number;
  list: { id: PriceListId; name: string; currency: string };
  validFrom: string;
}

/**
 * What products cost on a day in a currency. Of the lists valid that day that price the product, the first counts: the one asked for by
 * name; then those for a period, the latest start first; then the default of the currency. A product without a price is not in the answer.
 */
export const pricesOn = async (
  db: Db | Tx,
  { productIds, currency, day, listId }: Asked,
): Promise<Map<string, PriceFound>> => {
  const { rows } = await sql<PriceFound>`
    select distinct on (wanted.id) wanted.id as product_id, held.amount::float8 as amount, held.valid_from,
      jsonb_build_object('id', l.id, 'name', l.name, 'currency', l.currency) as list
    from unnest(${productIds}::uuid[]) as wanted (id)
    join price_list l on l.currency = ${currency} and l.archived_at is null and (l.kind <> 'agreed' or l.id = ${listId ?? null}::uuid)
      and (l.starts_on is null or l.starts_on <= ${day}::date) and (l.ends_on is null or l.ends_on >= ${day}::date)
    cross join lateral (${inForce(sql`l.id`, sql`wanted.id`, day)}) as held
    where held.amount is not null
    order by wanted.id, l.id is not distinct from ${listId ?? null}::uuid desc, l.kind = 'default', l.starts_on desc nulls last, l.id desc`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.productId, row]));
};
