import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { importRoom, NOTHING, sumsOf } from '../../../../tests/support/import-room.ts';
import { nastyCsv } from '../../../../tests/support/nasty-csv.ts';
import { SYSTEM } from '../../access/index.ts';
import { runImport } from './imports.ts';

const { database, clock, consents, needs, upload, work, check, bringIn, report, contacts } = importRoom();

test('a check changes nobody and says the same as the run', async () => {
  const file = nastyCsv({ rows: 500, seed: 3, prefix: 'check-' });
  const id = await upload(file.bytes);
  const before = (await contacts()).length;
  const checked = await check(id);
  expect(checked.state).toBe('checked');
  const foretold = [sumsOf(checked), await report(id)];
  expect((await contacts()).length).toBe(before);
  await runImport(needs, SYSTEM, { id });
  const done = await work(id);
  expect([sumsOf(done), await report(id)]).toEqual(foretold);
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
  expect(sumsOf(await bringIn(rows.join('\n'), plan))).toEqual({ ...NOTHING, rows: 3, created: 3 });
  const before = await contacts(sql`c.last_name like 'Twice%'`);
  clock.advance(60_000);
  expect(sumsOf(await bringIn(rows.join('\n'), plan))).toEqual({
    ...NOTHING,
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
  expect(sumsOf(await bringIn(again, { options: { onMatch: 'skip' } }))).toEqual({ ...NOTHING, rows: 1, skipped: 1 });
  expect(await now()).toEqual([['Kari', 'Match', 'kari@match.no', 'Oslo', null, 'Old AS']]);
  expect(sumsOf(await bringIn(again, { options: { onMatch: 'fill_empty' } }))).toEqual({
    ...NOTHING,
    rows: 1,
    updated: 1,
  });
  expect(await now()).toEqual([['Kari', 'Match', 'kari@match.no', 'Oslo', 'CEO', 'Old AS']]);
  expect(sumsOf(await bringIn(again, { options: { onMatch: 'overwrite' } }))).toEqual({
    ...NOTHING,
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
  expect(sumsOf(await bringIn(file, { entity: 'company' }))).toEqual({ ...NOTHING, rows: 2, created: 2 });
  const again = 'Firmanavn;Orgnr;E-post;Nettside\nHav Gruppen AS;912 345 678;;hav.com\nSKOG;;;skog.no\n';
  expect(sumsOf(await bringIn(again, { entity: 'company', options: { onMatch: 'overwrite' } }))).toEqual({
    ...NOTHING,
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
