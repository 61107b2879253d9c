import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Variant } from '../../../../contract/content.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { type Guard, isInside } from '../../../platform/http/outside.ts';
import { uuidIds } from '../../../platform/ids.ts';
import type { Actor } from '../../access/index.ts';
import { insertArticle } from '../article.store.ts';
import { LinkTrials } from './link-trials.ts';
import { tryLink } from './try-link.ts';
import { tryLinks } from './try-links.ts';

const database = testDatabase();

/** All of 127.0.0.0/8 is this machine; here one address of it stands for the world, and nothing else does. */
const WORLD = '127.0.0.1';
const guard: Guard = (address) => address !== WORLD && isInside(address);

const asked: string[] = [];
let insideCalled = 0;
let world: Server;
let inside: Server;
let home = '';
let within = '';

const leads = (response: ServerResponse, status: number, location: string) =>
  response.writeHead(status, { location }).end();

const PAGES: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/': (_, response) => response.end('<h1>Hello</h1>'),
  '/gone': (_, response) => response.writeHead(410).end(),
  '/closed': (_, response) => response.writeHead(403).end(),
  '/no-head': ({ method }, response) => response.writeHead(method === 'HEAD' ? 405 : 200).end(),
  '/old': (_, response) => leads(response, 301, '/'),
  '/now': (_, response) => leads(response, 302, '/'),
  '/old-gone': (_, response) => leads(response, 301, '/nowhere'),
  '/round': (_, response) => leads(response, 302, '/round'),
  '/to-inside': (_, response) => leads(response, 302, `${within}/secret`),
  '/to-file': (_, response) => leads(response, 302, 'file:///etc/passwd'),
  '/silent': () => undefined,
};

const listening = (server: Server, host: string): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, host, () => resolve(`http://${host}:${(server.address() as AddressInfo).port}`));
  });

beforeAll(async () => {
  world = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const page = PAGES[request.url ?? ''];
    if (page) page(request, response);
    else response.writeHead(404).end();
  });
  inside = createServer((_, response) => {
    insideCalled += 1;
    response.end();
  });
  home = await listening(world, WORLD);
  within = await listening(inside, '127.0.0.2');
});
afterAll(() => {
  for (const server of [world, inside]) {
    server.closeAllConnections();
    server.close();
  }
});

test.each([
  ['/', 'ok 200'],
  ['/nowhere', 'not_found 404'],
  ['/gone', 'not_found 410'],
  ['/closed', 'refused 403'],
  ['/no-head', 'ok 200'],
  ['/old', 'moved 200 /'],
  ['/now', 'ok 200 /'],
  ['/old-gone', 'not_found 404 /nowhere'],
  ['/round', 'unreachable null /round'],
  ['/to-inside', 'inside null /secret'],
  ['/to-file', 'unreachable 302'],
])('%s is %s', async (path, said) => {
  const { state, status, at } = await tryLink(home + path, { guard, patience: 5000 });
  expect(`${state} ${status} ${at === null ? '' : new URL(at).pathname}`.trim()).toBe(said);
});

test('A9: what is inside is never called, neither straight nor by a redirect', async () => {
  expect(await tryLink(within, { guard, patience: 5000 })).toMatchObject({ state: 'inside' });
  expect(await tryLink(home, { guard: isInside, patience: 5000 })).toMatchObject({ state: 'inside' });
  expect(insideCalled).toBe(0);
});

test('whoever does not answer in time is not reached, and no name that is nobody’s is looked up', async () => {
  expect(await tryLink(`${home}/silent`, { guard, patience: 200 })).toMatchObject({ state: 'unreachable' });
  expect(await tryLink('https://nordlys.example/', { guard, patience: 1 })).toMatchObject({ state: 'unreachable' });
});

test('a link is called once however many ask, and again only after a while', async () => {
  asked.length = 0;
  const trials = new LinkTrials(guard, 5000);
  const urls = Array.from({ length: 9 }, (_, no) => `${home}/?${no % 3}`);
  const tried = await Promise.all(urls.map((url) => trials.try(url, false)));
  expect(tried.every(({ state }) => state === 'not_found')).toBe(true);
  expect(await trials.try(`${home}/?1`, true)).toEqual(tried[1]);
  expect(asked.filter((line) => line.startsWith('HEAD')).sort()).toEqual(['HEAD /?0', 'HEAD /?1', 'HEAD /?2']);
});

test('each fixed link of a message is told once with its words, and those of its articles; only who may write asks', async () => {
  const words = {
    title: 'Ice',
    body: `<p><a href="${home}/gone">Tyres</a></p>`,
    linkUrl: '',
    linkLabel: '',
    picture: null,
  };
  const { no } = await insertArticle(database.db, { ...words, id: uuidIds.next(), language: 'en', by: null });
  const html = `<a href="${home}/">Us</a> <a href="${home}/?id={{ contact.id }}">Yours</a> <a href="mailto:a@b.example">Mail</a> {% article ${no} %}`;
  const variants = { en: Variant.parse({ html }), nb: Variant.parse({ text: `Se ${home}/ og ${within}/x` }) };
  const needs = { db: database.db, linkTrials: new LinkTrials(guard, 5000) };
  const marketer = { kind: 'user', userId: uuidIds.next(), name: 'Kari', role: 'marketer', seat: true } as Actor;
  const { links } = await tryLinks(needs, marketer, { variants, again: false });
  expect(links.map(({ label, state, url }) => `${label}: ${state} ${new URL(url).pathname}`)).toEqual([
    'Us: ok /',
    'Tyres: not_found /gone',
    ': inside /x',
  ]);
  const viewer = { ...marketer, role: 'viewer' } as Actor;
  await expect(tryLinks(needs, viewer, { variants, again: false })).rejects.toThrow();
});
