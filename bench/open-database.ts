import type pg from 'pg';
import { connectionUrl, EmbeddedDatabase } from '../server/platform/database/embedded.ts';
import { migrate } from '../server/platform/database/migrations.ts';
import { createDb, createPool, type Db } from '../server/platform/database/open-database.ts';
import { silentLogger } from '../server/platform/logger.ts';
import { temporaryFolder } from '../tests/support/temporary-folder.ts';

export interface Database {
  db: Db;
  pool: pg.Pool;
  url: string;
}

/** An empty, migrated database in a folder of its own, as durable as in production; gone when closed unless a `place` was given. */
export async function openBenchDatabase(
  place?: string,
): Promise<Database & { folder: string; close(): Promise<void> }> {
  const { folder, remove } = place === undefined ? await temporaryFolder() : { folder: place, remove: async () => {} };
  const embedded = await EmbeddedDatabase.start({ dataFolder: folder, logger: silentLogger });
  const url = connectionUrl(embedded.connection);
  const pool = createPool({ url, poolSize: 8 }, silentLogger);
  const db = createDb(pool);
  await migrate(pool, silentLogger);
  return {
    db,
    pool,
    url,
    folder,
    close: async () => {
      await db.destroy();
      await embedded.close();
      await remove();
    },
  };
}
