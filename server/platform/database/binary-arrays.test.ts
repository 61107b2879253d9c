import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { int4Array, textArray, uuidArray } from './binary-arrays.ts';

const database = testDatabase();
const FIRST = '0190a0b1-c2d3-7e4f-8a5b-6c7d8e9fa0b1';
const LAST = 'ffffffff-ffff-4fff-bfff-ffffffffffff';

/** The array as PostgreSQL understood it. */
const read = async (array: Buffer, type: string): Promise<unknown> => {
  const { rows } = await sql<{ read: unknown }>`
    select to_json(${array}::${sql.raw(type)}[]) as read`.execute(database.db);
  return rows[0]!.read;
};

test.each<[string, string, Buffer, unknown]>([
  ['numbers', 'int4', int4Array([1, 0, -7, 2_147_483_647, -2_147_483_648]), [1, 0, -7, 2_147_483_647, -2_147_483_648]],
  ['no numbers', 'int4', int4Array([]), []],
  ['ids, and none', 'uuid', uuidArray([FIRST, null, LAST, FIRST.toUpperCase()]), [FIRST, null, LAST, FIRST]],
  ['no ids at all', 'uuid', uuidArray([null, null]), [null, null]],
  ['no rows', 'uuid', uuidArray([]), []],
  [
    'texts',
    'text',
    textArray(['', 'null', '{"a,b"}', null, 'Zażółć 🎺\n']),
    ['', 'null', '{"a,b"}', null, 'Zażółć 🎺\n'],
  ],
  ['no texts', 'text', textArray([]), []],
])('%s arrive as they were sent', async (_, type, array, values) => {
  expect(await read(array, type)).toEqual(values);
});

test('what is no id is refused, not sent as another', () => {
  const hyphenless = FIRST.replaceAll('-', '0');
  const odd = ['g', '@', '`', '/', ':', ' ', 'é', '中'].map((sign) => FIRST.replace('b', sign));
  for (const id of ['', FIRST.slice(1), `${FIRST}0`, hyphenless, ...odd])
    expect(() => uuidArray([id]), id).toThrow('is no uuid');
});
