import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CrmEntity } from '../../../../contract/crm-fields.ts';
import type { ImportId } from '../../../../contract/ids.ts';
import * as api from '../../../../contract/import.ts';
import { fixedClock } from '../../../../tests/support/clock.ts';
import { testDatabase } from '../../../../tests/support/database.ts';
import { type NastyEncoding, nastyCsv } from '../../../../tests/support/nasty-csv.ts';
import { uuidIds } from '../../../platform/ids.ts';
import { SYSTEM } from '../../access/index.ts';
import type { ImportedConsent } from '../import-hooks.ts';
import {
  checkImport,
  getImport,
  getImportSample,
  listImportRows,
  runImport,
  updateImport,
  uploadImport,
} from './imports.ts';
import { type WorkNeeds, workImport } from './work-import.ts';

const database = testDatabase();
const clock = fixedClock('2026-03-03T09:00:00Z');
const consents: ImportedConsent[] = [];
let needs: WorkNeeds;
beforeAll(async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'fanfare-import-'));
  const importHooks = { recordConsent: async (_tx: unknown, consent: ImportedConsent) => void consents.push(consent) };
  needs = { db: database.db, ids: uuidIds, clock, config: { dataFolder }, importHooks };
});
afterAll(() => rm(needs.config.dataFolder, { recursive: true, force: true }));

interface Plan {
  entity?: CrmEntity;
  reading?: api.Reading;
  mapping?: api.Mapping;
  options?: object;
}
const upload = async (content: string | Buffer, { entity = 'contact', reading, mapping, options }: Plan = {}) => {
  const stream = Readable.from([Buffer.from(content)]);
  const { id } = await uploadImport(needs, SYSTEM, { entity, fileName: 'people.csv', stream });
  const changes = {
    ...(reading && { reading }),
    ...(mapping && { mapping }),
    ...(options && { options: api.ImportOptions.parse(options) }),
  };
  if (Object.keys(changes).length > 0) await updateImport(needs, SYSTEM, { id, ...changes });
  return id as ImportId;
};
const work = async (id: ImportId) => {
  await workImport(needs, id);
  return getImport(needs, SYSTEM, { id });
};
const check = async (id: ImportId) => {
  await checkImport(needs, SYSTEM, { id });
  return work(id);
};
const bringIn = async (content: string | Buffer, plan: Plan = {}) => {
  const id = await upload(content, plan);
  await check(id);
  await runImport(needs, SYSTEM, { id });
  return work(id);
};
const sums = ({
  rows,
  created,
  updated,
  unchanged,
  skipped,
  refused,
}: api.Import | Awaited<ReturnType<typeof work>>) => ({ rows, created, updated, unchanged, skipped, refused });
const report = async (id: string) => {
  const page = await listImportRows(needs, SYSTEM, { id: id as ImportId, limit: 500 });
  return page.rows.map(({ line, verdict, reason, column, value, firstLine }) => [
    line,
    verdict,
    reason,
    column,
    value,
    firstLine,
  ]);
};
const contacts = async (where = sql`true`) => {
  const { rows } = await sql<
    Record<string, unknown>
  >`select c.*, (select f.name from company f where f.id = c.company_id) as company from contact c
    where ${where} order by c.email`.execute(database.db);
  return rows;
};
const nothing = { created: 0, updated: 0, unchanged: 0, skipped: 0, refused: 0 };

const ENCODINGS: NastyEncoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'];
const SEPARATORS = [',', ';', '\t'] as const;
test.each(ENCODINGS.flatMap((encoding) => SEPARATORS.map((separator) => [encoding, separator] as const)))(
  'reads %s separated by %j without being told',
  async (encoding, separator) => {
    const prefix = `e${encoding}${separator.charCodeAt(0)}-`;
    const file = nastyCsv({ rows: 400, seed: 7, encoding, separator, prefix, sepLine: encoding === 'windows-1252' });
    const done = await bringIn(file.bytes);
    expect(done.reading).toEqual({ encoding: encoding === 'utf-8-bom' ? 'utf-8' : encoding, separator, header: true });
    expect(done.certain).toBe(encoding !== 'windows-1252');
    expect(sums(done)).toEqual({ rows: 400, ...file.expected, updated: 0, unchanged: 0 });
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
  expect(sums(done)).toEqual({ ...nothing, rows: 11, created: 2, skipped: 2, refused: 7 });
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
    reading: { encoding: 'utf-8', separator: ';', header: true },
  });
  expect(await getImportSample(needs, SYSTEM, { id })).toMatchObject({ damaged: 3 });
  const after = await updateImport(needs, SYSTEM, {
    id,
    reading: { encoding: 'windows-1252', separator: ';', header: true },
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

test('a check changes nobody and says the same as the run', async () => {
  const file = nastyCsv({ rows: 500, seed: 3, prefix: 'check-' });
  const id = await upload(file.bytes);
  const before = (await contacts()).length;
  const checked = await check(id);
  expect(checked.state).toBe('checked');
  const foretold = [sums(checked), await report(id)];
  expect((await contacts()).length).toBe(before);
  await runImport(needs, SYSTEM, { id });
  const done = await work(id);
  expect([sums(done), await report(id)]).toEqual(foretold);
  expect((await contacts()).length).toBe(before + done.created);
});

test.each(['fill_empty', 'overwrite', 'skip'])('the same file twice changes nothing (%s)', async (onMatch) => {
  const rows = [
    'Fornavn;Etternavn;E-post;Telefon;Firma;Etiketter',
    `Kari;Twice;k-${onMatch}@twice.no;22 12 34 56;Fjord ${onMatch};vip, kunde`,
    `Ola;Twice ${onMatch};;98 76 54 32;;`,
    `Per;Twice ${onMatch};;;Fjord ${onMatch};`,
  ];
  const plan = { options: { onMatch, tags: ['messe'], country: 'NO' } };
  expect(sums(await bringIn(rows.join('\n'), plan))).toEqual({ ...nothing, rows: 3, created: 3 });
  const before = await contacts(sql`c.last_name like 'Twice%'`);
  clock.advance(60_000);
  expect(sums(await bringIn(rows.join('\n'), plan))).toEqual({
    ...nothing,
    rows: 3,
    ...(onMatch === 'skip' ? { skipped: 3 } : { unchanged: 3 }),
  });
  expect(await contacts(sql`c.last_name like 'Twice%'`)).toEqual(before);
});

test('what is there already is skipped, filled or overwritten; empty cells never empty a field', async () => {
  const header = 'First name,Last name,E-mail,City,Title,Company\n';
  await bringIn(`${header}Kari,Match,kari@match.no,Oslo,,Old AS\n`);
  const again = `${header}Karin,,KARI@match.no,Bergen,CEO,New AS\n`;
  const now = async () =>
    (await contacts(sql`email_key = 'kari@match.no'`)).map(({ firstName, lastName, email, city, title, company }) => [
      firstName,
      lastName,
      email,
      city,
      title,
      company,
    ]);
  expect(sums(await bringIn(again, { options: { onMatch: 'skip' } }))).toEqual({ ...nothing, rows: 1, skipped: 1 });
  expect(await now()).toEqual([['Kari', 'Match', 'kari@match.no', 'Oslo', null, 'Old AS']]);
  expect(sums(await bringIn(again, { options: { onMatch: 'fill_empty' } }))).toEqual({
    ...nothing,
    rows: 1,
    updated: 1,
  });
  expect(await now()).toEqual([['Kari', 'Match', 'kari@match.no', 'Oslo', 'CEO', 'Old AS']]);
  expect(sums(await bringIn(again, { options: { onMatch: 'overwrite' } }))).toEqual({
    ...nothing,
    rows: 1,
    updated: 1,
  });
  expect(await now()).toEqual([['Karin', 'Match', 'kari@match.no', 'Bergen', 'CEO', 'New AS']]);
});

test('companies named by contacts are found by number or name, or made once', async () => {
  await bringIn('Name,Organisation number\nFjord Link AS,911 222 333\nBerg Link,\n', { entity: 'company' });
  const file =
    'Name,E-mail,Company,Organisation number\nA A,a@link.no,Something else,911222333\nB B,b@link.no,BERG LINK,\nC C,c@link.no,Ny Link AS,\nD D,d@link.no,ny link as,\n';
  await bringIn(file, {
    mapping: ['contact.full_name', 'contact.email', 'company.name', 'company.organisation_number'],
  });
  expect((await contacts(sql`c.email like '%link.no'`)).map(({ company }) => company)).toEqual([
    'Fjord Link AS',
    'Berg Link',
    'Ny Link AS',
    'Ny Link AS',
  ]);
});

test('companies match by organisation number, else by name', async () => {
  const file = 'Firmanavn;Orgnr;E-post;Nettside\nHav AS;912345678;post@hav.no;hav.no\nSkog;;post@skog.no;\n';
  expect(sums(await bringIn(file, { entity: 'company' }))).toEqual({ ...nothing, rows: 2, created: 2 });
  const again = 'Firmanavn;Orgnr;E-post;Nettside\nHav Gruppen AS;912 345 678;;hav.com\nSKOG;;;skog.no\n';
  expect(sums(await bringIn(again, { entity: 'company', options: { onMatch: 'overwrite' } }))).toEqual({
    ...nothing,
    rows: 2,
    updated: 2,
  });
  const { rows } =
    await sql`select name, email, website from company where website in ('hav.com', 'skog.no') order by website`.execute(
      database.db,
    );
  expect(rows).toEqual([
    { name: 'Hav Gruppen AS', email: 'post@hav.no', website: 'hav.com' },
    { name: 'SKOG', email: 'post@skog.no', website: 'skog.no' },
  ]);
});

test('custom fields are read by their type', async () => {
  await sql`insert into custom_field (id, entity, key, label, type, options, currency) values
    (gen_random_uuid(), 'contact', 'price', 'Pris', 'money', '[]', 'NOK'), (gen_random_uuid(), 'contact', 'colour', 'Farge', 'one_of', '[{"value":"r","label":"Rød"}]', null)`.execute(
    database.db,
  );
  const done = await bringIn(
    'Navn;E-post;Pris;Farge\nA B;a@custom.no;1 299,50;rød\nC D;c@custom.no;gratis;Rød\nE F;e@custom.no;;Blå\n',
  );
  expect((await contacts(sql`email like '%custom.no'`)).map(({ custom }) => custom)).toEqual([
    { price: 129950, colour: 'r' },
  ]);
  expect((await report(done.id)).slice(1).map((row) => row.slice(2, 5))).toEqual([
    ['not_a_number', 'Pris', 'gratis'],
    ['unknown_choice', 'Farge', 'Blå'],
  ]);
});

test('consent comes with everyone who is in the file and has an address', async () => {
  consents.length = 0;
  const consent = { topicId: needs.ids.next(), channel: 'email', wording: 'Yes please', source: 'Fair 2026' };
  await bringIn('Navn;E-post;Telefon\nA B;A@Consent.no;\nA C;a@consent.no;\nC D;;22 12 34 56\nE F;nobody;\n', {
    options: { consent },
  });
  expect(consents.map(({ parties, wording }) => [wording, parties.map(({ addressKey }) => addressKey)])).toEqual([
    ['Yes please', ['a@consent.no']],
  ]);
});

test('a worker that dies in the middle: the next goes on exactly there', async () => {
  const file = nastyCsv({ rows: 12_000, seed: 5, prefix: 'kill-', separator: ';' });
  const consent = { topicId: needs.ids.next(), channel: 'email', wording: 'w', source: 's' };
  const id = await upload(file.bytes, { options: { consent } });
  await check(id);
  await runImport(needs, SYSTEM, { id });
  let batches = 0;
  const dying = {
    recordConsent: async () => {
      batches += 1;
      if (batches === 2) throw new Error('killed');
    },
  };
  await expect(workImport({ ...needs, importHooks: dying }, id)).rejects.toThrow('killed');
  expect(await getImport(needs, SYSTEM, { id })).toMatchObject({ state: 'running', done: 5000 });
  expect(await workImport(needs, id, () => false)).toBe('paused');
  expect(await getImport(needs, SYSTEM, { id })).toMatchObject({ state: 'running', done: 10_000 });
  const done = await work(id);
  expect(sums(done)).toEqual({ rows: 12_000, ...file.expected, updated: 0, unchanged: 0 });
  const { rows } = await sql<{
    n: number;
    keys: number;
  }>`select count(*)::int as n, count(distinct email_key)::int as keys from contact where email_key like 'kill-%'`.execute(
    database.db,
  );
  expect(rows).toEqual([{ n: file.expected.created, keys: file.expected.created }]);
});

test('two imports of the same people at once make each person once', async () => {
  const file = nastyCsv({ rows: 6_000, seed: 9, prefix: 'both-' });
  const ids = [await upload(file.bytes), await upload(file.bytes)];
  for (const id of ids) await check(id);
  for (const id of ids) await runImport(needs, SYSTEM, { id });
  const [one, two] = await Promise.all(ids.map(work));
  expect(one!.created + two!.created).toBe(file.expected.created);
  expect(await contacts(sql`email_key like 'both-%'`)).toHaveLength(file.expected.created);
});

test('two workers at one import take no row twice', async () => {
  const file = nastyCsv({ rows: 11_000, seed: 11, prefix: 'pair-' });
  const id = await upload(file.bytes);
  await check(id);
  await runImport(needs, SYSTEM, { id });
  await Promise.all([workImport(needs, id), workImport(needs, id)]);
  const done = await work(id);
  expect(done.state).toBe('finished');
  expect(sums(done)).toEqual({ rows: 11_000, ...file.expected, updated: 0, unchanged: 0 });
});
