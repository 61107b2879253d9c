import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Logger } from '../logger.ts';
import { connectionUrl, EmbeddedDatabase } from './embedded.ts';
import { preparingOften } from './often-prepared.ts';
import { prepareSession } from './session.ts';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

export type OpenDatabaseConfig = { url?: string; dataFolder: string; poolSize: number; statementTimeoutMs: number };

export type Database = { db: Db; pool: pg.Pool; url: string; close(): Promise<void> };

/** Opens the external server at `config.url`, or the embedded one in `config.dataFolder`. It does not migrate. */
export async function openDatabase(config: OpenDatabaseConfig, logger: Logger): Promise<Database> {
  const embedded =
    config.url === undefined ? await EmbeddedDatabase.start({ dataFolder: config.dataFolder, logger }) : undefined;
  const url = config.url ?? connectionUrl(embedded!.connection);
  const pool = createPool({ url, poolSize: config.poolSize, statementTimeoutMs: config.statementTimeoutMs }, logger);
  const db = createDb(pool);
  async function close(): Promise<void> {
    await db.destroy();
    await embedded?.close();
  }
  return { db, pool, url, close };
}

export function createDb(pool: pg.Pool): Db {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: preparingOften(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** Whoever waits is told within ten seconds that the database cannot be reached. */
const CONNECT_MS = 9_000;

/** What a session has read, planned and prepared is worth some milliseconds; between two campaigns, or two clicks, it is kept. */
const IDLE_MS = 60_000;

/** A lost connection is logged and replaced; without listeners, on the pool and on each client, it would end the process. */
export function createPool(
  options: { url: string; poolSize: number; statementTimeoutMs?: number },
  logger: Logger,
): pg.Pool {
  const lost = (error: Error) => {
    if (!pool.ending) logger.warn({ err: error }, 'A database connection was lost');
  };
  const pool: pg.Pool = new pg.Pool({
    connectionString: options.url,
    max: options.poolSize,
    application_name: 'fanfare',
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    idleTimeoutMillis: IDLE_MS,
    types: { getTypeParser },
    onConnect: (client) => prepareSession(client, options.statementTimeoutMs ?? 0),
  });
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

const DATE = 1082;
const DATE_ARRAY = 1182;
const TEXT = 25;
const TEXT_ARRAY = 1009;

const standardParser = pg.types.getTypeParser as (oid: number, format?: 'text') => (text: string) => unknown;

/** A date has no time zone, so it stays 'YYYY-MM-DD'. int8 and numeric stay text, timestamptz becomes a Date: the defaults of pg. */
const getTypeParser = ((oid: number, format?: 'text') => {
  if (oid === DATE) return standardParser(TEXT, format);
  if (oid === DATE_ARRAY) return standardParser(TEXT_ARRAY, format);
  return standardParser(oid, format);
}) as typeof pg.types.getTypeParser;
