import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/open-database.ts';

/** Of one account and price. */
export interface MeteredParts {
  accountId: string;
  /** ISO 3166-1; null where the number's country is not known. */
  country: string | null;
  /** Of each part, in millionths of one unit of the company's currency; null where none was known. */
  priceMillionths: number | null;
  /** That a gateway took, those of tests too. */
  parts: number;
  /** Of which it is not known whether the gateway took them. */
  unsettledParts: number;
}

interface Asked {
  from: Date;
  until: Date;
  accountIds: readonly string[];
}

/** Q10: what a gateway bills for, by account, country and price. A message counts when it was handed over. */
export const meteredParts = async (db: Db | Tx, { from, until, accountIds }: Asked): Promise<MeteredParts[]> => {
  const { rows } = await sql<MeteredParts>`
    select account_id, country, price_millionths::float8 as price_millionths, sum(accepted_parts)::float8 as parts,
      coalesce(sum(parts - accepted_parts) filter (where state in ('handing', 'unknown')), 0)::float8 as unsettled_parts
    from sms_metered
    where at >= ${from} and at < ${until} and account_id = any(${accountIds}::uuid[]) and state in ('handing', 'accepted', 'unknown')
    group by account_id, country, price_millionths order by country nulls last, price_millionths nulls last`.execute(
    db,
  );
  return rows;
};
