import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../logger.ts';
import { type Binaries, provideBinaries } from './embedded/binaries.ts';
import { ensureCluster } from './embedded/cluster.ts';
import { type Home, makeDataFolder, prepareHome } from './embedded/home.ts';
import { adoptOrStart, type Connection, connectionTo, type Postmaster, stopPostmaster } from './embedded/postmaster.ts';
import { withStartLock } from './embedded/start-lock.ts';

export { DatabaseFolderInUse } from './embedded/database-folder-in-use.ts';
export type { Connection };

export type EmbeddedOptions = {
  dataFolder: string;
  logger: Logger;
  /** False for throw-away databases: faster, and lost in a power cut. */
  durable?: boolean;
  /** How long to wait for a server or a starting process that lives and does not answer. */
  patienceMs?: number;
};

const DATABASE = 'fanfare';
const PRESENCE = 'fanfare presence';

const SETTINGS = {
  dynamic_shared_memory_type: 'mmap',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '200',
  jit: 'off',
};
const FORGETFUL = { fsync: 'off', full_page_writes: 'off' };

const MB = 2 ** 20;

/** An eighth of the memory that there is, or that the container allows; an audience of a million is counted in its tables' pages. */
const sharedBuffers = (): string => {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return `${Math.round(Math.min(1024, Math.max(128, memory / 8 / MB)))}MB`;
};

/**
 * The PostgreSQL server of a data folder, shared by every Fanfare process that uses the folder: whoever comes first starts it, whoever leaves last
 * stops it. Each process keeps one session open, its presence: others count it, and its end tells us that the server died, which we then restart.
 */
export class EmbeddedDatabase {
  connection!: Connection;
  private home!: Home;
  private binaries!: Binaries;
  private presence: pg.Client | undefined;
  private closing = false;
  private readonly options: EmbeddedOptions;

  private constructor(options: EmbeddedOptions) {
    this.options = options;
  }

  /** Throws DatabaseFolderInUse when the folder is taken and cannot be shared. */
  static async start(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
    const embedded = new EmbeddedDatabase(options);
    await makeDataFolder(options.dataFolder);
    await embedded.exclusively(async () => {
      embedded.home = await prepareHome(options.dataFolder);
      await embedded.bringUp();
    });
    return embedded;
  }

  /** Ends our presence; stops the server when no other process is present. */
  async close(): Promise<void> {
    if (this.closing) return;
    this.closing = true;
    try {
      await this.exclusively(async () => {
        const alone = await this.isAlone();
        await this.presence?.end().catch(() => {});
        if (alone) await stopPostmaster(this.home, this.binaries);
      });
    } finally {
      await this.presence?.end().catch(() => {});
    }
  }

  private async bringUp(): Promise<void> {
    const durable = this.options.durable ?? true;
    this.binaries = await provideBinaries(this.home.folder, this.home.user);
    await ensureCluster(this.home, this.binaries, durable);
    const settings = { ...SETTINGS, ...(durable ? { shared_buffers: sharedBuffers() } : FORGETFUL) };
    const server = await adoptOrStart(this.home, this.binaries, settings, this.patienceMs);
    await this.enter(server);
  }

  private async enter(server: Postmaster): Promise<void> {
    const presence = new pg.Client({
      ...(await connectionTo(this.home, server, 'postgres')),
      ssl: false,
      application_name: PRESENCE,
    });
    presence.on('error', () => {});
    await presence.connect();
    const { rowCount } = await presence.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await presence.query(`create database ${DATABASE}`);
    presence.on('end', () => void this.recover());
    this.presence = presence;
    this.connection = await connectionTo(this.home, server, DATABASE);
  }

  private async recover(): Promise<void> {
    while (!this.closing) {
      this.options.logger.warn('The embedded database has gone; bringing it up again');
      try {
        await this.exclusively(() => this.bringUp());
        return;
      } catch (error) {
        this.options.logger.error({ err: error }, 'The embedded database could not be brought up; trying again in 5 s');
        await pause(5_000);
      }
    }
  }

  private async isAlone(): Promise<boolean> {
    try {
      const others = await this.presence?.query(
        'select 1 from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
        [PRESENCE],
      );
      return others?.rowCount === 0;
    } catch {
      return false;
    }
  }

  private get patienceMs(): number {
    return this.options.patienceMs ?? 10_000;
  }

  private exclusively<T>(work: () => Promise<T>): Promise<T> {
    return withStartLock(join(this.options.dataFolder, 'postgres.lock'), this.patienceMs, work);
  }
}

export function connectionUrl({ host, port, user, password, database }: Connection): string {
  const credentials = password === undefined ? user : `${user}:${encodeURIComponent(password)}`;
  if (!host.startsWith('/')) return `postgresql://${credentials}@${host}:${port}/${database}`;
  return `postgresql://${credentials}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}
