import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from './open-database.ts';

class Given {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** The place of a value that comes anew each time a compiled statement is sent. */
export const given = (name: string): RawBuilder<unknown> => sql`${new Given(name)}`;

/** A statement that goes out for each group of lines: making its text takes a process longer than sending it. */
export const compiled = <Row>(statement: RawBuilder<Row>) => {
  let query: CompiledQuery<Row> | undefined;
  return async (db: Db | Tx, values: Readonly<Record<string, unknown>>): Promise<Row[]> => {
    query ??= statement.compile(db);
    const parameters = query.parameters.map((one) => (one instanceof Given ? values[one.name] : one));
    return (await db.executeQuery<Row>({ ...query, parameters })).rows;
  };
};

/** An array as PostgreSQL reads it, of values that need no quotes: numbers, ids, plain words. */
export const plainArray = (values: readonly (number | string | null)[]): string =>
  `{${values.map((value) => value ?? 'null').join()}}`;
