import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { importRoom, NOTHING, sumsOf } from '../../../../tests/support/import-room.ts';
import { SYSTEM } from '../../access/index.ts';
import { checkImport } from './imports.ts';

const { database, needs, upload, bringIn, report, contacts } = importRoom();
const car = '018f0000-0000-7000-8000-0000000000aa';

beforeAll(async () => {
  await sql`insert into asset_type (id, key, name) values (${car}, 'car', 'Car')`.execute(database.db);
  await sql`insert into custom_field (id, entity, asset_type_id, key, label, type, options) values
    (gen_random_uuid(), 'asset', ${car}, 'kilometres', 'Kilometres', 'number', '[]'),
    (gen_random_uuid(), 'contact', null, 'number', 'Kundenummer', 'text', '[]')`.execute(database.db);
  await bringIn('Fornavn;Etternavn;E-post\nKari;Eier;kari@owner.no\nOla;Eier;\n');
  await bringIn('Firmanavn;Orgnr;E-post\nEier AS;999888777;post@owner.no\n', { entity: 'company' });
});

const assets = async () =>
  (
    await sql<
      Record<string, unknown>
    >`select a.name, a.identifier, a.acquired_on, a.custom, c.first_name as person, f.name as firm from asset a
      left join contact c on c.id = a.contact_id left join company f on f.id = a.company_id order by a.name, a.identifier`.execute(
      database.db,
    )
  ).rows;

test('Q35: assets come with their own fields, and find their owner by e-mail, organisation number or name', async () => {
  const file = [
    'Navn;Regnr;Kilometres;Anskaffet;Eier;E-post;Orgnr',
    'Model 3;ab 12345;82 600;17.05.2024;;KARI@owner.no;',
    'Model S;CD 1;;;;;999 888 777',
    'Model X;EF 1;;;Eier AS;;',
    'Model Y;GH 1;;;Ola Eier;;',
    'Truck;IJ 1;;;;post@owner.no;',
    'Lost;KL 1;;;Nobody Known;;',
    'Free;;;;;;',
    ';;5;;;;',
  ].join('\n');
  const plan = { entity: 'asset' as const, options: { assetTypeId: car } };
  const done = await bringIn(file, { ...plan, assetTypeId: car });
  expect(done.mapping).toEqual([
    'asset.name',
    'asset.identifier',
    'asset.car.kilometres',
    'asset.acquired_on',
    'owner.name',
    'owner.email',
    'owner.organisation_number',
  ]);
  expect(sumsOf(done)).toEqual({ ...NOTHING, rows: 8, created: 6, refused: 2 });
  expect((await report(done.id)).filter(([, verdict]) => verdict === 'refused')).toEqual([
    [7, 'refused', 'unknown_asset_owner', null, 'Nobody Known', null],
    [9, 'refused', 'asset_needs_name', null, null, null],
  ]);
  const before = await assets();
  expect(before).toEqual([
    { name: 'Free', identifier: null, acquiredOn: null, custom: {}, person: null, firm: null },
    {
      name: 'Model 3',
      identifier: 'ab 12345',
      acquiredOn: '2024-05-17',
      custom: { kilometres: 82600 },
      person: 'Kari',
      firm: null,
    },
    { name: 'Model S', identifier: 'CD 1', acquiredOn: null, custom: {}, person: null, firm: 'Eier AS' },
    { name: 'Model X', identifier: 'EF 1', acquiredOn: null, custom: {}, person: null, firm: 'Eier AS' },
    { name: 'Model Y', identifier: 'GH 1', acquiredOn: null, custom: {}, person: 'Ola', firm: null },
    { name: 'Truck', identifier: 'IJ 1', acquiredOn: null, custom: {}, person: null, firm: 'Eier AS' },
  ]);
  expect(sumsOf(await bringIn(file, { ...plan, assetTypeId: car }))).toEqual({
    ...NOTHING,
    rows: 8,
    unchanged: 6,
    refused: 2,
  });
  expect(await assets()).toEqual(before);
  const moved = 'Navn;Regnr;E-post\nModel 3 LR;AB12345;post@owner.no\n';
  const overwrite = { entity: 'asset' as const, assetTypeId: car, options: { assetTypeId: car, onMatch: 'overwrite' } };
  expect(sumsOf(await bringIn(moved, overwrite))).toEqual({ ...NOTHING, rows: 1, updated: 1 });
  expect(await assets()).toContainEqual(
    expect.objectContaining({ name: 'Model 3 LR', identifier: 'AB12345', person: null, firm: 'Eier AS' }),
  );
});

test('a file of assets needs their type', async () => {
  const id = await upload('Navn;Regnr\nX;1\n', { entity: 'asset' });
  await expect(checkImport(needs, SYSTEM, { id })).rejects.toMatchObject({ problems: [{ code: 'asset_type_needed' }] });
});

test('leads come in with their firm, and the same file twice changes nothing', async () => {
  const file =
    'Fornavn;Etternavn;E-post;Telefon;Firma;Kilde\nEva;Lead;eva@lead.no;22 12 34 56;Lead AS;Messe\n;;;;Bare Firma AS;\nUten;Epost;;98 76 54 32;;\n';
  const plan = { entity: 'lead' as const, options: { country: 'NO', onMatch: 'overwrite' } };
  expect(sumsOf(await bringIn(file, plan))).toEqual({ ...NOTHING, rows: 3, created: 3 });
  expect(sumsOf(await bringIn(file, plan))).toEqual({ ...NOTHING, rows: 3, unchanged: 3 });
  const { rows } =
    await sql`select first_name, company_name, source, phone_key, state from lead order by company_name`.execute(
      database.db,
    );
  expect(rows).toEqual([
    { firstName: '', companyName: 'Bare Firma AS', source: null, phoneKey: null, state: 'open' },
    { firstName: 'Eva', companyName: 'Lead AS', source: 'Messe', phoneKey: '+4722123456', state: 'open' },
    { firstName: 'Uten', companyName: null, source: null, phoneKey: '+4798765432', state: 'open' },
  ]);
});

test('a field of the file may be chosen to recognise people by; rows without it go the usual way', async () => {
  await bringIn('Navn;E-post;Kundenummer\nKari Nøkkel;kari@key.no;K-1\nOla Nøkkel;ola@key.no;\n');
  const again =
    'Navn;E-post;Kundenummer\nKari Nøkkel;kari.ny@key.no;K-1\nOla Nøkkel;ola@key.no;\nNy Nøkkel;ny@key.no;K-3\nNy Igjen;x@key.no;K-3\n';
  const plan = { options: { onMatch: 'overwrite', matchBy: 'contact.custom.number' } };
  expect(sumsOf(await bringIn(again, plan))).toEqual({
    ...NOTHING,
    rows: 4,
    created: 1,
    updated: 1,
    unchanged: 1,
    skipped: 1,
  });
  expect((await contacts(sql`email like '%key.no'`)).map(({ email }) => email)).toEqual([
    'kari.ny@key.no',
    'ny@key.no',
    'ola@key.no',
  ]);
});
