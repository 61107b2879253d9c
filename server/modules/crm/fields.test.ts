import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../tests/support/database.ts';
import { loadFields, mergeFieldFragments } from './fields.ts';

const database = testDatabase();

beforeAll(async () => {
  await sql`insert into custom_field (id, entity, key, label, type, options, currency, archived_at) values
    (gen_random_uuid(), 'contact', 'shoe_size', 'Shoe size', 'number', '[]', null, null),
    (gen_random_uuid(), 'contact', 'colours', 'Colours', 'many_of', '[{"value":"r","label":"Red"},{"value":"b","label":"Blue"}]', null, null),
    (gen_random_uuid(), 'contact', 'level', 'Level', 'one_of', '[{"value":"g","label":"Gold"}]', null, now()),
    (gen_random_uuid(), 'contact', 'vip', 'VIP', 'yes_no', '[]', null, null),
    (gen_random_uuid(), 'contact', 'since', 'Since', 'date', '[]', null, null),
    (gen_random_uuid(), 'company', 'turnover', 'Turnover', 'money', '[]', 'NOK', null)`.execute(database.db);
  await sql`insert into company (id, name, custom) values ('00000000-0000-7000-8000-00000000000c', 'Fjord AS', '{"turnover": 129900}')`.execute(
    database.db,
  );
  await sql`insert into asset_type (id, key, name) values ('00000000-0000-7000-8000-0000000000a1', 'vehicle', 'Vehicle')`.execute(
    database.db,
  );
  await sql`insert into custom_field (id, entity, key, label, type, asset_type_id) values
    (gen_random_uuid(), 'asset', 'make', 'Make', 'text', '00000000-0000-7000-8000-0000000000a1'),
    (gen_random_uuid(), 'asset', 'bought_new', 'Bought new', 'yes_no', null)`.execute(database.db);
  await sql`insert into asset (id, type_id, name, company_id, custom) values (gen_random_uuid(), '00000000-0000-7000-8000-0000000000a1', 'EL 12345',
    '00000000-0000-7000-8000-00000000000c', '{"make": "Tesla", "bought_new": true}')`.execute(database.db);
  await sql`insert into contact (id, company_id, first_name, tags, custom, birthday) values (gen_random_uuid(), '00000000-0000-7000-8000-00000000000c', 'Kari',
    '{a,b}', '{"shoe_size": 41.5, "colours": ["b","r"], "level": "g", "vip": true, "since": "2020-02-29"}', '1980-05-17')`.execute(
    database.db,
  );
});

const ALIAS = { contact: 'p', company: 'firm', asset: 'asset', lead: 'lead' };
const valuesOf = async (names: string[], how: 'sql' | 'asText') => {
  const fields = await loadFields(database.db);
  const columns = names.map((name) => {
    const field = fields.get(name)!;
    return sql`${field[how](ALIAS[field.entity])} as ${sql.ref(name.replaceAll('.', '_'))}`;
  });
  const { rows } =
    await sql`select ${sql.join(columns)} from contact as p left join company as firm on firm.id = p.company_id
      left join asset on asset.company_id = firm.id left join lead on lead.email_key = p.email_key`.execute(
      database.db,
    );
  return Object.values(rows[0] as object);
};

test('every built-in field is valid SQL, as a value and as text', async () => {
  const names = [...(await loadFields(database.db)).keys()];
  expect(names).toContain('company.organisation_number');
  expect(await valuesOf(names, 'sql')).toHaveLength(names.length);
  expect(await valuesOf(names, 'asText')).toHaveLength(names.length);
});

test('an asset has its type’s own fields, those of every asset, and an owner', async () => {
  const names = ['asset.vehicle.make', 'asset.custom.bought_new', 'asset.type', 'asset.owner'];
  expect(await valuesOf(names, 'sql')).toEqual(['Tesla', true, 'vehicle', 'Fjord AS']);
  expect(await valuesOf(['asset.type', 'lead.state'], 'asText')).toEqual(['Vehicle', null]);
  expect((await loadFields(database.db)).get('asset.type')?.options).toEqual([{ value: 'vehicle', label: 'Vehicle' }]);
});

test('custom fields have the type they were defined with', async () => {
  const names = ['shoe_size', 'colours', 'level', 'vip', 'since'].map((key) => `contact.custom.${key}`);
  expect(await valuesOf([...names, 'company.custom.turnover', 'contact.tags'], 'sql')).toEqual([
    '41.5',
    ['b', 'r'],
    'g',
    true,
    '2020-02-29',
    '129900',
    ['a', 'b'],
  ]);
  expect(await valuesOf([...names, 'contact.tags', 'contact.birthday', 'contact.city'], 'asText')).toEqual([
    '41.5',
    'Blue, Red',
    'Gold',
    'true',
    '2020-02-29',
    'a, b',
    '1980-05-17',
    null,
  ]);
});

test('merge fragments leave out ids and tell which fields are archived', async () => {
  const fragments = await mergeFieldFragments(database.db);
  expect(fragments.has('contact.company_id')).toBe(false);
  expect(fragments.get('contact.custom.level')).toMatchObject({ archived: true, label: { pl: 'Level' } });
});
