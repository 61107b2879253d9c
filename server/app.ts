import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Config } from './config/config.ts';
import { type Actor, type Authentication, createActorOf, createAuthentication } from './modules/access/index.ts';
import type { RunTotalsOf } from './modules/campaigns/index.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { createSecretBox, type SecretBox } from './platform/crypto/secret-box.ts';
import { migrate } from './platform/database/migrations.ts';
import { type Db, openDatabase } from './platform/database/open-database.ts';
import { type Ids, uuidIds } from './platform/ids.ts';
import type { Logger } from './platform/logger.ts';

/** Everything that lives as long as a process. A use case takes only what it names. */
export interface App {
  config: Config;
  logger: Logger;
  clock: Clock;
  ids: Ids;
  db: Db;
  pool: pg.Pool;
  secretBox: SecretBox;
  authentication: Authentication;
  /** Who sends a request, or null. */
  actorOf(request: FastifyRequest): Promise<Actor | null>;
  /** What the runs of campaigns brought; campaigns asks, delivery answers. */
  runTotals: RunTotalsOf;
  close(): Promise<void>;
}

export interface AppOptions {
  config: Config;
  logger: Logger;
  clock?: Clock;
  ids?: Ids;
}

/** Opens the database, brings it up to date and wires the collaborators. */
export const openApp = async ({ config, logger, clock = systemClock, ids = uuidIds }: AppOptions): Promise<App> => {
  const database = await openDatabase(config.database, logger);
  try {
    await migrate(database.pool, logger);
  } catch (error) {
    await database.close();
    throw error;
  }
  const { db, pool } = database;
  const authentication = await createAuthentication({ db, ids, logger, config });
  return {
    config,
    logger,
    clock,
    ids,
    db,
    pool,
    secretBox: createSecretBox(config.secret),
    authentication,
    actorOf: createActorOf({ db, authentication }),
    runTotals: async () => new Map(),
    close: () => database.close(),
  };
};
