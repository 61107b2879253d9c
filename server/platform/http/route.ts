import type { FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { z } from 'zod';
import type { Endpoint } from '../../../contract/endpoint.ts';

/** What a request brings besides its input; only edges that set cookies or read addresses need it. */
export interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** An endpoint of the contract paired with what answers it. `A` is who acts, `N` what the use case needs of the app. */
export interface Route<N, A> {
  kind: 'endpoint';
  endpoint: Endpoint;
  handle: (needs: N, actor: A, input: never, exchange: Exchange) => Promise<unknown>;
}

/** An edge that is not JSON: a public page, a pixel, an upload, a streamed export. */
export interface BareRoute<N, A> {
  kind: 'bare';
  method: HTTPMethods;
  path: string;
  access: 'public' | 'session';
  summary: string;
  handle: (needs: N, actor: A, exchange: Exchange) => Promise<unknown>;
}

export const route = <I extends z.ZodObject, O extends z.ZodType, N, A>(
  endpoint: Endpoint<I, O>,
  handle: (needs: N, actor: A, input: z.output<I>, exchange: Exchange) => Promise<z.input<O>>,
): Route<N, A> => ({ kind: 'endpoint', endpoint: endpoint as unknown as Endpoint, handle });

export const bare = <N, A>(declaration: Omit<BareRoute<N, A>, 'kind'>): BareRoute<N, A> => ({
  kind: 'bare',
  ...declaration,
});
