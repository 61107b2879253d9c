import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import type { Config } from '../../config/config.ts';
import { openDatabase } from '../../platform/database/open-database.ts';
import type { Logger } from '../../platform/logger.ts';
import { DemoRefused } from './demo-refused.ts';

/** What makes the folder a home: the database server and the key. */
const KEPT = ['postgres', 'postgres.lock', 'secret.key'];

/** Empties the demo's database and folder. Throws when another process uses them. Answers what keeps the server up meanwhile. */
export const beginAnew = async (config: Config, logger: Logger): Promise<() => Promise<void>> => {
  const database = await openDatabase({ ...config.database, poolSize: 2 }, logger);
  try {
    await refuseCompany(database.pool, config.dataFolder);
    await dropEverything(database.pool);
    for (const name of await readdir(config.dataFolder)) {
      if (!KEPT.includes(name)) await rm(join(config.dataFolder, name), { recursive: true, force: true });
    }
  } catch (error) {
    await database.close();
    throw error;
  }
  return () => database.close();
};

const refuseCompany = async (pool: pg.Pool, folder: string): Promise<void> => {
  const { rows } = await pool.query<{ others: number }>(
    "select count(*)::int - 1 as others from pg_stat_activity where application_name = 'fanfare presence'",
  );
  if ((rows[0]?.others ?? 0) === 0) return;
  throw new DemoRefused(
    `A demo is running on ${folder} already. Stop it with Ctrl-C in its window, or name another folder in FANFARE_DATA.`,
  );
};

const dropEverything = async (pool: pg.Pool): Promise<void> => {
  const { rows } = await pool.query<{ name: string }>(
    "select quote_ident(nspname) as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'",
  );
  for (const { name } of rows) await pool.query(`drop schema ${name} cascade`);
  await pool.query('create schema public');
};
