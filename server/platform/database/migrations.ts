import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations as installQueue } from 'graphile-worker';
import type pg from 'pg';
import type { Logger } from '../logger.ts';
import { packageRoot } from '../package-root.ts';
import { queueLogger } from '../queue/queue-logger.ts';

export type MigrationFile = { number: number; name: string; checksum: string; sql: string };
type Recorded = { number: number; name: string; checksum: string };

/** Any number that nobody else takes; the key of the advisory lock. */
const LOCK_KEY = 7_261_902_611;

export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

/**
 * Brings the database to the shape this code expects: `db/migrations/NNNN_name.sql` in order, each in its own transaction with its record, and the
 * queue's tables. Processes that start together wait for each other. Throws MigrationRefused, having changed nothing, when the record does not fit the files.
 */
export async function migrate(
  pool: pg.Pool,
  logger: Logger,
  folder = join(packageRoot(), 'db/migrations'),
): Promise<void> {
  const files = await readMigrations(folder);
  const lock = await pool.connect();
  try {
    // Held by a transaction, not by a session: behind a pooler nobody would give a session's lock back.
    await lock.query('begin; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0');
    await lock.query('select pg_advisory_xact_lock($1)', [LOCK_KEY]);
    await applyPending(pool, files, logger);
    await installQueue({ pgPool: pool, logger: queueLogger(logger) });
  } finally {
    // Closing the session gives the lock back whatever happened.
    lock.release(true);
  }
}

async function applyPending(pool: pg.Pool, files: MigrationFile[], logger: Logger): Promise<void> {
  const client = await pool.connect();
  try {
    for (const file of decidePending(files, await recorded(client))) {
      await apply(client, file);
      logger.info({ migration: file.name }, 'Migrated the database');
    }
  } finally {
    client.release();
  }
}

/** How many migrations this database still lacks. Changes nothing. */
export async function countPending(pool: pg.Pool, folder = join(packageRoot(), 'db/migrations')): Promise<number> {
  const files = await readMigrations(folder);
  const { rows } = await pool.query<{ exists: boolean }>(
    `select to_regclass('public.migration') is not null as exists`,
  );
  if (!rows[0]!.exists) return files.length;
  const done = await pool.query<Recorded>('select number, name, checksum from public.migration order by number');
  return decidePending(files, done.rows).length;
}

export async function readMigrations(folder: string): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(name.slice(0, 4));
      if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(name) || number === Number(names[index - 1]?.slice(0, 4) ?? 0)) {
        throw new MigrationRefused(`Migration ${name} has no number of its own. Reinstall Fanfare.`);
      }
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return {
        number,
        name: name.slice(0, -4),
        checksum: createHash('sha256').update(sql).digest('hex'),
        sql,
      };
    }),
  );
}

/**
 * The files still to run: those without a record, also when a later one has run already, for numbers are given out before the work is done.
 * Throws MigrationRefused when a record does not fit its file.
 */
export function decidePending(files: MigrationFile[], done: Recorded[]): MigrationFile[] {
  const byNumber = new Map(files.map((file) => [file.number, file]));
  for (const record of done) {
    const file = byNumber.get(record.number);
    if (file === undefined) {
      throw new MigrationRefused(
        `The database is newer than this Fanfare (it has migration ${record.name}). Install the newer version again.`,
      );
    }
    if (file.checksum !== record.checksum || file.name !== record.name) {
      throw new MigrationRefused(
        `Migration ${record.name} was changed after it ran on this database. Restore the file as it was released.`,
      );
    }
    byNumber.delete(record.number);
  }
  return [...byNumber.values()];
}

async function recorded(client: pg.PoolClient): Promise<Recorded[]> {
  const { rows } = await client.query<{ exists: boolean }>(
    `select to_regclass('public.migration') is not null as exists`,
  );
  if (!rows[0]!.exists) {
    await refuseForeignTables(client);
    await client.query(
      'create table public.migration (number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())',
    );
  }
  return (await client.query<Recorded>('select number, name, checksum from public.migration order by number')).rows;
}

async function refuseForeignTables(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ relname: string }>(`
    select relname from pg_class c
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by relname limit 1`);
  if (rows.length === 0) return;
  throw new MigrationRefused(
    `The database already has tables (such as "${rows[0]!.relname}") that Fanfare did not make. Give Fanfare an empty database of its own in DATABASE_URL.`,
  );
}

async function apply(client: pg.PoolClient, file: MigrationFile): Promise<void> {
  await client.query('begin; set local statement_timeout = 0');
  try {
    await client.query(file.sql);
    await client.query('insert into public.migration (number, name, checksum) values ($1, $2, $3)', [
      file.number,
      file.name,
      file.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw new Error(`Migration ${file.name} failed and was undone: ${(error as Error).message}`, { cause: error });
  }
}
