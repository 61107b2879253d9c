import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { pricesOn } from './prices.ts';

/** A product as anybody may see it. */
export interface ShownProduct {
  id: string;
  name: string;
  description: string;
  unit: string;
  group: string | null;
  /** In minor units, without VAT; null: no price today. */
  amount: number | null;
}

export interface ShownGroup {
  id: string;
  name: string;
}

const MOST = 200;

const shown = async (db: Db, where: ReturnType<typeof sql>, on: { currency: string; day: string }) => {
  const { rows } = await sql<Omit<ShownProduct, 'amount'>>`
    select p.id, p.name, p.description, p.unit, g.name as "group" from product p left join product_group g on g.id = p.group_id
    where p.archived_at is null and ${where} order by p.name collate human, p.id limit ${MOST}`.execute(db);
  const prices = await pricesOn(db, { productIds: rows.map(({ id }) => id), ...on });
  return rows.map((row): ShownProduct => ({ ...row, amount: prices.get(row.id)?.amount ?? null }));
};

/** A product still on offer, with today's price in a currency. */
export const findShownProduct = async (
  db: Db,
  id: string,
  on: { currency: string; day: string },
): Promise<ShownProduct | null> => (await shown(db, sql`p.id = ${id}`, on))[0] ?? null;

/** A group with its products and those of the groups inside it. */
export const findShownGroup = async (
  db: Db,
  id: string,
  on: { currency: string; day: string },
): Promise<(ShownGroup & { products: ShownProduct[] }) | null> => {
  const { rows } = await sql<ShownGroup>`select id, name from product_group where id = ${id}`.execute(db);
  if (rows[0] === undefined) return null;
  const within = sql`p.group_id in (
    with recursive inside as (
      select ${id}::uuid as id union all select g.id from product_group g join inside i on g.parent_id = i.id
    ) select id from inside)`;
  return { ...rows[0], products: await shown(db, within, on) };
};

/** A product that is not archived, or a group that is there. */
export const isOnOffer = async (db: Db | Tx, kind: 'product' | 'product_group', id: string): Promise<boolean> => {
  const there = kind === 'product' ? sql`product where archived_at is null and` : sql`product_group where`;
  return (await sql`select from ${there} id = ${id}`.execute(db)).rows.length > 0;
};

/** The groups at the top that have something on offer. */
export const listShownGroups = async (db: Db): Promise<ShownGroup[]> => {
  const { rows } = await sql<ShownGroup>`
    with recursive inside as (
      select id, id as top, name from product_group where parent_id is null
      union all select g.id, i.top, i.name from product_group g join inside i on g.parent_id = i.id
    )
    select top as id, min(name) as name from inside i
    where exists (select from product p where p.group_id = i.id and p.archived_at is null) group by top order by min(name) collate human`.execute(
    db,
  );
  return rows;
};
