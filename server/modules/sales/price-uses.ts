import { sql } from 'kysely';
import type { PriceUseSource } from '../catalogue/index.ts';

/** How many open deals and offers hold each product; registered in app.ts. */
export const salesPriceUses: PriceUseSource = {
  openUses: sql`select l.product_id, count(distinct o.id)::int as uses from (
      select id from opportunity where state = 'open' and not test union all select id from offer where state = 'open' and not test
    ) as o join sales_line l on l.document_id = o.id group by l.product_id`,
};
