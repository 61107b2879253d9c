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

/** An empty, migrated database in a folder of its own, as durable as in production; gone when closed. */
export async function openBenchDatabase(): Promise<Database & { close(): Promise<void> }> {
  const { folder, remove } = await temporaryFolder();
  const embedded = await EmbeddedDatabase.start({ dataFolder: folder, logger: silentLogger });
  const url = connectionUrl(embedded.connection);
  const pool = createPool({ url, poolSize: 8 }, silentLogger);
  const db = createDb(pool);
  await migrate(pool, silentLogger);
  return {
    db,
    pool,
    url,
    close: async () => {
      await db.destroy();
      await embedded.close();
      await remove();
    },
  };
}
