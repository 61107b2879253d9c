import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type ErrorCode, errorText, isErrorCode, LANGUAGES, type Language } from '../../../contract/messages/index.ts';
import { isUnreachable } from '../database/passing-trouble.ts';
import { DomainError, type FieldProblem, type Params } from '../errors.ts';

/** Raised by the input schema of an endpoint. */
export class InvalidInput extends Error {
  readonly error: z.ZodError;

  constructor(error: z.ZodError) {
    super('invalid input');
    this.error = error;
  }
}

/** The language a problem is told in: the first of Accept-Language that we speak. */
export const languageOf = (request: FastifyRequest): Language => {
  const asked = (request.headers['accept-language'] ?? '').toLowerCase().replace(/\bno\b|\bnn\b/g, 'nb');
  return (
    LANGUAGES.find((language) => asked.startsWith(language)) ??
    LANGUAGES.find((language) => asked.includes(language)) ??
    'en'
  );
};

const fromIssue = (issue: z.core.$ZodIssue): FieldProblem => {
  const field = issue.path.map(String).join('.') || null;
  const of = (code: ErrorCode, params: Params = {}): FieldProblem => ({ field, code, params });
  if (isErrorCode(issue.message)) return of(issue.message, (issue as { params?: Params }).params ?? {});
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? of('required')
        : of('invalid', { reason: issue.expected });
    case 'too_small':
      if (issue.origin !== 'string') return of('too_small', { min: Number(issue.minimum) });
      return Number(issue.minimum) === 1 ? of('required') : of('too_short', { min: Number(issue.minimum) });
    case 'too_big':
      return of(issue.origin === 'string' ? 'too_long' : 'too_big', { max: Number(issue.maximum) });
    case 'invalid_value':
      return of('invalid_choice', { choices: issue.values.map(String).join(', ') });
    case 'invalid_format':
      return issue.format === 'email' ? of('invalid_email') : of('invalid', { reason: issue.format });
    case 'unrecognized_keys':
      return of('unknown_field', { name: issue.keys.join(', ') });
    default:
      return of('invalid', { reason: issue.message });
  }
};

interface Translated {
  status: number;
  problems: readonly FieldProblem[];
}

const translate = (error: unknown, requestId: string): Translated => {
  if (error instanceof DomainError) return { status: error.status, problems: error.problems };
  if (error instanceof InvalidInput) return { status: 422, problems: error.error.issues.map(fromIssue) };
  const { code, statusCode } = error as Partial<FastifyError>;
  const one = (status: number, problem: ErrorCode, params: Params = {}): Translated => ({
    status,
    problems: [{ field: null, code: problem, params }],
  });
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE')
    return one(413, 'too_large', { limit: 'see the documentation' });
  if (statusCode === 429) return one(429, 'too_many_requests', { seconds: 60 });
  if (error instanceof SyntaxError || code === 'FST_ERR_CTP_INVALID_JSON_BODY') return one(400, 'invalid_json');
  // PostgreSQL stores neither a NUL nor broken UTF-8.
  if (code === '22021' || code === '22P05') return one(422, 'invalid', { reason: 'U+0000' });
  if (isUnreachable(error)) return one(503, 'database_unreachable');
  if (code === '53100') return one(507, 'database_full');
  if (code === 'ENOSPC' || code === 'EDQUOT') return one(507, 'folder_full');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return one(statusCode, 'invalid', { reason: String(code ?? statusCode) });
  return one(500, 'unexpected', { request: requestId });
};

/** Answers any error as RFC 9457 problem+json, each problem with its code, parameters and text in the caller's language. */
export const sendProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
  const { status, problems } = translate(error, request.id);
  // Whoever hung up does not wait for an answer: what was stopped for that is no fault.
  if (status >= 500 && !reply.raw.destroyed) request.log.error({ err: error }, 'request failed');
  const language = languageOf(request);
  const errors = problems.map((problem) => ({
    ...problem,
    message: errorText(problem.code, problem.params, language),
  }));
  return reply
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title: errors[0]?.message, status, code: errors[0]?.code, errors }));
};
