import { type RawBuilder, sql } from 'kysely';

/** For json and jsonb columns: pg would write a JavaScript array as a PostgreSQL array, and a bare string as no JSON at all. */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`;
}
