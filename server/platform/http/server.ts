import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { DomainError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { acceptForms } from './form-body.ts';
import { type Mounting, mountRoute } from './mount.ts';
import { InvalidInput, sendProblem } from './problem.ts';
import { keepRawBody } from './raw-body.ts';
import type { BareRoute, Route } from './route.ts';
import { dropUnasked } from './unasked.ts';

const MAX_UPLOAD_BYTES = 200 * 1024 * 1024;

/** A strict policy: nothing from elsewhere, no inline script; styles may be inline for the component library. */
const SECURITY_HEADERS = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'https:'],
      fontSrc: ["'self'"],
      scriptSrc: ["'self'"],
      frameSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' as const },
  strictTransportSecurity: false as const,
};

/** The HTTP server with every route mounted: validation, sign-in, problem+json and OpenAPI come from the pairing of endpoint and use case. */
export const createHttpServer = async <N, A>(
  mounting: Mounting<N, A> & { logger: Logger; routes: readonly (Route<N, A> | BareRoute<N, A>)[]; version: string },
): Promise<FastifyInstance> => {
  const server = fastify({
    loggerInstance: mounting.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 12 * 1024 * 1024,
    trustProxy: false,
    routerOptions: { maxParamLength: 600 },
  }) as unknown as FastifyInstance;

  server.setValidatorCompiler(({ schema }) => (data) => {
    const parsed = (schema as z.ZodType).safeParse(data);
    return parsed.success ? { value: parsed.data } : { error: new InvalidInput(parsed.error) };
  });
  server.setSerializerCompiler(
    ({ schema }) =>
      (data) =>
        JSON.stringify((schema as z.ZodType).parse(data)),
  );
  server.setErrorHandler(sendProblem);
  server.setNotFoundHandler((request, reply) =>
    sendProblem(
      new DomainError(404, [{ field: null, code: 'not_found', params: { what: request.url.split('?')[0] ?? '' } }]),
      request,
      reply,
    ),
  );

  dropUnasked(server);
  await server.register(helmet, SECURITY_HEADERS);
  await server.register(cookie);
  await server.register(multipart, { limits: { fileSize: MAX_UPLOAD_BYTES, files: 1 } });
  acceptForms(server);
  keepRawBody(server, '/sms/');
  await server.register(rateLimit, { global: false });
  await server.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Fanfare', version: mounting.version } },
    transform: jsonSchemaTransform,
  });
  await server.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
  await server.register(async (scope) => {
    for (const route of mounting.routes) mountRoute(scope, route, mounting);
  });
  return server;
};
