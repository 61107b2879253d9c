import { sql } from 'kysely';
import type * as api from '../../../contract/catalogue-prices.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Invalid, NotFound } from '../../platform/errors.ts';
import { type Actor, authorise, userName } from '../access/index.ts';
import { lockPrices, pricesOn } from './prices.ts';
import { todayOf } from './today.ts';

const assertKnown = async (tx: Tx, productId: string, listId: string) => {
  const { rows } = await sql<{ product: boolean; list: boolean }>`
    select exists (select from product where id = ${productId}) as product,
      exists (select from price_list where id = ${listId} and archived_at is null) as list`.execute(tx);
  if (!rows[0]?.product) throw new NotFound('product');
  if (!rows[0].list) throw new Invalid('listId', 'unknown_price_list');
};

/** The first price of a product in a list may lie in the past; later ones may not: what was sold was sold at the price of its day. */
const assertNotPast = async (tx: Tx, productId: string, listId: string, validFrom: string, today: string) => {
  if (validFrom >= today) return;
  const { rows } = await sql`select from price where list_id = ${listId} and product_id = ${productId} limit 1`.execute(
    tx,
  );
  if (rows.length > 0) throw new Invalid('validFrom', 'day_in_past');
};

export const setPrice = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { id: productId, listId, amount, validFrom }: InputOf<typeof api.setPrice>,
): Promise<{ ok: true }> => {
  authorise(actor, 'catalogue.edit');
  const today = await todayOf(db, clock);
  const from = validFrom ?? today;
  await db.transaction().execute(async (tx) => {
    await lockPrices(tx, listId);
    await assertKnown(tx, productId, listId);
    await assertNotPast(tx, productId, listId, from, today);
    await tx
      .insertInto('price')
      .values({ listId, productId, validFrom: from, amount, createdBy: actor.userId, createdAt: clock.now() })
      .execute();
  });
  return { ok: true };
};

type Entry = Omit<api.PriceEntry, 'writtenAt'> & { writtenAt: Date };

export const listPriceHistory = async (
  { db }: { db: Db },
  actor: Actor,
  { id, after, limit }: InputOf<typeof api.listPriceHistory>,
): Promise<{ rows: Entry[]; next: string | null; total: null }> => {
  authorise(actor, 'catalogue.see');
  const { rows } = await sql<Entry>`
    select x.seq::text as seq, jsonb_build_object('id', l.id, 'name', l.name, 'currency', l.currency) as list,
      x.amount::float8 as amount, x.valid_from, x.reversal, x.created_at as written_at,
      ${userName(sql`x.created_by`)} as written_by,
      case when r.id is not null then jsonb_build_object('id', r.id, 'name', r.name) end as revision
    from price x join price_list l on l.id = x.list_id left join price_revision r on r.id = x.revision_id
    where x.product_id = ${id} and (${after ?? null}::bigint is null or x.seq < ${after ?? null}::bigint)
    order by x.seq desc limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.seq ?? null) : null, total: null };
};

export const getPriceOn = async (
  { db }: { db: Db },
  actor: Actor,
  { id, currency, day, listId }: InputOf<typeof api.getPriceOn>,
) => {
  authorise(actor, 'catalogue.see');
  const found = (await pricesOn(db, { productIds: [id], currency, day, listId })).get(id);
  return { price: found ? { amount: found.amount, list: found.list, validFrom: found.validFrom } : null };
};
