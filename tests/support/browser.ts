import { sql } from 'kysely';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { setUp, signIn } from '../../contract/access.ts';
import { findChrome } from '../../scripts/programs.ts';
import { openApp } from '../../server/app.ts';
import { freePort } from '../../server/main/demo/demo-config.ts';
import { serve } from '../../server/main/run-process.ts';
import type { Db } from '../../server/platform/database/open-database.ts';
import { silentLogger } from '../../server/platform/logger.ts';
import type { Person } from './browser-person.ts';
import { type Looks, Windows } from './browser-windows.ts';
import { createTestDatabase } from './database.ts';
import { emptyDns } from './empty-dns.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { PATIENCE_MS } from './patience.ts';
import { sharedPress } from './shared-press.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const PASSWORD = 'correct horse battery';
export const ADMIN = { name: 'Anna Dahl', email: 'anna@nordlys.test', password: PASSWORD };
export const COMPANY = { company: 'Nordlys AS', language: 'en', currency: 'NOK', timeZone: 'Europe/Oslo' } as const;

const chrome = findChrome();

export interface Site {
  address: string;
  db: Db;
  mail: MailServer;
  /** What the notes in the corners of all windows say. */
  notes(): Promise<string[]>;
  /** A new browser window of its own, signed in by nobody. */
  visitor(options?: Looks): Promise<Person>;
  /** A window with Anna, the administrator, signed in; the company is set up when it is not yet. */
  anna(options?: Looks): Promise<Person>;
}

/** Ends the seconds in which what was just sent off can be taken back. */
export const skipUndo = async ({ db, notes }: Site): Promise<void> => {
  const hurry = sql`
    with hurried as (update run set scheduled_for = now() where state = 'scheduled' returning id)
    update chunk set due_at = now() from hurried where run_id = hurried.id`;
  const noted = new Set<string>();
  const hurried = async () => {
    if (((await hurry.execute(db)).numAffectedRows ?? 0n) > 0n) return true;
    for (const note of await notes()) noted.add(note);
    return false;
  };
  try {
    await expect.poll(hurried, { timeout: PATIENCE_MS }).toBe(true);
  } catch {
    const runs = await sql`select id, mode, state, planned, sealed_at, scheduled_for, started_at from run`.execute(db);
    const found = JSON.stringify({ runs: runs.rows, notes: [...noted] }, null, 2);
    throw new Error(`Nothing waits for its seconds to end: ${found}`);
  }
};

/** Tests that need a browser; skipped, and counted as such, where there is none. */
export const inBrowser = describe.skipIf(chrome === undefined);

/** Stands between the house and its database. */
interface Between {
  url: string;
  close(): void;
}

/**
 * The built interface, the API and a worker over a database of its own and a real mail server, and a real browser. Call it at the top
 * of an `inBrowser`. `through`: the way to the database.
 */
export function site(through?: (databaseUrl: string) => Promise<Between>): Site {
  const site = {} as Site;
  const closing: (() => Promise<unknown>)[] = [];
  const windows = new Windows();
  beforeAll(async () => {
    await buildInterface();
    const database = await createTestDatabase();
    closing.unshift(() => database.drop());
    const mail = await startMailServer();
    closing.unshift(() => mail.close());
    const between = await through?.(database.url);
    closing.unshift(async () => between?.close());
    const address = await open(between?.url ?? database.url, closing);
    windows.opensAt(await theBrowser(), address);
    Object.assign(site, { address, db: database.db, mail, ...peopleOf(windows) });
  });
  afterEach(({ task }) => windows.ended(task.name, task.result?.state === 'fail'));
  afterAll(async () => {
    await windows.close();
    for (const close of closing) await close();
  });
  return site;
}

let launched: Promise<Browser> | undefined;

/** One for all files that a worker runs, each with windows of its own; it ends with the worker. */
function theBrowser(): Promise<Browser> {
  launched ??= chromium.launch({
    executablePath: chrome!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  return launched;
}

let port: Promise<number> | undefined;

/** One for all files that a worker runs, or their windows would read the interface anew; none of those that systems give away by themselves. */
const ownPort = (): Promise<number> => (port ??= freePort(20_000 + ((process.pid * 37) % 10_000)));

async function buildInterface(): Promise<void> {
  const { buildStale } = (await import('../../scripts/build.mjs' as string)) as {
    buildStale: (names: string[]) => Promise<void>;
  };
  await buildStale(['web']);
}

async function open(databaseUrl: string, closing: (() => Promise<unknown>)[]): Promise<string> {
  const { folder, remove } = await temporaryFolder();
  closing.unshift(remove);
  const port = await ownPort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const app = await openApp({
    config: {
      database: { url: databaseUrl, dataFolder: '', poolSize: 12, statementTimeoutMs: 30_000 },
      dataFolder: folder,
      host: '127.0.0.1',
      port,
      baseUrl,
      secret: Buffer.from('a secret for tests, 32 bytes and more'),
      insideGateways: true,
      logLevel: 'silent',
    },
    logger: silentLogger,
    lookUpText: emptyDns,
    press: sharedPress,
  });
  const running = await serve(app, { web: true, worker: true });
  closing.unshift(() => running.stop());
  return baseUrl;
}

const peopleOf = (windows: Windows): Pick<Site, 'notes' | 'visitor' | 'anna'> => ({
  notes: () => windows.notes(),
  visitor: (looks = {}) => windows.open(looks),
  anna: async (looks = {}) => {
    const known = await windows.takeUp(looks);
    if (known) return known;
    const person = await windows.open(looks, true);
    const { setupNeeded } = (await (await person.page.request.get('/api/session')).json()) as { setupNeeded: boolean };
    if (setupNeeded) await person.ask(setUp, { ...ADMIN, ...COMPANY });
    else await person.ask(signIn, { email: ADMIN.email, password: PASSWORD });
    return person;
  },
});
