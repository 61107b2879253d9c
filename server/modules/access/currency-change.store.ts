import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/open-database.ts';

interface Change {
  before: string;
  after: string;
  at: Date;
}

export const noteCurrencyChange = async (tx: Tx, { before, after, at }: Change): Promise<void> => {
  if (before === after) return;
  await sql`
    insert into currency_change (at, before, after) values (${at}, ${before}, ${after})
    on conflict (at) do update set after = excluded.after`.execute(tx);
};

/** Another currency than today's that the company had at some time from `from` until `until`; null: none. */
export const otherCurrencyWithin = async (
  db: Db | Tx,
  { from, until }: { from: Date; until: Date },
): Promise<string | null> => {
  const { rows } = await sql<{ before: string }>`
    select before from (select before, at, lag(at) over (order by at) as since from currency_change) as change
    where at > ${from} and (since is null or since < ${until}) and before <> (select currency from installation)
    order by at limit 1`.execute(db);
  return rows[0]?.before ?? null;
};
