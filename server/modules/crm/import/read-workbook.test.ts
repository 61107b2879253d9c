import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { importRoom, NOTHING, sumsOf } from '../../../../tests/support/import-room.ts';
import { processorMs } from '../../../../tests/support/processor-time.ts';
import { workbookOf, zipOf } from '../../../../tests/support/workbook.ts';
import { Invalid } from '../../../platform/errors.ts';
import { tableStream } from '../../../platform/files/table-export.ts';

const { database, needs, upload, bringIn, report, contacts } = importRoom();

const text = (reference: string, value: string) => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
const head = `<row r="1">${text('A1', 'Navn')}${text('B1', 'E-post')}</row>`;

test('an Excel workbook is read with its dates, numbers and texts as they are shown', async () => {
  await sql`insert into custom_field (id, entity, key, label, type, options, currency) values (gen_random_uuid(), 'contact', 'boat', 'Båtlengde', 'number', '[]', null)`.execute(
    database.db,
  );
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Kunder',
        rows: [
          ['Fornavn', 'Etternavn', 'E-post', 'Fødselsdato', 'Båtlengde', 'Telefon', 'Poststed'],
          ['Åse', 'Ødegård', 'aase@workbook.no', new Date('1980-05-17T00:00:00Z'), 12.5, 22123456, 'two\nlines'],
          ['Kari', '=1+1 <&>', 'kari@workbook.no', null, null, null, null],
          [null, null, null, null, null, null, null],
          ['Bad', 'Address', 'nobody', null, null, null, null],
        ],
      },
    ],
  });
  const done = await bringIn(Buffer.from(bytes), { options: { country: 'NO' } });
  expect(done.reading).toMatchObject({ sheet: 'Kunder', header: true });
  expect(sumsOf(done)).toEqual({ ...NOTHING, rows: 3, created: 2, refused: 1 });
  expect(await report(done.id)).toContainEqual([5, 'refused', 'invalid_email', 'E-post', 'nobody', null]);
  expect(await contacts(sql`email like '%workbook.no'`)).toMatchObject([
    { firstName: 'Åse', birthday: '1980-05-17', custom: { boat: 12.5 }, phoneKey: '+4722123456', city: 'two\nlines' },
    { lastName: '=1+1 <&>' },
  ]);
});

test('shared texts, leading zeros, left-out rows and columns come in their places', async () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>';
  const shared =
    '<sst><si><t>Navn</t></si><si><r><t>E-</t></r><r><t>post</t></r></si><si><t>Postnr</t></si><si><t>Kari &amp; Co</t><rPh><t>kana</t></rPh></si></sst>';
  const sheet = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row>
    <row r="9"><c r="A9" t="s"><v>3</v></c>${text('B9', 'kari@places.no')}<c r="D9" s="1"><v>150</v></c></row>`;
  const done = await bringIn(workbookOf({ sheet, shared, styles }));
  expect((await report(done.id))[0]?.[0]).toBe(9);
  expect(await contacts(sql`email = 'kari@places.no'`)).toMatchObject([{ lastName: 'Co', postalCode: '0150' }]);
});

const cellsTo = (count: number) => Array.from({ length: count }, () => '<c><v>1</v></c>').join('');
/** What stands at the beginning of Microsoft's containers, and one name in their directory. */
const containerOf = (name: string, at: number) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(at - 8), Buffer.from(name, 'utf16le')]);
const BAD: [string, () => Buffer, string][] = [
  [
    'a text of a thousand times its size',
    () => workbookOf({ sheet: head, shared: `<sst>${`<si><t>${'x'.repeat(100_000)}</t></si>`.repeat(700)}</sst>` }),
    'workbook_too_large',
  ],
  [
    'a single endless text',
    () => workbookOf({ sheet: `<row r="1"><c r="A1"><v>${' '.repeat(30_000_000)}` }),
    'workbook_broken',
  ],
  ['a wall of columns', () => workbookOf({ sheet: `<row r="1">${cellsTo(501)}</row>` }), 'too_many_columns'],
  [
    'a cell at the end of the world',
    () => workbookOf({ sheet: `<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>` }),
    'too_many_columns',
  ],
  ['rows that go backwards', () => workbookOf({ sheet: '<row r="5"/><row r="1"/>' }), 'workbook_broken'],
  ['a row beyond the last', () => workbookOf({ sheet: `${head}<row r="99999999"/>` }), 'workbook_broken'],
  [
    'entities that multiply',
    () => workbookOf({ sheet: '', shared: '<!DOCTYPE x [<!ENTITY a "aaaa">]><sst/>' }),
    'workbook_broken',
  ],
  ['a half workbook', () => workbookOf({ sheet: head }).subarray(0, 400), 'workbook_broken'],
  ['an archive of something else', () => zipOf({ 'a.txt': 'hello' }), 'file_not_text'],
  ['a workbook under a password', () => containerOf('EncryptedPackage', 65_530), 'workbook_encrypted'],
  ['a workbook of Excel 97', () => containerOf('Workbook', 512), 'file_not_text'],
  ['a sheet without rows', () => workbookOf({ sheet: '' }), 'file_empty'],
];
test.each(BAD)('%s is refused with its reason, and leaves no file behind', async (_, bytes, code) => {
  const before = process.memoryUsage.rss();
  const refused = await upload(bytes()).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Invalid);
  expect(refused).toMatchObject({ problems: [{ code }] });
  expect(process.memoryUsage.rss() - before).toBeLessThan(256 * 2 ** 20);
  expect((await readdir(join(needs.config.dataFolder, 'imports'))).filter((name) => name.endsWith('.xlsx'))).toEqual(
    [],
  );
});

test('control characters, and what looks like their code, go out and come back as they were', async () => {
  const rows = async function* () {
    yield ['_x0041_', 'k@coded.no', 'a\tb', 'c\r\nd'];
  };
  const columns = ['Navn', 'E-post', 'Gate', 'Poststed'].map((header) => ({ header }));
  const bytes = await buffer(tableStream({ format: 'xlsx', fileName: 'x', columns, rows: rows() }));
  await bringIn(bytes);
  expect(await contacts(sql`email = 'k@coded.no'`)).toMatchObject([
    { lastName: '_x0041_', street: 'a\tb', city: 'c\r\nd' },
  ]);
});

test('names that lead out of the archive lead nowhere', async () => {
  const parts = { 'xl/workbook.xml': '<workbook><sheets><sheet name="P" r:id="r"/></sheets></workbook>' };
  for (const target of ['../../../slip.txt', '/../../slip.txt', '/etc/passwd']) {
    const rels = `<Relationships><Relationship Id="r" Target="${target}"/></Relationships>`;
    const bytes = zipOf({ ...parts, 'xl/_rels/workbook.xml.rels': rels, '../../../slip.txt': 'x', '/etc/slip': 'x' });
    const refused = await upload(bytes).catch((error: unknown) => error);
    expect(refused).toMatchObject({ problems: [{ field: 'file' }] });
  }
  const around = [needs.config.dataFolder, join(needs.config.dataFolder, '..')];
  for (const folder of around) expect((await readdir(folder)).filter((name) => /^slip/.test(name))).toEqual([]);
});

test('while a bomb is being read the house goes on answering', async () => {
  const sheet = `${head}${`<row>${text('', 'x'.repeat(200)).repeat(20)}</row>`.repeat(6_000)}`;
  const bomb = workbookOf({ sheet: sheet.replaceAll(' r=""', '') });
  let [turns, longest, last] = [0, 0, processorMs()];
  const turn = setInterval(() => {
    const now = processorMs();
    [turns, longest, last] = [turns + 1, Math.max(longest, now - last), now];
  }, 5);
  const before = process.memoryUsage.rss();
  await upload(bomb);
  clearInterval(turn);
  expect(turns).toBeGreaterThan(10);
  expect(longest).toBeLessThan(1_500);
  expect(process.memoryUsage.rss() - before).toBeLessThan(256 * 2 ** 20);
});

test('no bytes make the reader do anything but read or refuse', async () => {
  const good = workbookOf({ sheet: `${head}<row r="2">${text('A2', 'Kari')}${text('B2', 'k@fuzz.no')}</row>` });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
      async (hits) => {
        const bytes = Buffer.from(good);
        for (const [at, byte] of hits) if (at > 3) bytes[at] = byte;
        const answer = await upload(bytes).catch((error: unknown) => error);
        expect(typeof answer === 'string' || answer instanceof Invalid).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
