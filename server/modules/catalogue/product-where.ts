import { type RawBuilder, sql } from 'kysely';
import type { ProductSelection } from '../../../contract/catalogue-revisions.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';

type Optional<T> = { [K in keyof T]?: T[K] | undefined };
export type ProductsAsked = Optional<ProductSelection> & { archived?: 'no' | 'yes' | 'all' | undefined };

const escaped = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** These groups and all inside them. */
const inGroups = (ids: readonly string[]) => sql`p.group_id in (
  with recursive inside as (
    select id from product_group where id = any(${ids}::uuid[])
    union select g.id from product_group g join inside on g.parent_id = inside.id)
  select id from inside)`;

/** What a list, an export and a price revision mean by the same filters; over `p`. Every word of the search stands somewhere. */
export const productsWhere = (asked: ProductsAsked): RawBuilder<boolean> => {
  const { productIds = [], groupIds = [], tags = [], kind, search = '', archived = 'no' } = asked;
  const words = search.split(/\s+/).filter((word) => word !== '');
  const conditions = [
    sql`true`,
    ...(archived === 'all' ? [] : [archived === 'no' ? sql`p.archived_at is null` : sql`p.archived_at is not null`]),
    ...(productIds.length > 0 ? [sql`p.id = any(${productIds}::uuid[])`] : []),
    ...(groupIds.length > 0 ? [inGroups(groupIds)] : []),
    ...(tags.length > 0 ? [sql`p.tags && ${tags}::text[]`] : []),
    ...(kind ? [sql`p.kind = ${kind}`] : []),
    ...words.map((word) => sql`concat_ws(' ', p.number, p.name, p.description) ilike ${escaped(word)}`),
  ];
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
};

export const countProducts = async (db: Db | Tx, asked: ProductsAsked): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from product p where ${productsWhere(asked)}`.execute(db);
  return rows[0]?.count ?? 0;
};
