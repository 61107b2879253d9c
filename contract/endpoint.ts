import type { z } from 'zod';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may call: `public` needs nobody signed in; everything else a session. The use case still asks what the actor may do. */
type Access = 'public' | 'session';

export interface Endpoint<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly method: Method;
  /** Path parameters are written `:id` and are fields of `input`. */
  readonly path: `/api/${string}`;
  readonly input: I;
  readonly output: O;
  readonly summary: string;
  readonly tag: string;
  readonly access: Access;
}

export type InputOf<E> = E extends Endpoint<infer I, z.ZodType> ? z.output<I> : never;
export type SentTo<E> = E extends Endpoint<infer I, z.ZodType> ? z.input<I> : never;
export type OutputOf<E> = E extends Endpoint<z.ZodObject, infer O> ? z.output<O> : never;

/**
 * Declares one operation of the REST API. `input` holds path parameters, query and body together: fields named in the path travel
 * there, the rest in the query string (GET, DELETE) or in the JSON body.
 */
export const endpoint = <I extends z.ZodObject, O extends z.ZodType>(
  declaration: Omit<Endpoint<I, O>, 'access'> & { access?: Access },
): Endpoint<I, O> => ({ access: 'session', ...declaration });

/** Names of the path parameters: `/api/runs/:id/lines/:no` → `['id', 'no']`. */
export const pathParameters = (path: string): string[] =>
  [...path.matchAll(/:([a-zA-Z]+)/g)].map((match) => match[1] ?? '');
