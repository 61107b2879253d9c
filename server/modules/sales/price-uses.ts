import { sql } from 'kysely';
import type { PriceUseSource } from '../catalogue/index.ts';

/** How many open deals hold each product; registered in app.ts. */
export const salesPriceUses: PriceUseSource = {
  openUses: sql`select l.product_id, count(distinct o.id)::int as uses from opportunity o join sales_line l on l.document_id = o.id
    where o.state = 'open' and not o.test group by l.product_id`,
};
