import { sql } from 'kysely';
import type { Db } from '../../server/platform/database/open-database.ts';

/**
 * Answers what empties the tables of ours that hold no row now. To truncate them would write a file anew for each of a hundred tables
 * and its indexes; a database of its own for each test would be asked by sessions that know nothing of it yet.
 */
export async function emptierOf(db: Db): Promise<() => Promise<void>> {
  const kept = new Set<string>();
  for (const table of await writtenTables(db)) if (await holdsRows(db, table)) kept.add(table);
  return async () => {
    const written = (await writtenTables(db)).filter((table) => !kept.has(table));
    await db.transaction().execute(async (tx) => {
      // In any order, and without triggers, as a dump is read back.
      await sql`set local session_replication_role = replica`.execute(tx);
      for (const table of written) await sql`delete from ${sql.table(table)}`.execute(tx);
    });
  };
}

/** Those that hold rows, or held some: `schema.table`. */
async function writtenTables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relnamespace::regnamespace || '.' || relname as name from pg_class
    where relkind = 'r' and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'graphile_worker')
      and pg_relation_size(oid) > 0`.execute(db);
  return rows.map(({ name }) => name);
}

async function holdsRows(db: Db, table: string): Promise<boolean> {
  const { rows } = await sql`select from ${sql.table(table)} limit 1`.execute(db);
  return rows.length > 0;
}
