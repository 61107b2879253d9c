import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/open-database.ts';

/** Numbers of people, companies and leads that a table with a column `number` lacks. */
export const phoneKeysMissingIn = async (db: Db | Tx, table: RawBuilder<unknown>, limit: number): Promise<string[]> => {
  const from = (party: string, column: string) =>
    sql`select ${sql.ref(`p.${column}`)} as number from ${sql.table(party)} p where ${sql.ref(`p.${column}`)} is not null
      and not exists (select from ${table} known where known.number = ${sql.ref(`p.${column}`)})`;
  const { rows } = await sql<{ number: string }>`
    select number from (${from('contact', 'phone_key')} union ${from('company', 'phone_key')}
      union ${from('lead', 'phone_key')} union ${from('lead', 'company_phone_key')}) missing limit ${limit}`.execute(
    db,
  );
  return rows.map(({ number }) => number);
};
