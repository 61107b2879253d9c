import { expect, test } from 'vitest';
import { updatePreferences } from '../../contract/access.ts';
import { type AssetType, createAsset, createAssetType, listAssetTypes } from '../../contract/assets.ts';
import { createContact } from '../../contract/crm.ts';
import { createCustomField } from '../../contract/custom-fields.ts';
import { createLead } from '../../contract/leads.ts';
import { inBrowser, type Site, site } from '../support/browser.ts';
import type { Person } from '../support/browser-person.ts';

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

  test('lists of many fit a phone, in Polish and in the dark', { timeout: 150_000 }, async () => {
    await lookAtLists(house);
  });
});

const lookAtLists = async (house: Site): Promise<void> => {
  const anna = await house.anna();
  const machine = await anna.ask(createAssetType, { name: 'Machine' });
  for (let n = 1; n <= 40; n += 1) {
    await anna.ask(createLead, { firstName: 'Zofia', lastName: `Kowalska ${n}`, source: 'Targi Kielce' });
    await anna.ask(createAsset, { typeId: machine.id, identifier: `M ${n}`, name: `Digger ${n}` });
  }
  await anna.ask(updatePreferences, { language: 'pl' });
  const phone = await house.anna({ width: 360, locale: 'pl-PL', dark: true });
  for (const place of ['leads', 'assets', 'leads/new', 'assets/new', 'companies/new']) {
    await phone.walkTo(`/people/${place}`);
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
