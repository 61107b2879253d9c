import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { isRunning } from '../../server/platform/database/embedded/process-life.ts';
import { connectionUrl, EmbeddedDatabase } from '../../server/platform/database/embedded.ts';
import { migrate } from '../../server/platform/database/migrations.ts';
import { createPool } from '../../server/platform/database/open-database.ts';
import { silentLogger } from '../../server/platform/logger.ts';
import { databaseAt, TEMPLATE } from './database-url.ts';
import { TEMPORARY_PREFIX, temporaryFolder } from './temporary-folder.ts';

/** One server for all test files: TEST_DATABASE_URL, or an embedded one in a temporary folder. Projects inherit what the root provides. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!project.isRootProject()) return undefined;
  const server = await startServer();
  await createTemplate(server.url);
  project.provide('serverUrl', server.url);
  return server.close;
}

async function startServer(): Promise<{ url: string; close(): Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, close: async () => {} };
  await sweepAbandoned();
  const { folder, remove } = await temporaryFolder();
  const embedded = await EmbeddedDatabase.start({ dataFolder: folder, logger: silentLogger, durable: false });
  async function close(): Promise<void> {
    await embedded.close();
    await remove();
  }
  return { url: connectionUrl(embedded.connection), close };
}

/** A killed test run leaves its server behind; the next run stops it. */
async function sweepAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = new RegExp(`^${TEMPORARY_PREFIX}(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    const folder = join(tmpdir(), name);
    try {
      const embedded = await EmbeddedDatabase.start({
        dataFolder: folder,
        logger: silentLogger,
        durable: false,
        patienceMs: 2_000,
      });
      await embedded.close();
    } catch {
      // What cannot be adopted has no server to stop.
    }
    await rm(folder, { recursive: true, force: true });
  }
}

/** The migrated database that test files clone. */
export async function createTemplate(url: string): Promise<void> {
  const admin = await connectOnceUp(url);
  await admin.query(`drop database if exists ${TEMPLATE} with (force)`);
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const pool = createPool({ url: databaseAt(url, TEMPLATE), poolSize: 2 }, silentLogger);
  await migrate(pool, silentLogger);
  await pool.end();
}

const STARTING_UP = '57P03';
const START_PATIENCE_MS = 60_000;

/** A server opens its port before it takes queries: until it has recovered it turns connections away. */
async function connectOnceUp(url: string): Promise<pg.Client> {
  const deadline = Date.now() + START_PATIENCE_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if ((error as { code?: string }).code !== STARTING_UP || Date.now() > deadline) throw error;
      await setTimeout(50);
    }
  }
}
