import { beforeAll, expect, test } from 'vitest';
import * as api from '../../../contract/assets.ts';
import { createCompany, createContact, updateCompany } from '../../../contract/crm.ts';
import { createCustomField } from '../../../contract/custom-fields.ts';
import { fixedClock } from '../../../tests/support/clock.ts';
import { testDatabase } from '../../../tests/support/database.ts';
import { countingIds } from '../../../tests/support/ids.ts';
import { SYSTEM } from '../access/index.ts';
import { exportParties } from './export-parties.ts';
import * as crm from './index.ts';

const database = testDatabase();
const needs = {
  clock: fixedClock('2026-03-03T09:00:00Z'),
  ids: countingIds(),
  ...({} as Pick<typeof database, 'db'>),
};
let vehicle: api.AssetType;
let machine: api.AssetType;

const define = (input: object) => crm.createCustomField(needs, SYSTEM, createCustomField.input.parse(input));
const type = (input: object) => crm.createAssetType(needs, SYSTEM, api.createAssetType.input.parse(input));
const create = (input: object) => crm.createAsset(needs, SYSTEM, api.createAsset.input.parse(input));
const page = (input: object = {}) => crm.listAssets(needs, SYSTEM, api.listAssets.input.parse(input));
const problems = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown) => thrown,
  );
  return error?.problems?.map(({ field, code }: { field: string; code: string }) => `${field}: ${code}`) ?? error;
};

beforeAll(async () => {
  needs.db = database.db;
  vehicle = await type({ name: 'Kjøretøy', key: 'vehicle', identifierLabel: 'Registration number' });
  machine = await type({ name: 'Machine' });
  await define({ entity: 'asset', assetTypeId: vehicle.id, label: 'Make', type: 'text' });
  await define({ entity: 'asset', assetTypeId: vehicle.id, label: 'Next service', type: 'date' });
  await define({ entity: 'asset', assetTypeId: machine.id, label: 'Make', type: 'text' });
});

test('a type has a key that stays its own, and may be archived with what it has', async () => {
  expect(await problems(type({ name: 'Machine' }))).toEqual(['name: type_key_taken']);
  expect(await problems(type({ name: 'X', key: 'custom' }))).toEqual(['key: type_key_taken']);
  const boat = await type({ name: 'Båt' });
  expect(boat).toMatchObject({ key: 'bat', assets: 0, fields: 0, archived: false });
  expect(await crm.updateAssetType(needs, SYSTEM, { id: boat.id, archived: true })).toMatchObject({ archived: true });
  expect((await crm.listAssetTypes({ db: database.db }, SYSTEM)).types.map(({ key }) => key)).toEqual([
    'vehicle',
    'machine',
    'bat',
  ]);
});

test('a field of one type is neither in the way of another type’s nor taken by it', async () => {
  expect(await problems(define({ entity: 'asset', assetTypeId: vehicle.id, label: 'make', type: 'text' }))).toEqual([
    'label: field_key_taken',
  ]);
  expect(await problems(define({ entity: 'asset', label: 'Make', type: 'text' }))).toEqual(['label: field_key_taken']);
  const values = { make: 'Tesla', next_service: '2026-04-01' };
  expect(await problems(create({ typeId: machine.id, name: 'Digger', custom: values }))).toEqual([
    'custom.next_service: unknown_field',
  ]);
  expect(
    await problems(create({ typeId: vehicle.id, name: 'T', custom: { next_service: 'soon', make: 'Tesla' } })),
  ).toEqual(['custom.next_service: not_a_date']);
});

test('an asset goes by its identifier, which no other of its type has', async () => {
  const asset = await create({ typeId: vehicle.id, identifier: 'EL 12345', custom: { make: 'Tesla' } });
  expect(() => api.Asset.parse(asset)).not.toThrow();
  expect(asset).toMatchObject({ name: 'EL 12345', type: { name: 'Kjøretøy' }, contact: null });
  expect(await problems(create({ typeId: vehicle.id, identifier: 'el-12345' }))).toEqual([
    'identifier: identifier_taken',
  ]);
  expect(await problems(create({ typeId: vehicle.id }))).toEqual(['name: asset_needs_name']);
  expect((await create({ typeId: machine.id, identifier: 'EL 12345' })).name).toBe('EL 12345');
  const both = [1, 2].map(() => create({ typeId: vehicle.id, identifier: 'AA 1' }));
  expect((await Promise.allSettled(both)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(
    await problems(create({ typeId: vehicle.id, name: 'X', acquiredOn: '2025-02-01', disposedOn: '2025-01-01' })),
  ).toEqual(['disposedOn: disposed_before_acquired']);
  expect(await problems(create({ typeId: needs.ids.next(), name: 'X' }))).toEqual(['typeId: unknown_asset_type']);
  expect(await problems(create({ typeId: vehicle.id, name: 'X', contactId: needs.ids.next() }))).toEqual([
    'contactId: unknown_contact',
  ]);
});

test('Q35: a list of assets is filtered by type, sorted by its fields, and exported with each owner', async () => {
  const firm = await crm.createCompany(needs, SYSTEM, createCompany.input.parse({ name: 'Fjord AS' }));
  const owner = await crm.createContact(
    needs,
    SYSTEM,
    createContact.input.parse({ firstName: 'Kari', email: 'k@f.example' }),
  );
  const boat = await type({ name: 'Boat' });
  await define({ entity: 'asset', assetTypeId: boat.id, label: 'Length', type: 'number' });
  for (const [name, length, owned] of [
    ['A', 12, { contactId: owner.id }],
    ['B', 7.5, { companyId: firm.id }],
    ['C', null, { contactId: owner.id, companyId: firm.id, disposedOn: '2026-01-01' }],
  ] as const)
    await create({ typeId: boat.id, name, custom: { length }, ...owned });
  const names = async (input: object) => (await page({ typeId: boat.id, ...input })).rows.map(({ name }) => name);
  expect(await names({ sort: 'custom.length' })).toEqual(['C', 'B', 'A']);
  expect(await names({ sort: 'custom.length', direction: 'desc', limit: 2 })).toEqual(['A', 'B']);
  expect(await names({ contactId: owner.id, held: 'owned' })).toEqual(['A']);
  expect(await names({ search: 'fjord' })).toEqual(['B', 'C']);
  const first = await page({ typeId: boat.id, sort: 'custom.length', limit: 1 });
  expect((await page({ typeId: boat.id, sort: 'custom.length', limit: 5, after: first.next })).rows).toHaveLength(2);
  expect(await problems(page({ sort: 'custom.length' }))).toEqual(['sort: invalid_choice']);
  const table = await exportParties(database.db, { entity: 'asset', typeId: boat.id as never }, 'en');
  const headers = table.columns.map(({ header }) => header);
  expect(headers).not.toContain('Make');
  const rows: unknown[][] = [];
  for await (const row of table.rows) rows.push(row);
  expect(
    rows.map((row) => [
      row[0],
      row[headers.indexOf('Length')],
      row[headers.indexOf('Person: E-mail')],
      row[headers.indexOf('Company: Company name')],
    ]),
  ).toEqual([
    ['A', 12, 'k@f.example', null],
    ['B', 7.5, null, 'Fjord AS'],
    ['C', null, 'k@f.example', 'Fjord AS'],
  ]);
});

test('pages follow each other without a gap or a repeat, in every order', async () => {
  const owner = await crm.createContact(needs, SYSTEM, createContact.input.parse({ lastName: 'Pages' }));
  for (let n = 0; n < 11; n += 1) {
    const given = {
      contactId: n % 3 ? owner.id : null,
      acquiredOn: n % 2 ? '2025-01-01' : null,
      identifier: n % 4 ? `P${n}` : null,
    };
    await create({ typeId: n % 2 ? vehicle.id : machine.id, name: `Page ${n % 4}`, tags: ['paged'], ...given });
  }
  for (const sort of api.ASSET_SORTS)
    for (const direction of ['asc', 'desc']) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const answer = await page({ tag: 'paged', sort, direction, limit: 3, ...(after && { after }) });
        seen.push(...answer.rows.map(({ id }) => id));
        after = answer.next;
      } while (after);
      expect([new Set(seen).size, seen.length], `${sort} ${direction}`).toEqual([11, 11]);
    }
});

test('the owner’s deletion leaves the asset', async () => {
  const owner = await crm.createContact(needs, SYSTEM, createContact.input.parse({ lastName: 'Gone' }));
  const asset = await create({ typeId: vehicle.id, name: 'Left behind', contactId: owner.id });
  await crm.deleteContact(needs, SYSTEM, { id: owner.id as never });
  expect(await crm.getAsset(needs, SYSTEM, { id: asset.id as never })).toMatchObject({ contact: null });
});

test('a company has billing data and a VAT number of its country; what is not named stays', async () => {
  const parse = createCompany.input.parse;
  expect(
    await problems(
      crm.createCompany(
        needs,
        SYSTEM,
        parse({ name: 'X', country: 'PL', vatId: '5260250996', billing: { email: 'no' } }),
      ),
    ),
  ).toEqual(['vatId: vat_id_check', 'billing.email: invalid_email']);
  const company = await crm.createCompany(
    needs,
    SYSTEM,
    parse({
      name: 'Billed',
      country: 'PL',
      vatId: 'PL 526-025-09-95',
      billing: { email: 'faktura@x.example', paymentDays: 30 },
    }),
  );
  const change = (input: object) =>
    crm.updateCompany(needs, SYSTEM, updateCompany.input.parse({ id: company.id, ...input }));
  expect((await change({ billing: { city: 'Kraków', email: null } })).billing).toEqual({
    name: null,
    street: null,
    postalCode: null,
    city: 'Kraków',
    country: null,
    email: null,
    paymentDays: 30,
  });
  const further = [{ kind: 'email' as const, label: 'office', address: 'biuro@x.example' }];
  expect((await change({ further })).further).toEqual(further);
  expect(await problems(change({ further: [...further, { kind: 'phone', label: '', address: 'ring' }] }))).toEqual([
    'further.1.address: invalid_phone',
  ]);
  const { rows } = await crm.listCompanies(needs, SYSTEM, { search: 'biuro@', limit: 5, direction: 'asc' });
  expect(rows.map(({ name }) => name)).toEqual(['Billed']);
});
