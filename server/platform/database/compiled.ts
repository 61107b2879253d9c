import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import { goesAlong } from './going-along.ts';
import type { Db, Tx } from './open-database.ts';

class Given {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** The place of a value that comes anew each time a compiled statement is sent. */
export const given = (name: string): RawBuilder<unknown> => sql`${new Given(name)}`;

type Compiled<Row> = (db: Db | Tx, values: Readonly<Record<string, unknown>>) => Promise<Row[]>;

/** A statement that goes out for each group of lines: making its text takes a process longer than sending it. */
export const compiled = <Row>(statement: RawBuilder<Row>): Compiled<Row> => compiledOnce(statement, () => undefined);

/** The same of one whose answer nobody reads: in a transaction it leaves with the next, which fails if it did. */
export const compiledAlong = (statement: RawBuilder<unknown>): Compiled<unknown> =>
  compiledOnce(statement, ({ sql }) => goesAlong(sql));

const compiledOnce = <Row>(statement: RawBuilder<Row>, made: (query: CompiledQuery<Row>) => void): Compiled<Row> => {
  let query: CompiledQuery<Row> | undefined;
  return async (db, values) => {
    if (query === undefined) {
      query = statement.compile(db);
      made(query);
    }
    const { parameters: places } = query;
    const parameters = places.map((one) => (one instanceof Given ? values[one.name] : one));
    return (await db.executeQuery<Row>({ ...query, parameters })).rows;
  };
};

/**
 * Of rows that mostly say the same as the one before them, what they say once, and for each row which of it, counted from 1 as PostgreSQL
 * does: reading an array of the same word ninety times takes it as long as reading what differs.
 */
export const kindsOf = <Row>(rows: readonly Row[], alike: (a: Row, b: Row) => boolean) => {
  const kinds: Row[] = [];
  const kind = rows.map((row, i) => (i > 0 && alike(rows[i - 1]!, row) ? kinds.length : kinds.push(row)));
  return { kinds, kind };
};

/** An array as PostgreSQL reads it, of values that need no quotes: numbers, ids, plain words. */
export const plainArray = (values: readonly (number | string | null)[]): string =>
  `{${values.map((value) => value ?? 'null').join()}}`;
