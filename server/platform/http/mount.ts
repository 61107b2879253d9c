import type { FastifyInstance, FastifyRequest, HTTPMethods } from 'fastify';
import type { z } from 'zod';
import { type Endpoint, pathParameters } from '../../../contract/endpoint.ts';
import { DomainError } from '../errors.ts';
import type { BareRoute, Route } from './route.ts';

export interface Mounting<N, A> {
  needs: N;
  /** Who sends this request, or null. */
  actorOf: (request: FastifyRequest) => Promise<A | null>;
}

const refuse = (status: number, code: 'sign_in_needed' | 'cross_site') =>
  new DomainError(status, [{ field: null, code, params: {} }]);

/**
 * A request that changes something must carry our own header: a form or an image on another site cannot set it, and a script
 * there is stopped by the browser's preflight, which we never answer.
 */
const assertSameSite = (request: FastifyRequest) => {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  if (request.headers['x-fanfare'] === undefined) throw refuse(403, 'cross_site');
};

const parts = new WeakMap<Endpoint, { inPath: z.ZodObject; rest: z.ZodObject }>();

/** What stands in the path and what beside it; remembered, since zod compiles each schema anew that it has not seen. */
const partsOf = (endpoint: Endpoint) => {
  const known = parts.get(endpoint);
  if (known !== undefined) return known;
  const names = Object.fromEntries(pathParameters(endpoint.path).map((name) => [name, true as const])) as never;
  const made = { inPath: endpoint.input.pick(names), rest: endpoint.input.omit(names) };
  parts.set(endpoint, made);
  return made;
};

const schemaOf = ({ endpoint }: { endpoint: Endpoint }) => {
  const { inPath, rest } = partsOf(endpoint);
  const inQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE';
  return {
    summary: endpoint.summary,
    tags: [endpoint.tag],
    operationId: endpoint.name,
    ...(Object.keys(inPath.shape).length > 0 && { params: inPath }),
    ...(Object.keys(rest.shape).length > 0 && (inQuery ? { querystring: rest } : { body: rest })),
    response: { 200: endpoint.output },
  };
};

const mountEndpoint = <N, A>(server: FastifyInstance, route: Route<N, A>, { needs, actorOf }: Mounting<N, A>) => {
  const { endpoint } = route;
  server.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: schemaOf(route),
    onRequest: async (request) => assertSameSite(request),
    // Sign-in is asked before the input is looked at, so that a stranger learns nothing from the validation.
    preValidation: async (request) => {
      const actor = await actorOf(request);
      if (actor === null && endpoint.access === 'session') throw refuse(401, 'sign_in_needed');
      request.actor = actor;
      if (request.body === undefined || request.body === null) request.body = {};
    },
    handler: async (request, reply) => {
      const input = { ...(request.query as object), ...(request.body as object), ...(request.params as object) };
      return route.handle(needs, request.actor as A, input as never, { request, reply });
    },
  });
};

const mountBare = <N, A>(server: FastifyInstance, route: BareRoute<N, A>, { needs, actorOf }: Mounting<N, A>) => {
  server.route({
    method: route.method as HTTPMethods,
    url: route.path,
    schema: { summary: route.summary, hide: true },
    handler: async (request, reply) => {
      const actor = route.access === 'session' ? await actorOf(request) : null;
      if (route.access === 'session') {
        if (actor === null) throw refuse(401, 'sign_in_needed');
        assertSameSite(request);
      }
      return route.handle(needs, actor as A, { request, reply });
    },
  });
};

export const mountRoute = <N, A>(
  server: FastifyInstance,
  route: Route<N, A> | BareRoute<N, A>,
  mounting: Mounting<N, A>,
) => (route.kind === 'endpoint' ? mountEndpoint(server, route, mounting) : mountBare(server, route, mounting));

declare module 'fastify' {
  interface FastifyRequest {
    actor: unknown;
  }
}
