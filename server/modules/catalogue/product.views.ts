import { type RawBuilder, sql } from 'kysely';
import type * as api from '../../../contract/catalogue.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Page } from '../../../contract/paging.ts';
import { keyset, type SortKey } from '../../platform/database/keyset.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { GROUP_SEPARATOR } from './model/group-path.ts';
import { allInForce, inForce } from './prices.ts';
import { countProducts, type ProductsAsked, productsWhere } from './product-where.ts';

type ShownRow = Omit<api.ProductRow, 'updatedAt'> & { updatedAt: Date };
type Shown = Omit<OutputOf<typeof api.getProduct>, 'updatedAt' | 'createdAt'> & { updatedAt: Date; createdAt: Date };

const COLUMNS = sql`p.id, p.number, p.name, p.kind, p.unit, p.vat_class, p.cost::float8 as cost, p.cost_currency, p.tags,
  p.archived_at is not null as archived, p.updated_at,
  case when g.id is not null then jsonb_build_object('id', g.id, 'name', g.name) end as "group"`;

const SORTS: Record<string, SortKey> = {
  number: { by: sql`(p.number collate human)`, type: 'text' },
  name: { by: sql`(p.name collate human)`, type: 'text' },
  group: { by: sql`coalesce(g.name, '') collate human`, type: 'text' },
  price: { by: sql`coalesce(held.amount, -1)`, type: 'bigint' },
  cost: { by: sql`coalesce(p.cost, -1)`, type: 'bigint' },
  updatedAt: { by: sql`p.updated_at`, type: 'timestamptz' },
};

export interface ShownList {
  id: string;
  name: string;
  currency: string;
}

/** The list whose prices a product list shows: the one asked for, else the default one, of the given currency first. Throws NotFound. */
export const listToShow = async (db: Db, listId: string | undefined, currency: string): Promise<ShownList | null> => {
  const { rows } = await sql<ShownList>`select id, name, currency from price_list
    where ${listId === undefined ? sql`kind = 'default' and archived_at is null` : sql`id = ${listId}`}
    order by currency = ${currency} desc, created_at limit 1`.execute(db);
  if (listId !== undefined && rows[0] === undefined) throw new NotFound('price list');
  return rows[0] ?? null;
};

/** Groups and prices beside products `p`. Prices are looked up row by row; only an order by price needs those of all products, read at once. */
const beside = ({ list, day }: At, products = sql`product p`, sort?: string): RawBuilder<unknown> => sql`${products}
  left join product_group g on g.id = p.group_id
  left join ${
    sort === 'price'
      ? sql`(with listed as materialized (${allInForce(list?.id ?? null, day)}) select * from listed) as held on held.product_id = p.id`
      : sql`lateral (${inForce(sql`${list?.id ?? null}::uuid`, sql`p.id`, day)}) as held on true`
  }`;

type Asked = InputOf<typeof api.listProducts>;
export interface At {
  list: ShownList | null;
  day: string;
}

type Filters = Omit<Asked, 'after' | 'limit' | 'sort' | 'direction'>;

const meant = ({ groupId, tag, ...asked }: Filters): ProductsAsked => ({
  ...asked,
  groupIds: groupId ? [groupId] : [],
  tags: tag ? [tag] : [],
});

const priceOf = ({ list }: At) =>
  sql`case when held.amount is not null then jsonb_build_object('amount', held.amount, 'currency', ${list?.currency ?? null}::text) end as price`;

export const pageOfProducts = async (db: Db, input: Asked, at: At): Promise<Page<ShownRow>> => {
  const pages = keyset(input, SORTS, { sort: 'name', id: sql`p.id` });
  const asked = meant(input);
  // Sorted by id and key alone: what else a row shows is made for those of the page.
  const page = sql`(select p.id from ${beside(at, sql`product p`, input.sort)}
    where ${productsWhere(asked)} and ${pages.where} ${pages.order} limit ${pages.limit}) as page join product p on p.id = page.id`;
  const [{ rows }, total] = await Promise.all([
    sql<ShownRow & { pageKey: string }>`select ${COLUMNS}, ${priceOf(at)}, ${pages.key} as page_key
      from ${beside(at, page)} ${pages.order}`.execute(db),
    countProducts(db, asked),
  ]);
  return pages.page(rows, total);
};

const PAGE = 2_000;

/** With the path of its group, as files name it: `Tyres / Winter tyres`. */
export type ListedProduct = ShownRow & { description: string; groupPath: string | null };

const groupPath = sql`(with recursive up as (
    select g.parent_id, g.name as path
    union all select x.parent_id, x.name || ${GROUP_SEPARATOR} || up.path from up join product_group x on x.id = up.parent_id)
  select path from up where parent_id is null)`;

/** Every product that the filters leave, page by page of 2,000. */
export async function* allProducts(db: Db, asked: Filters, at: At): AsyncGenerator<ListedProduct> {
  let last: string | null = null;
  do {
    const found: ListedProduct[] = (
      await sql<ListedProduct>`select ${COLUMNS}, p.description, ${groupPath} as group_path, ${priceOf(at)}
        from ${beside(at)} where ${productsWhere(meant(asked))} and (${last}::uuid is null or p.id > ${last})
        order by p.id limit ${PAGE}`.execute(db)
    ).rows;
    yield* found;
    last = found.length < PAGE ? null : (found.at(-1)?.id ?? null);
  } while (last !== null);
}

/** Throws NotFound. */
export const showProduct = async (db: Db | Tx, id: string, day: string): Promise<Shown> => {
  const { rows } = await sql<Shown>`
    select ${COLUMNS}, p.description, p.created_at, coalesce((
      select jsonb_agg(jsonb_build_object(
          'list', jsonb_build_object('id', l.id, 'name', l.name, 'currency', l.currency, 'kind', l.kind),
          'amount', held.amount, 'validFrom', held.valid_from, 'next', next.planned)
        order by l.kind = 'default' desc, l.currency, l.name collate human)
      from price_list l
      left join lateral (${inForce(sql`l.id`, sql`p.id`, day)}) as held on true
      left join lateral (
        select jsonb_build_object('amount', x.amount, 'validFrom', x.valid_from) as planned from price x
        where x.list_id = l.id and x.product_id = p.id and x.valid_from > ${day}::date
        order by x.valid_from, x.seq desc limit 1) as next on true
      where l.archived_at is null), '[]') as prices
    from product p left join product_group g on g.id = p.group_id where p.id = ${id}`.execute(db);
  if (rows[0] === undefined) throw new NotFound('product');
  return rows[0];
};
