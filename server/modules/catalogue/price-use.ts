import { type RawBuilder, sql } from 'kysely';

/** How later modules say which open records hold prices; registered in `app.ts`. */
export interface PriceUseSource {
  /** A query of `product_id, uses`: how many open offers or opportunities hold each product. */
  openUses: RawBuilder<unknown>;
}

/** `product_id, uses` of all sources together. */
export const openUses = (sources: readonly PriceUseSource[]): RawBuilder<unknown> =>
  sources.length === 0
    ? sql`select null::uuid as product_id, 0 as uses where false`
    : sql`select product_id, sum(uses)::int as uses from (${sql.join(
        sources.map((source) => source.openUses),
        sql` union all `,
      )}) as used group by product_id`;
