import { join } from 'node:path';
import { connectionUrl, EmbeddedDatabase } from '../server/platform/database/embedded.ts';
import { migrate } from '../server/platform/database/migrations.ts';
import { createPool } from '../server/platform/database/open-database.ts';
import { writeFileAtomically } from '../server/platform/files.ts';
import { silentLogger } from '../server/platform/logger.ts';
import { packageRoot } from '../server/platform/package-root.ts';
import { temporaryFolder } from '../tests/support/temporary-folder.ts';
import { SCHEMA_FILE, schemaText, TABLES_FILE, tablesText } from './schema-snapshot.ts';

const { folder, remove } = await temporaryFolder();
const embedded = await EmbeddedDatabase.start({ dataFolder: folder, logger: silentLogger, durable: false });
try {
  const pool = createPool({ url: connectionUrl(embedded.connection), poolSize: 4 }, silentLogger);
  await migrate(pool, silentLogger);
  await writeFileAtomically(join(packageRoot(), SCHEMA_FILE), await schemaText(pool));
  await writeFileAtomically(join(packageRoot(), TABLES_FILE), await tablesText(pool));
  await pool.end();
} finally {
  await embedded.close();
  await remove();
}
console.log(`Wrote ${SCHEMA_FILE} and ${TABLES_FILE}.`);
