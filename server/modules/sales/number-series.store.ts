import { sql } from 'kysely';
import type { NumberSeries } from '../../../contract/offers.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { prefixOn } from './model/document-number.ts';

export interface Drawn {
  prefix: string;
  digits: number;
  first: number;
}

/**
 * So many numbers in a row. The series stays locked until the transaction ends: whoever draws next waits and goes on from there, and what is
 * rolled back gives its numbers back.
 */
export const drawNumbers = async (
  tx: Tx,
  kind: NumberSeries['kind'],
  { count, day }: { count: number; day: string },
): Promise<Drawn> => {
  const { rows } = await sql<{ prefix: string; digits: number; first: number }>`
    update number_series set next = next + ${count} where kind = ${kind}
    returning prefix, digits, (next - ${count})::float8 as first`.execute(tx);
  const series = rows[0]!;
  return { ...series, prefix: prefixOn(series, day) };
};

export const seriesOf = async (db: Db): Promise<NumberSeries[]> => {
  const { rows } = await sql<NumberSeries>`
    select kind, prefix, digits, next::float8 as next from number_series order by kind = 'offer' desc, kind`.execute(
    db,
  );
  return rows;
};
