import { loadConfig } from '../config/config.ts';
import { checkLedger } from '../modules/reporting/index.ts';
import { countPending } from '../platform/database/migrations.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { createLogger } from '../platform/logger.ts';

/** Recounts every sum of the ledger on the configured database; exits 1 when one fails. Changes nothing. */
const config = await loadConfig();
const database = await openDatabase({ ...config.database, statementTimeoutMs: 0 }, createLogger('warn'));
try {
  if ((await countPending(database.pool)) > 0) refuseUnprepared();
  else await check();
} finally {
  await database.close();
}

function refuseUnprepared(): void {
  console.log(
    'This database is not prepared for this version of Fanfare: it is empty, or older. Run npm start on it once, then npm run ledger:check again.',
  );
  process.exitCode = 1;
}

async function check(): Promise<void> {
  const checks = await checkLedger(database.db);
  for (const { name, says, broken } of checks) {
    console.log(`${broken.length === 0 ? 'holds ' : 'BROKEN'}  ${name}: ${says}`);
    for (const { where, found } of broken.slice(0, 20)) console.log(`          ${where}: ${found}`);
  }
  const failing = checks.filter(({ broken }) => broken.length > 0).length;
  console.log(
    failing === 0
      ? `The ledger adds up: ${checks.length} of ${checks.length} sums hold.`
      : `${failing} of ${checks.length} sums fail.`,
  );
  process.exitCode = failing === 0 ? 0 : 1;
}
