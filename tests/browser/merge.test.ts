import { expect, test } from 'vitest';
import { createContact, getContact } from '../../contract/crm.ts';
import { inBrowser, type Site, site } from '../support/browser.ts';

inBrowser('duplicates', () => {
  const house: Site = site();

  test('O40: two records are compared, one value is chosen, they become one and two again', async () => {
    const anna = await house.anna();
    const { page } = anna;
    const one = await anna.ask(createContact, {
      firstName: 'Kari',
      lastName: 'Nordmann',
      city: 'Oslo',
      email: 'kari@fjord.example',
    });
    const other = await anna.ask(createContact, {
      firstName: 'Karin',
      lastName: 'Nordmann',
      phone: '+47 22 12 34 56',
      email: 'KARI@fjord.example',
    });
    await anna.goTo('/people/duplicates');
    await anna.sees('KARI@fjord.example');
    await anna.picture('duplicates');
    await anna.press('Compare and merge');
    await page.getByRole('radio', { name: 'Karin' }).click();
    await anna.picture('merge side by side');
    await anna.press('Merge');
    await anna.sees('Merge “Karin Nordmann” into “Kari Nordmann”?');
    await page
      .getByRole('dialog')
      .filter({ hasText: 'Merge “Karin' })
      .getByRole('button', { name: 'Merge', exact: true })
      .click();
    await anna.sees('“Karin Nordmann” is now part of “Kari Nordmann”');
    await anna.sees('No duplicates here');
    expect(await anna.ask(getContact, { id: other.id })).toMatchObject({
      id: one.id,
      firstName: 'Karin',
      city: 'Oslo',
      phoneNumber: '+4722123456',
    });
    await anna.press('Undo');
    await anna.sees('Two records again');
    expect(await anna.ask(getContact, { id: other.id })).toMatchObject({
      id: other.id,
      firstName: 'Karin',
      city: null,
    });
    expect((await anna.ask(getContact, { id: one.id })).firstName).toBe('Kari');
  });

  test('the list of duplicates fits a telephone, in the dark', async () => {
    const anna = await house.anna({ dark: true, width: 360 });
    await anna.goTo('/people/duplicates');
    await anna.sees('KARI@fjord.example');
    await anna.press('Compare and merge');
    await anna.page.getByRole('radio', { name: 'Karin' }).waitFor();
    await anna.picture('merge telephone');
    expect(await anna.sidewards()).toBe(0);
  });
});
