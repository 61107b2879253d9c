import { type RawBuilder, sql } from 'kysely';
import type { InputOf } from '../../../contract/endpoint.ts';
import type * as api from '../../../contract/proposed-products.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { opportunitiesWhere } from './opportunity.views.ts';

type Products = { products: api.ProposedProduct[] };

/** Over the alias `o`: those that were marked, else all that the filters leave. */
export const chosenDocuments = ({ ids, filters }: api.DocumentChoice): RawBuilder<boolean> =>
  ids.length > 0 ? sql<boolean>`o.id = any(${ids}::uuid[])` : opportunitiesWhere(filters);

/** Each product once a currency, over the documents of a query of `id, currency, is_open`. */
const productsOf = async (db: Db, documents: RawBuilder<unknown>): Promise<Products> => {
  const { rows } = await sql<api.ProposedProduct>`
    select l.product_id, (array_agg(l.number order by d.id desc))[1] as number, (array_agg(l.name order by d.id desc))[1] as name,
      (array_agg(l.unit order by d.id desc))[1] as unit, d.currency, count(distinct d.id)::int as documents,
      (count(distinct d.id) filter (where d.is_open))::int as open, sum(l.quantity)::float8 as quantity,
      min(l.price_minor)::float8 as lowest_minor, max(l.price_minor)::float8 as highest_minor, sum(l.amount_minor)::float8 as amount_minor
    from (${documents}) as d join sales_line l on l.document_id = d.id
    group by l.product_id, d.currency order by 3, l.product_id, d.currency`.execute(db);
  return { products: rows };
};

/** O53: the products of deals, opened from their list or from one of them. */
export const listOpenedProducts = async (
  { db }: { db: Db },
  actor: Actor,
  input: InputOf<typeof api.listOpenedProducts>,
): Promise<Products> => {
  authorise(actor, 'sales.see');
  const open = sql`o.state = 'open' as is_open`;
  return productsOf(db, sql`select o.id, o.currency, ${open} from opportunity o where ${chosenDocuments(input)}`);
};

/** O45: what a campaign proposed. */
export const listCampaignProducts = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.listCampaignProducts>,
): Promise<Products> => {
  authorise(actor, 'campaign.see');
  return productsOf(
    db,
    sql`select id, currency, state = 'open' as is_open from opportunity where campaign_id = ${id} and not test
      union all select id, currency, state = 'open' from offer where campaign_id = ${id} and not test
      union all select id, currency, false from invoice where campaign_id = ${id} and not test and kind = 'invoice'`,
  );
};
