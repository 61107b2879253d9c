import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { updatePreferences } from '../../contract/access.ts';
import { type AssetType, createAsset, createAssetType, listAssets, listAssetTypes } from '../../contract/assets.ts';
import { NO_AUDIENCE } from '../../contract/audience.ts';
import { createCampaign, updateAction } from '../../contract/campaigns.ts';
import { createContact } from '../../contract/crm.ts';
import { createCustomField } from '../../contract/custom-fields.ts';
import { generateSelection } from '../../contract/runs.ts';
import { inBrowser, type Site, site } from '../support/browser.ts';
import type { Person } from '../support/browser-person.ts';
import { flawsOf } from '../support/flaws.ts';

const table = ({ page }: Person) => page.getByRole('table').getByRole('row');

inBrowser('leads and what customers own', () => {
  const house = site();

  test('O36: a lead is written down, and becomes the customer he already is', { timeout: 150_000 }, async () => {
    const anna = await house.anna();
    const contact = { firstName: 'Kari', email: 'kari@nord.example', city: 'Tromsø' };
    await anna.ask(createContact, contact);
    await anna.goTo('/people/leads');
    await anna.sees('No leads yet');
    await anna.picture('leads none');
    await writeDown(anna);
    await anna.press('Make a customer');
    await anna.page.getByText('Kari (kari@nord.example)').waitFor();
    await anna.picture('lead converting');
    await anna.page.getByRole('dialog').getByRole('button', { name: 'Make a customer' }).click();
    await anna.page.getByRole('link', { name: 'Kari', exact: true }).waitFor();
    await anna.page.getByRole('link', { name: 'Nord AS', exact: true }).waitFor();
    await anna.picture('lead converted', { whole: true });
  });

  test('Q35: a type of asset has fields of its own, which are columns of its list', { timeout: 150_000 }, async () => {
    const anna = await house.anna();
    const vehicle = await defineVehicle(anna);
    const owner = await anna.ask(createContact, { firstName: 'Ola', lastName: 'Berg' });
    await anna.goTo(`/people/contacts/${owner.id}`);
    await anna.page.getByRole('link', { name: 'Add asset' }).first().click();
    await anna.fill('Registration number', 'EL 12345');
    await anna.fill('Make', 'Tesla');
    await anna.picture('asset new', { whole: true });
    await anna.press('Create asset');
    await anna.sees('Ola Berg');
    await anna.picture('asset', { whole: true });
    await anna.goTo(`/people/contacts/${owner.id}`);
    await table(anna).filter({ hasText: 'EL 12345' }).waitFor();
    await anna.picture('contact with asset', { whole: true });
    await anna.goTo(`/people/assets?typeId=${vehicle.id}`);
    const row = table(anna).filter({ hasText: 'EL 12345' });
    await row.filter({ hasText: 'Tesla' }).filter({ hasText: 'Ola Berg' }).waitFor();
    expect(await anna.page.getByRole('columnheader', { name: 'Next service' }).count()).toBe(1);
  });

  test('Q35: a list of assets goes out, comes back put right, and each cell is decided', async () => {
    const anna = await house.anna();
    const { id } = await listOfCars(anna);
    await anna.goTo(`/campaigns/${id}/cleansing`);
    await anna.sees('Put the records right');
    const [download] = await Promise.all([anna.page.waitForEvent('download'), anna.press('Export to CSV')]);
    const csv = await readFile(await download.path(), 'utf8');
    const returned = Buffer.from(csv.replace('EL 1', 'EL 10').replace('2026-01-01', 'soon'));
    await anna.page.getByLabel('The file you put right').waitFor({ state: 'attached' });
    await anna.page
      .getByLabel('The file you put right')
      .setInputFiles({ name: 'cars.csv', mimeType: 'text/csv', buffer: returned });
    await anna.press('Compare');
    const changed = table(anna).filter({ hasText: 'EL 10' });
    await changed.waitFor();
    await anna.pictures('cleansing');
    expect(await flawsOf(anna)).toEqual([]);
    await anna.choose('Show', /^Not possible \(1\)/);
    await table(anna).filter({ hasText: 'soon' }).waitFor();
    await anna.picture('cleansing impossible', { whole: true });
    await anna.choose('Show', /^To decide \(1\)/);
    await changed.waitFor();
    await anna.press('Apply all');
    await anna.page.getByRole('dialog').getByRole('button', { name: 'Apply all' }).click();
    await anna.sees('1 cell applied.');
    const { rows } = await anna.ask(listAssets, { search: 'EL 10' });
    expect(rows.map(({ identifier }) => identifier)).toEqual(['EL 10']);
    await anna.goTo(`/campaigns/${id}/history`);
    await anna.sees('Anna Dahl applied changes of the list that came back');
  });

  test('lists of many fit a phone, in Polish and in the dark', { timeout: 150_000 }, async () => {
    await lookAtLists(house);
  });
});

/** A list-only campaign about the only car there is. */
const listOfCars = async (anna: Person) => {
  const car = await anna.ask(createAssetType, { name: 'Car' });
  const owner = await anna.ask(createContact, { firstName: 'Per', lastName: 'Vik' });
  await anna.ask(createAsset, {
    typeId: car.id,
    name: 'Leaf',
    identifier: 'EL 1',
    contactId: owner.id,
    acquiredOn: '2026-01-01',
  });
  const campaign = await anna.ask(createCampaign, { name: 'Wash the cars', channel: 'list' });
  const { id, updatedAt } = campaign.actions[0]!;
  const rule = { kind: 'field', field: 'asset.name', operator: 'is', value: 'Leaf' };
  const tree = { kind: 'group', match: 'all', rules: [rule] } as never;
  await anna.ask(updateAction, { id, updatedAt, audience: { ...NO_AUDIENCE, rule: { partyKind: 'asset', tree } } });
  await anna.ask(generateSelection, { id });
  return campaign;
};

const lookAtLists = async (house: Site): Promise<void> => {
  const anna = await house.anna();
  const machine = await anna.ask(createAssetType, { name: 'Machine' });
  await sql`insert into lead (id, first_name, last_name, source)
    select gen_random_uuid(), 'Zofia', 'Kowalska ' || n, 'Targi Kielce' from generate_series(1, 40) n`.execute(
    house.db,
  );
  await sql`insert into asset (id, type_id, name, identifier, identifier_key)
    select gen_random_uuid(), ${machine.id}, 'Digger ' || n, 'M ' || n, 'M' || n from generate_series(1, 40) n`.execute(
    house.db,
  );
  await anna.ask(updatePreferences, { language: 'pl' });
  const phone = await house.anna({ width: 360, locale: 'pl-PL', dark: true });
  for (const place of ['leads', 'assets', 'leads/new', 'assets/new', 'companies/new']) {
    await phone.goTo(`/people/${place}`);
    await phone.settled();
    await phone.picture(`phone ${place}`, { whole: place.endsWith('new') });
    expect(await phone.sidewards(), place).toBe(0);
  }
};

const defineVehicle = async (anna: Person): Promise<AssetType> => {
  await anna.goTo('/people/assets');
  await anna.sees('No asset types yet');
  await anna.press('Add an asset type', 'link');
  await anna.page.getByRole('button', { name: 'New asset type' }).first().click();
  await anna.fill('Name', 'Vehicle');
  await anna.fill('What identifies one', 'Registration number');
  await anna.press('Create type');
  await table(anna).filter({ hasText: 'Registration number' }).waitFor();
  const vehicle = (await anna.ask(listAssetTypes, {})).types[0]!;
  for (const [label, type] of [
    ['Make', 'text'],
    ['Next service', 'date'],
  ] as const)
    await anna.ask(createCustomField, { entity: 'asset', assetTypeId: vehicle.id, label, type });
  await anna.goTo(`/settings/custom-fields?of=${vehicle.id}`);
  await table(anna).filter({ hasText: 'asset.vehicle.next_service' }).waitFor();
  await anna.picture('custom fields', { whole: true });
  return vehicle;
};

const writeDown = async (anna: Person): Promise<void> => {
  await anna.page.getByRole('link', { name: 'New lead' }).first().click();
  await anna.fill('First name', 'Kari');
  await anna.fill('Last name', 'Nord');
  await anna.fill('E-mail', 'KARI@nord.example');
  await anna.fill('Company name', 'Nord AS');
  await anna.press('Add phone');
  await anna.fill('Another phone', '+47 22 12 34 56');
  await anna.picture('lead new', { whole: true });
  await anna.press('Create lead');
};
