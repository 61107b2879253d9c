import type { FastifyInstance } from 'fastify';

/** Keeps the body as it came for addresses that others sign what they send to; the parsed one cannot be checked. */
export const keepRawBody = (server: FastifyInstance, prefix: string): void => {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (request.url.startsWith(prefix)) request.rawBody = String(body);
    return parse(request, String(body), done);
  });
};

declare module 'fastify' {
  interface FastifyRequest {
    rawBody?: string;
  }
}
