import { expect, test } from 'vitest';
import { inBrowser, site } from '../support/browser.ts';

const FILE = [
  'First name;Last name;E-mail;City',
  'Kari;Nordmann;kari@example.org;Tromsø',
  'Zofia;Kowalska;zofia@example.org;Łódź',
  'Ola;Hansen;not an address;Bergen',
  'Kari;Again;KARI@example.org;Oslo',
].join('\r\n');

inBrowser('the import of a file', () => {
  const house = site();

  test('O37: a file is checked first, repeated addresses are found, and a bad row is told by its line', async () => {
    const anna = await house.anna();
    await anna.goTo('/people/imports/new');
    await anna.page
      .getByLabel('The file', { exact: true })
      .setInputFiles({ name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE, 'utf8') });
    await anna.press('Upload');
    await anna.sees('What fills which field');
    await anna.picture('import-columns');
    await anna.press('Next');
    await anna.press('Check the file');
    await anna.sees('This is what would happen', { timeout: 30_000 });
    await anna.picture('import-check', { whole: true });
    const told = anna.page.getByRole('table', { name: 'Row by row' }).getByRole('row');
    await told.filter({ hasText: 'not an address' }).waitFor();
    await anna.press(/^Import \d rows?$/);
    await anna.sees('This is what happened', { timeout: 30_000 });
    await anna.picture('import-result', { whole: true });

    await anna.press('See the contacts', 'link');
    const people = anna.page.getByRole('table').getByRole('row');
    await people.filter({ hasText: 'zofia@example.org' }).waitFor();
    expect(await people.filter({ hasText: /kari@example\.org/i }).count()).toBe(1);
    await anna.picture('contacts');
  });
});
