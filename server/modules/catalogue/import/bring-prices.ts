import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/open-database.ts';
import { type Batch, rowsOf, rowsThatAre } from '../../crm/index.ts';
import { allInForce, lockPrices } from '../prices.ts';
import { dayAt } from '../today.ts';

/** `import_price`: what the products of the batch cost today in the chosen list. */
export const findPrices = async (tx: Tx, batch: Batch): Promise<void> => {
  const { priceListId } = batch.options;
  const day = await dayAt(tx, batch.now);
  await sql`create temp table import_price on commit drop as
    select held.product_id, held.amount from (${allInForce(priceListId, day)}) held
    where held.product_id in (select p.id from product p join ${rowsOf(batch)} s on lower(p.number) = lower(s.number))`.execute(
    tx,
  );
  await sql`analyze import_price`.execute(tx);
};

/** The products with today's price beside them. */
export const pricedProducts = sql`(select p.*, held.amount as price from product p left join import_price held on held.product_id = p.id)`;

/** Prices that differ from today's hold from today on; the former ones stay in the history. */
export const bringPrices = async (tx: Tx, batch: Batch): Promise<void> => {
  const { priceListId, onMatch } = batch.options;
  if (priceListId === null || !batch.mapping.includes('product.price')) return;
  await lockPrices(tx, priceListId);
  const differs = onMatch === 'overwrite' ? sql`held.amount is distinct from s.price` : sql`held.amount is null`;
  await sql`insert into price (list_id, product_id, valid_from, amount, created_by, created_at)
    select ${priceListId}, s.party_id, ${await dayAt(tx, batch.now)}::date, s.price, ${batch.by}::uuid, ${batch.now}
    from (select * from ${rowsThatAre(batch, 'created')} c union all select * from ${rowsThatAre(batch, 'updated')} u) s
      left join import_price held on held.product_id = s.party_id
    where s.price is not null and ${differs} order by s.no`.execute(tx);
};
