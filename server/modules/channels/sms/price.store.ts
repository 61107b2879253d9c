import { sql } from 'kysely';
import type { SmsPrice } from '../../../../contract/sms.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';

export const findSmsPrices = async (db: Db | Tx): Promise<SmsPrice[]> => {
  const { rows } = await sql<SmsPrice>`
    select country, per_part_millionths::int as per_part_millionths from sms_price order by country`.execute(db);
  return rows;
};

/** These and no others. */
export const replaceSmsPrices = async (tx: Tx, prices: readonly SmsPrice[]): Promise<void> => {
  await sql`delete from sms_price where country <> all(${prices.map(({ country }) => country)}::text[])`.execute(tx);
  await sql`
    insert into sms_price as p (country, per_part_millionths)
    select * from unnest(${prices.map(({ country }) => country)}::text[], ${prices.map((one) => one.perPartMillionths)}::bigint[])
    on conflict (country) do update set per_part_millionths = excluded.per_part_millionths, updated_at = now()
      where p.per_part_millionths <> excluded.per_part_millionths`.execute(tx);
};

/** The price of a part to a number; null where none is known. */
export const priceFor = (prices: readonly SmsPrice[], country: string | null): number | null =>
  (prices.find((one) => one.country === country) ?? prices.find((one) => one.country === ''))?.perPartMillionths ??
  null;
