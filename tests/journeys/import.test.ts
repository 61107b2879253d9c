import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { importReportPath, listImportRows } from '../../contract/import.ts';
import { sizeOf } from '../support/full-size.ts';
import { type Caller, furnish, signedIn, testHouse } from '../support/house.ts';
import { type Imported, importDesk } from '../support/import-desk.ts';
import { type NastyEncoding, nastyCsv } from '../support/nasty-csv.ts';

const ROWS = sizeOf({ full: 100_000, short: 15_000 });
/** Several times what it takes, for a machine that has much else to do. */
const TIMEOUT = 400_000;
const house = testHouse();
const { bringIn } = importDesk(house);
let marketer: Caller;
let first: Imported;

const big = nastyCsv({ rows: ROWS, seed: 42, encoding: 'utf-8-bom', separator: ';', prefix: 'big' });

const sums = ({ rows, done, created, updated, unchanged, skipped, refused }: Imported) => ({
  rows,
  done,
  created,
  updated,
  unchanged,
  skipped,
  refused,
});

/** What there is of these people, as one text that changes when any of them does. */
const peopleNamed = async (prefix: string) => {
  const { rows } = await sql<{ people: number; addresses: number; content: string }>`
    select count(*)::int as people, count(distinct email_key)::int as addresses, md5(string_agg(contact::text, '|' order by id)) as content
    from contact where email_key like ${`${prefix}%`}`.execute(house.app.db);
  return rows[0]!;
};

beforeAll(async () => {
  await furnish(house);
  marketer = await signedIn(house, 'cyprian@nordlys.test');
});

test(`O37: of ${ROWS} rows as people send them each is created, skipped or refused, and the sums hold`, {
  timeout: TIMEOUT,
}, async () => {
  const { checked, done } = await bringIn(marketer, big.bytes);
  first = done;
  expect(done).toMatchObject({ certain: true, reading: { encoding: 'utf-8', separator: ';', header: true } });
  expect(sums(done)).toEqual({ rows: ROWS, done: ROWS, ...big.expected, updated: 0, unchanged: 0 });
  expect(sums(checked)).toEqual(sums(done));
  expect(await peopleNamed('big')).toMatchObject({ people: big.expected.created, addresses: big.expected.created });
  const { rows } = await sql<{ reason: string; rows: number }>`
    select reason, count(*)::int as rows from import_row where import_id = ${done.id} and reason is not null group by 1`.execute(
    house.app.db,
  );
  expect(Object.fromEntries(rows.map(({ reason, rows: count }) => [reason, count]))).toEqual(big.reasons);
});

test('O37: the report tells every row once, and of each refused one the line, column, value and reason', async () => {
  const lines = async (verdict?: 'refused') => {
    const { status, body } = await marketer.send<string>('GET', importReportPath(first.id, 'csv', 'en', verdict));
    expect(status).toBe(200);
    return String(body).trim().split('\r\n');
  };
  expect(await lines()).toHaveLength(1 + ROWS);
  const refused = await lines('refused');
  expect(refused).toHaveLength(1 + big.expected.refused);
  expect(refused[0]).toBe('Line,Result,Column,Value,Reason');
  expect(refused.slice(1).filter((line) => !/^\d+,refused,(E-post|Poststed),.+,.+/.test(line))).toEqual([]);
  const { body: page } = await marketer.call(listImportRows, { id: first.id, verdict: 'skipped' });
  expect(page.rows.length).toBeGreaterThan(0);
  for (const row of page.rows)
    expect(row).toMatchObject({ reason: 'duplicate_in_file', firstLine: expect.any(Number) });
});

test('O37: the same file again changes nobody', { timeout: TIMEOUT }, async () => {
  const file = nastyCsv({ rows: 3000, seed: 6, separator: '\t', prefix: 'again' });
  await bringIn(marketer, file.bytes);
  const before = await peopleNamed('again');
  expect(before.people).toBe(file.expected.created);
  const { done } = await bringIn(marketer, file.bytes);
  const { created: unchanged, skipped, refused } = file.expected;
  expect(sums(done)).toEqual({ rows: 3000, done: 3000, created: 0, updated: 0, unchanged, skipped, refused });
  expect(await peopleNamed('again')).toEqual(before);
});

const FILES: [NastyEncoding, ',' | ';' | '\t'][] = [
  ['windows-1252', ';'],
  ['utf-16le', '\t'],
  ['utf-16be', ','],
];
test.each(FILES)('O37: %s separated by %j is read as it was written', async (encoding, separator) => {
  const prefix = `small-${encoding}-`;
  const file = nastyCsv({ rows: 1000, seed: 4, encoding, separator, prefix });
  const { done } = await bringIn(marketer, file.bytes);
  expect(done.reading).toEqual({ encoding, separator, header: true, sheet: null });
  expect(sums(done)).toEqual({ rows: 1000, done: 1000, ...file.expected, updated: 0, unchanged: 0 });
  const { rows } = await sql<{ names: string[] }>`
    select array_agg(distinct first_name order by first_name) as names from contact where email_key like ${`${prefix}%`}`.execute(
    house.app.db,
  );
  expect(rows[0]!.names).toEqual(expect.arrayContaining(['Åse', 'Bjørn', 'Élodie', 'Héloïse', 'Jürgen', 'Søren']));
});

test('O37: a viewer may not, and what is no list is refused and leaves nothing', async () => {
  const viewer = await signedIn(house, 'eva@nordlys.test');
  expect((await viewer.upload('/api/imports?entity=contact', 'a.csv', big.bytes.subarray(0, 500))).status).toBe(403);
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 1, 2, 3, 0xff]);
  const { status, body } = await marketer.upload('/api/imports?entity=contact', 'a.csv', picture);
  expect([status, body.errors[0].field]).toEqual([422, 'file']);
});
