import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { setUp, signIn } from '../../contract/access.ts';
import { createSendingAccount } from '../../contract/accounts.ts';
import { NO_AUDIENCE } from '../../contract/audience.ts';
import { createCampaign, updateAction } from '../../contract/campaigns.ts';
import { createTopic } from '../../contract/consent.ts';
import { createContentVersion, updateContentVersion } from '../../contract/content.ts';
import type { Endpoint, InputOf, OutputOf, SentTo } from '../../contract/endpoint.ts';
import type { CampaignId, SegmentId, TopicId } from '../../contract/ids.ts';
import { createSegment } from '../../contract/segments.ts';
import { findChrome } from '../../scripts/programs.ts';
import { openApp } from '../../server/app.ts';
import { serve } from '../../server/main/run-process.ts';
import type { Db } from '../../server/platform/database/open-database.ts';
import { silentLogger } from '../../server/platform/logger.ts';
import { packageRoot } from '../../server/platform/package-root.ts';
import { createTestDatabase } from './database.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { givenContacts } from './ready-campaign.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const PASSWORD = 'correct horse battery';
export const ADMIN = { name: 'Anna Dahl', email: 'anna@nordlys.test', password: PASSWORD };
export const COMPANY = { company: 'Nordlys AS', language: 'en', currency: 'NOK', timeZone: 'Europe/Oslo' } as const;

const chrome = findChrome();
const SCREENSHOTS = join(packageRoot(), 'reports/screenshots');

export interface Site {
  address: string;
  db: Db;
  mail: MailServer;
  /** A new browser window of its own, signed in by nobody. */
  visitor(options?: Looks): Promise<Person>;
  /** A new window with Anna, the administrator, signed in; the company is set up when it is not yet. */
  anna(options?: Looks): Promise<Person>;
}

/** Ends the seconds in which what was just sent off can be taken back. */
export const skipUndo = async ({ db }: Site): Promise<void> => {
  const hurry = sql`
    with hurried as (update run set scheduled_for = now() where state = 'scheduled' returning id)
    update chunk set due_at = now() from hurried where run_id = hurried.id`;
  await expect.poll(async () => (await hurry.execute(db)).numAffectedRows, { timeout: 15_000 }).toBeGreaterThan(0n);
};

export interface Looks {
  dark?: boolean;
  width?: number;
  locale?: string;
}

/** Tests that need a browser; skipped, and counted as such, where there is none. */
export const inBrowser = describe.skipIf(chrome === undefined);

/**
 * The built interface, the API and a worker over a database of its own and a real mail server, and a real browser. Call it at the top
 * of an `inBrowser`.
 */
export function site(): Site {
  const site = {} as Site;
  const closing: (() => Promise<unknown>)[] = [];
  const people: Person[] = [];
  beforeAll(async () => {
    await buildInterface();
    const database = await createTestDatabase();
    closing.unshift(() => database.drop());
    const mail = await startMailServer();
    closing.unshift(() => mail.close());
    const address = await open(database.url, closing);
    const browser = await chromium.launch({
      executablePath: chrome!,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    closing.unshift(() => browser.close());
    Object.assign(site, { address, db: database.db, mail, ...windows(browser, address, people) });
  });
  afterEach(async ({ task }) => {
    for (const person of people.splice(0)) {
      if (task.result?.state === 'fail') await person.picture(`failed ${task.name.slice(0, 60)}`);
      await person.leave();
    }
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });
  return site;
}

async function buildInterface(): Promise<void> {
  const { buildStale } = (await import('../../scripts/build.mjs' as string)) as {
    buildStale: (names: string[]) => Promise<void>;
  };
  await buildStale(['web']);
}

async function open(databaseUrl: string, closing: (() => Promise<unknown>)[]): Promise<string> {
  const { folder, remove } = await temporaryFolder();
  closing.unshift(remove);
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const app = await openApp({
    config: {
      database: { url: databaseUrl, dataFolder: '', poolSize: 12, statementTimeoutMs: 30_000 },
      dataFolder: folder,
      host: '127.0.0.1',
      port,
      baseUrl,
      secret: Buffer.from('a secret for tests, 32 bytes and more'),
      logLevel: 'silent',
    },
    logger: silentLogger,
  });
  const running = await serve(app, { web: true, worker: true });
  closing.unshift(() => running.stop());
  return baseUrl;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function windows(browser: Browser, address: string, people: Person[]): Pick<Site, 'visitor' | 'anna'> {
  const visitor = async ({ dark = false, width = 1280, locale = 'en-GB' }: Looks = {}) => {
    const context = await browser.newContext({
      baseURL: address,
      viewport: { width, height: width < 600 ? 780 : 860 },
      colorScheme: dark ? 'dark' : 'light',
      locale,
      timezoneId: 'Europe/Oslo',
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    context.setDefaultTimeout(15_000);
    const person = new Person(context, await context.newPage());
    people.push(person);
    return person;
  };
  const anna = async (options?: Looks) => {
    const person = await visitor(options);
    const { setupNeeded } = (await (await person.page.request.get('/api/session')).json()) as { setupNeeded: boolean };
    if (setupNeeded) await person.ask(setUp, { ...ADMIN, ...COMPANY });
    else await person.ask(signIn, { email: ADMIN.email, password: PASSWORD });
    return person;
  };
  return { visitor, anna };
}

/** Somebody at the browser, who finds things by their role and name. What they press and fill in is counted. */
export class Person {
  inputs = 0;
  readonly page: Page;
  readonly #context: BrowserContext;

  constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(path);
    await expect.poll(() => this.page.getByRole('heading', { level: 1 }).count(), { timeout: 15_000 }).toBe(1);
  }

  /** Until nothing of the page is still on its way. */
  async settled(): Promise<void> {
    const underWay = this.page.locator('.mantine-Skeleton-root, [aria-busy="true"]');
    await expect.poll(() => underWay.count(), { timeout: 15_000 }).toBe(0);
  }

  async press(name: string | RegExp, role: 'button' | 'link' | 'menuitem' | 'option' = 'button'): Promise<void> {
    await this.click(this.page.getByRole(role, { name, exact: true }));
  }

  async click(target: Locator, options: { right?: boolean } = {}): Promise<void> {
    await target.click({ button: options.right ? 'right' : 'left' });
    this.inputs += 1;
  }

  async fill(label: string | RegExp, text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: label, exact: true }).fill(text);
    this.inputs += 1;
  }

  /** A closed list: opened, and one of it taken. */
  async choose(label: string | RegExp, option: string | RegExp): Promise<void> {
    await this.click(this.page.getByRole('combobox', { name: label, exact: true }));
    await this.click(this.page.getByRole('option', { name: option }));
  }

  async sees(text: string | RegExp, options: { within?: Locator; timeout?: number } = {}): Promise<void> {
    await (options.within ?? this.page)
      .getByText(text)
      .first()
      .waitFor({ timeout: options.timeout ?? 15_000 });
  }

  /** The API by the same session: for what a test takes as given. */
  async ask<E extends Endpoint>(endpoint: E, input: SentTo<E>): Promise<OutputOf<E>> {
    const left = new Map(Object.entries(input as InputOf<E>));
    const path = endpoint.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
      const value = String(left.get(name));
      left.delete(name);
      return encodeURIComponent(value);
    });
    const rest = Object.fromEntries(left) as Record<string, string>;
    const inBody = endpoint.method !== 'GET' && endpoint.method !== 'DELETE';
    const answer = await this.page.request.fetch(path, {
      method: endpoint.method,
      headers: { 'x-fanfare': '1' },
      ...(inBody ? { data: rest } : { params: rest }),
    });
    if (!answer.ok()) throw new Error(`${endpoint.name}: ${answer.status()} ${await answer.text()}`);
    return answer.json() as Promise<OutputOf<E>>;
  }

  /** A picture for people to look at, in reports/screenshots. */
  async picture(name: string, options: { whole?: boolean } = {}): Promise<void> {
    await mkdir(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({
      path: join(SCREENSHOTS, `${name.replaceAll(/[^\w-]+/g, '-')}.png`),
      fullPage: options.whole ?? false,
    });
  }

  /** As it looks to everybody: by day, by night, and in the hand. */
  async pictures(name: string): Promise<void> {
    await this.picture(`light ${name}`, { whole: true });
    await this.page.emulateMedia({ colorScheme: 'dark' });
    await this.picture(`dark ${name}`, { whole: true });
    await this.page.emulateMedia({ colorScheme: 'light' });
    const before = this.page.viewportSize()!;
    await this.page.setViewportSize({ width: 360, height: 780 });
    await this.picture(`360 ${name}`, { whole: true });
    await this.page.setViewportSize(before);
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }
}

/** What a campaign needs besides words: a topic, people who consented to it, a segment of them all, a sending account. */
export async function furnish(
  { db, mail }: Site,
  anna: Person,
  people = 12,
  account = 'Main server',
): Promise<Furniture> {
  const topic = await anna.ask(createTopic, { name: 'Newsletter' });
  await givenContacts(db, people, topic.id);
  const segment = await anna.ask(createSegment, {
    name: 'Customers in Norway',
    partyKind: 'contact',
    rule: {
      kind: 'group',
      match: 'all',
      rules: [{ kind: 'field', field: 'contact.country', operator: 'any_of', value: ['NO'] }],
    },
  });
  await anna.ask(createSendingAccount, {
    name: account,
    host: '127.0.0.1',
    port: mail.port,
    security: 'none',
    fromName: 'Nordlys',
    fromAddress: 'news@nordlys.test',
    nature: 'local',
  });
  return { topicId: topic.id, segmentId: segment.id };
}

export interface Furniture {
  topicId: TopicId;
  segmentId: SegmentId;
}

/** A campaign with its audience chosen, and its message written where it has one. */
export async function draft(
  anna: Person,
  { segmentId }: Furniture,
  campaign: { name: string; channel?: 'email' | 'list' },
): Promise<CampaignId> {
  const made = await anna.ask(createCampaign, campaign);
  const action = made.actions[0]!;
  const chosen = await anna.ask(updateAction, {
    id: action.id,
    updatedAt: action.updatedAt,
    audience: { ...NO_AUDIENCE, include: [segmentId] },
  });
  if (campaign.channel === 'list') return made.id;
  const variant = { subject: 'News', preheader: '', html: '<p>Dear {{ contact.first_name }}</p>', text: null };
  const content = { defaultLanguage: 'en', variants: { en: variant } } as const;
  const written = chosen.actions[0]?.contentVersionId;
  if (written) await anna.ask(updateContentVersion, { id: written, ...content });
  else {
    const { id: contentVersionId } = await anna.ask(createContentVersion, content);
    await anna.ask(updateAction, { id: action.id, updatedAt: chosen.actions[0]!.updatedAt, contentVersionId });
  }
  return made.id;
}
