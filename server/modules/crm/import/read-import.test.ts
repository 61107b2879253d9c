import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { importRoom, NOTHING, sumsOf } from '../../../../tests/support/import-room.ts';
import { type NastyEncoding, nastyCsv } from '../../../../tests/support/nasty-csv.ts';
import { SYSTEM } from '../../access/index.ts';
import { getImport, getImportSample, updateImport } from './imports.ts';

const { database, needs, upload, bringIn, report, contacts } = importRoom();

const ENCODINGS: NastyEncoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'];
const SEPARATORS = [',', ';', '\t'] as const;
test.each(ENCODINGS.flatMap((encoding) => SEPARATORS.map((separator) => [encoding, separator] as const)))(
  'reads %s separated by %j without being told',
  async (encoding, separator) => {
    const prefix = `e${encoding}${separator.charCodeAt(0)}-`;
    const file = nastyCsv({ rows: 400, seed: 7, encoding, separator, prefix, sepLine: encoding === 'windows-1252' });
    const done = await bringIn(file.bytes);
    expect(done.reading).toEqual({
      encoding: encoding === 'utf-8-bom' ? 'utf-8' : encoding,
      separator,
      header: true,
      sheet: null,
    });
    expect(done.certain).toBe(encoding !== 'windows-1252');
    expect(sumsOf(done)).toEqual({ rows: 400, ...file.expected, updated: 0, unchanged: 0 });
    const cities = await sql<{
      city: string;
    }>`select distinct city from contact where email like ${`${prefix}%`} order by 1`.execute(database.db);
    expect(cities.rows.map(({ city }) => city).sort()).toEqual(
      ['Besançon', 'Bodø', 'Málaga', 'Oslo', 'Paris', 'Tromsø', 'Århus'].sort(),
    );
  },
);

test('says of every row what became of it, with line, column, reason and value', async () => {
  const file = [
    'First name,Last name,E-mail,Country,Birthday,Note',
    'Kari,Nordmann,kari@report.no,NO,1980-05-17,x',
    'Kari,Again,KARI@Report.no,NO,,x',
    'Bad,Address,nobody,NO,,x',
    '"Two',
    'lines",Name,two@report.no,Norge,17.05.1980,x',
    ',,,,,',
    'Nul,By\u0000te,nul@report.no,,,x',
    'No,Country,nc@report.no,Narnia,,x',
    'No,Day,nd@report.no,,1980-02-30,x',
    'Too,Many,tm@report.no,,,x,y',
    ',,,PL,,x',
    '"Open,quote,oq@report.no,,,x',
  ].join('\r\n');
  const done = await bringIn(file);
  expect(await report(done.id)).toEqual([
    [2, 'created', null, null, null, null],
    [3, 'skipped', 'duplicate_in_file', null, null, 2],
    [4, 'refused', 'invalid_email', 'E-mail', 'nobody', null],
    [5, 'created', null, null, null, null],
    [7, 'skipped', 'row_empty', null, null, null],
    [8, 'refused', 'nul_byte', 'Last name', 'By␀te', null],
    [9, 'refused', 'unknown_country', 'Country', 'Narnia', null],
    [10, 'refused', 'not_a_date', 'Birthday', '1980-02-30', null],
    [11, 'refused', 'too_many_cells', null, 'y', null],
    [12, 'refused', 'name_or_address_needed', null, null, null],
    [13, 'refused', 'unclosed_quote', 'First name', '"Open,quote,oq@report.no,,,x', null],
  ]);
  expect(sumsOf(done)).toEqual({ ...NOTHING, rows: 11, created: 2, skipped: 2, refused: 7 });
  expect(await contacts(sql`email like '%report.no'`)).toMatchObject(
    [
      { email: 'kari@report.no', birthday: '1980-05-17', country: 'NO' },
      { email: 'two@report.no', first_name: 'Two\r\nlines', birthday: '1980-05-17', country: 'NO' },
    ].map(({ first_name, ...row }) => (first_name ? { ...row, firstName: first_name } : row)),
  );
});

test('bytes that are no text in the encoding refuse their row and no other', async () => {
  const file = Buffer.concat([
    Buffer.from('Navn,E-post\nÆrlig Å,a@bytes.no\nØdelagt '),
    Buffer.from([0xff, 0xc3]),
    Buffer.from(',b@bytes.no\nÅse Ås,c@bytes.no\nØrn Ø,d@bytes.no\n'),
  ]);
  const done = await bringIn(file);
  expect(done).toMatchObject({ certain: false, reading: { encoding: 'utf-8' } });
  expect(await report(done.id)).toContainEqual([3, 'refused', 'invalid_bytes', 'Navn', 'Ødelagt \ufffd\ufffd', null]);
  expect(await contacts(sql`email like '%bytes.no'`)).toMatchObject([
    { lastName: 'Å' },
    { firstName: 'Åse', lastName: 'Ås' },
    { lastName: 'Ø' },
  ]);
});

test('another encoding may be chosen, and the sample tells which fits', async () => {
  const id = await upload(Buffer.from('Navn;E-post\n\xc5se \xd8deg\xe5rd;a@chosen.no\n', 'latin1'), {
    reading: { encoding: 'utf-8', separator: ';', header: true, sheet: null },
  });
  expect(await getImportSample(needs, SYSTEM, { id })).toMatchObject({ damaged: 3 });
  const after = await updateImport(needs, SYSTEM, {
    id,
    reading: { encoding: 'windows-1252', separator: ';', header: true, sheet: null },
  });
  expect(await getImportSample(needs, SYSTEM, { id })).toEqual({
    damaged: 0,
    columns: [
      { name: 'Navn', values: ['Åse Ødegård'] },
      { name: 'E-post', values: ['a@chosen.no'] },
    ],
  });
  expect(after.mapping).toEqual(['contact.full_name', 'contact.email']);
});

test('Polish text in Windows-1250 is recognised', async () => {
  const id = await upload(
    Buffer.from([
      ...Buffer.from('Imie;Nazwisko;E-mail\n'),
      0xa3,
      0x75,
      0x6b,
      0x61,
      0x73,
      0x7a,
      0x3b,
      0x5a,
      0x61,
      0xb3,
      0x75,
      0x73,
      0x6b,
      0x69,
      ...Buffer.from(';l@zaluski.pl\n'),
    ]),
  );
  expect(await getImport(needs, SYSTEM, { id })).toMatchObject({
    certain: false,
    reading: { encoding: 'windows-1250' },
  });
  expect((await getImportSample(needs, SYSTEM, { id })).columns[1]?.values).toEqual(['Załuski']);
});
