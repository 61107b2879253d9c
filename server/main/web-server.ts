import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import { DomainError } from '../platform/errors.ts';
import { createHttpServer } from '../platform/http/server.ts';
import { packageRoot, version } from '../platform/package-root.ts';
import { routes } from '../routes.ts';

/** Whoever asks is told within five seconds, a page within ten, also where a connection stands and nothing comes back over it. */
const READY_MS = 5_000;

/** The HTTP side of the house: the API, the public pages, health, and the browser's files when they are built. */
export const createWebServer = async (app: App): Promise<FastifyInstance> => {
  const server = await createHttpServer({
    needs: app,
    actorOf: app.actorOf,
    logger: app.logger,
    routes,
    version: version(),
  });
  server.get('/health', { schema: { hide: true } }, async () => ({ ok: true }));
  server.get('/ready', { schema: { hide: true } }, async (_request, reply) => {
    const asked = sql`select 1`.execute(app.db).then(() => true);
    if (await Promise.race([asked, sleep(READY_MS, false, { ref: false })])) return reply.send({ ready: true });
    throw new DomainError(503, [{ field: null, code: 'database_unreachable', params: {} }]);
  });
  await serveBrowserFiles(server);
  return server;
};

/** The browser routes by itself: any page address that is no file and no API answers with the application. */
const serveBrowserFiles = async (server: FastifyInstance) => {
  const root = join(packageRoot(), 'dist', 'web');
  if (!existsSync(join(root, 'index.html'))) return;
  const asBuilt = { preCompressed: true, maxAge: '365d', immutable: true, index: false as const };
  // One route for the hundreds below it: a route each would be most of what making a server costs.
  await server.register(fastifyStatic, { ...asBuilt, root: join(root, 'assets'), prefix: '/assets/' });
  await server.register(fastifyStatic, {
    ...asBuilt,
    root,
    wildcard: false,
    globIgnore: ['assets/**'],
    decorateReply: false,
  });
  const page = (_request: unknown, reply: import('fastify').FastifyReply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(readFileSync(join(root, 'index.html')));
  server.get('/', { schema: { hide: true } }, page);
  server.get('/*', { schema: { hide: true } }, (request, reply) =>
    /^\/(api|assets)\//.test(request.url) ? reply.callNotFound() : page(request, reply),
  );
};
