import { type RawBuilder, sql } from 'kysely';
import type { NumberSeries } from '../../../contract/offers.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { prefixOn } from './model/document-number.ts';

type Kind = NumberSeries['kind'];

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
  kind: Kind,
  { count, day }: { count: number; day: string },
): Promise<Drawn> => {
  const { rows } = await sql<{ prefix: string; digits: number; first: number }>`
    update number_series set next = next + ${count} where kind = ${kind}
    returning prefix, digits, (next - ${count})::float8 as first`.execute(tx);
  const series = rows[0]!;
  return { ...series, prefix: prefixOn(series, day) };
};

/** What the next would be; draws none. */
export const nextNumber = async (db: Db | Tx, kind: Kind, day: string): Promise<Drawn> => {
  const series = (await seriesOf(db)).find((one) => one.kind === kind)!;
  return { ...series, first: series.next, prefix: prefixOn(series, day) };
};

/** The same, for whoever will draw in this transaction but does not know yet how many: nobody else draws meanwhile. */
export const lockNumbers = async (tx: Tx, kind: Kind, day: string): Promise<Drawn> => {
  await sql`select from number_series where kind = ${kind} for update`.execute(tx);
  return nextNumber(tx, kind, day);
};

/** As SQL: the number at a place from 1 on. */
export const writtenNumber = ({ prefix, digits, first }: Drawn, place: RawBuilder<unknown>): RawBuilder<string> => {
  const number = sql`(${first}::bigint + ${place} - 1)::text`;
  return sql<string>`${prefix}::text || lpad(${number}, greatest(${digits}::int, length(${number})), '0')`;
};

/** The number of each line of a run as SQL over `line.place`; a proof draws none. */
export const numbersOfRun = async (
  tx: Tx,
  kind: Kind,
  { lines, test }: { lines: RawBuilder<unknown>; test: boolean },
  day: string,
): Promise<RawBuilder<string | null>> => {
  if (test) return sql`null::text`;
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${lines}) as line`.execute(tx);
  return writtenNumber(await drawNumbers(tx, kind, { count: rows[0]?.count ?? 0, day }), sql`line.place`);
};

export const seriesOf = async (db: Db | Tx): Promise<NumberSeries[]> => {
  const { rows } = await sql<NumberSeries>`
    select kind, prefix, digits, next::float8 as next from number_series order by array_position(array['offer', 'invoice', 'credit_note'], kind)`.execute(
    db,
  );
  return rows;
};
