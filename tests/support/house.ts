import { createHash } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import type { Endpoint, OutputOf, SentTo } from '../../contract/endpoint.ts';
import { type App, openApp } from '../../server/app.ts';
import { createWebServer } from '../../server/main/web-server.ts';
import { addUser, type Passwords, setUpInstallation } from '../../server/modules/access/index.ts';
import { silentLogger } from '../../server/platform/logger.ts';
import { type FixedClock, fixedClock } from './clock.ts';
import { createTestDatabase } from './database.ts';
import { emptyDns } from './empty-dns.ts';
import { sharedPress } from './shared-press.ts';
import { temporaryFolder } from './temporary-folder.ts';

export const PASSWORD = 'correct horse battery';

const digest = (password: string) => createHash('sha256').update(password.normalize('NFKC')).digest('hex');

/** Half a millisecond instead of the tenth of a second that a real one takes, for guessers and for tests alike. */
const cheapPasswords: Passwords = {
  hash: async (password) => digest(password),
  verify: async ({ hash, password }) => hash === digest(password),
};

export interface House {
  app: App;
  server: FastifyInstance;
  clock: FixedClock;
}

/** The whole web side on a database of its own, listening to nobody: talk to it with a `caller`. Call it at the top of a test file. */
export function testHouse(
  options: { baseUrl?: string; passwords?: Passwords; dataFolder?: () => Promise<string> } = {},
): House {
  const house = {} as House;
  const closing: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    const database = await createTestDatabase();
    closing.unshift(database.drop);
    const { folder, remove } = await temporaryFolder();
    closing.unshift(remove);
    const dataFolder = (await options.dataFolder?.()) ?? folder;
    const clock = fixedClock('2026-03-02T08:00:00Z');
    const app = await openApp({
      config: {
        database: { url: database.url, dataFolder: '', poolSize: 8, statementTimeoutMs: 30_000 },
        dataFolder,
        host: '127.0.0.1',
        port: 8025,
        baseUrl: options.baseUrl ?? 'http://fanfare.test',
        secret: Buffer.from('a secret for tests, 32 bytes and more'),
        insideGateways: true,
        logLevel: 'silent',
      },
      logger: silentLogger,
      clock,
      passwords: options.passwords ?? cheapPasswords,
      lookUpText: emptyDns,
      press: sharedPress,
    });
    closing.unshift(() => app.close());
    const server = await createWebServer(app);
    closing.unshift(() => server.close());
    Object.assign(house, { app, server, clock });
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });
  return house;
}

/** Anna is the administrator, Bo the manager, Cyprian the marketer, Dominique in sales, Eva looks on; all with `PASSWORD`. */
export async function furnish({ app }: House): Promise<void> {
  const company = { company: 'Nordlys AS', language: 'nb', currency: 'NOK', timeZone: 'Europe/Oslo' } as const;
  await setUpInstallation(app, { ...company, name: 'Anna Dahl', email: 'anna@nordlys.test', password: PASSWORD });
  const people = [
    { name: 'Bo Lund', email: 'bo@nordlys.test', role: 'manager', seat: true },
    { name: 'Cyprian Nowak', email: 'cyprian@nordlys.test', role: 'marketer', seat: true },
    { name: 'Dominique Petit', email: 'dominique@nordlys.test', role: 'sales', seat: false },
    { name: 'Eva Holm', email: 'eva@nordlys.test', role: 'viewer', seat: false },
  ] as const;
  for (const person of people) await addUser(app, { ...person, password: PASSWORD });
}

interface Said {
  field: string | null;
  code: string;
  params: Record<string, string | number>;
  message: string;
}

/** What a refusal says, as problem+json. */
export interface Refusal {
  code: string;
  title: string;
  errors: [Said, ...Said[]];
}

export interface Answer<T = unknown> {
  status: number;
  /** The output of the endpoint or, by its status, a refusal; a test says which it expects. */
  body: T & Refusal;
  headers: LightMyRequestResponse['headers'];
}

/** A browser: it keeps its cookies, and calls endpoints of the contract. */
export class Caller {
  readonly cookies = new Map<string, string>();
  readonly #house: House;
  readonly #address: string;

  constructor(house: House, address = '127.0.0.1') {
    this.#house = house;
    this.#address = address;
  }

  async call<E extends Endpoint>(endpoint: E, input: SentTo<E>): Promise<Answer<OutputOf<E>>> {
    const left = new Map(Object.entries(input));
    const path = endpoint.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
      const value = String(left.get(name));
      left.delete(name);
      return encodeURIComponent(value);
    });
    const inBody = endpoint.method !== 'GET' && endpoint.method !== 'DELETE';
    const rest = Object.fromEntries(left);
    return this.send(endpoint.method, path, inBody ? { payload: rest } : { query: rest as Record<string, string> });
  }

  async send<T = unknown>(
    method: string,
    url: string,
    { headers, ...rest }: { payload?: object; query?: Record<string, string>; headers?: Record<string, string> } = {},
  ): Promise<Answer<T>> {
    const response = await this.#house.server.inject({
      method: method as 'GET',
      url,
      ...rest,
      remoteAddress: this.#address,
      headers: { 'x-fanfare': '1', 'accept-language': 'en', ...headers },
      cookies: Object.fromEntries(this.cookies),
    });
    for (const cookie of response.cookies) {
      if (cookie.maxAge === 0) this.cookies.delete(cookie.name);
      else this.cookies.set(cookie.name, cookie.value);
    }
    const isJson = response.headers['content-type']?.toString().includes('json');
    const body = (isJson ? response.json() : response.body) as T & Refusal;
    return { status: response.statusCode, body, headers: response.headers };
  }

  /** Sends one file, as a form does. */
  async upload<T = unknown>(url: string, fileName: string, bytes: Buffer): Promise<Answer<T>> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)]), fileName);
    const encoded = new Response(form);
    return this.send<T>('POST', url, {
      payload: Buffer.from(await encoded.arrayBuffer()),
      headers: { 'content-type': encoded.headers.get('content-type')! },
    });
  }

  /** The bytes of a file that is downloaded. */
  async download(url: string): Promise<Buffer> {
    const { statusCode, rawPayload } = await this.#house.server.inject({
      method: 'GET',
      url,
      remoteAddress: this.#address,
      headers: { 'x-fanfare': '1', 'accept-language': 'en' },
      cookies: Object.fromEntries(this.cookies),
    });
    if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}: ${rawPayload}`);
    return rawPayload;
  }

  async signIn(email: string, password = PASSWORD): Promise<Answer> {
    return this.send('POST', '/api/sign-in', { payload: { email, password } });
  }
}

/** A browser whose user has just signed in. */
export async function signedIn(house: House, email: string): Promise<Caller> {
  const caller = new Caller(house);
  const { status } = await caller.signIn(email);
  if (status !== 200) throw new Error(`${email} could not sign in: ${status}`);
  return caller;
}
