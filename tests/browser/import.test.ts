import { readFile } from 'node:fs/promises';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { createPriceList } from '../../contract/catalogue-prices.ts';
import { inBrowser, site } from '../support/browser.ts';
import type { Person } from '../support/browser-person.ts';
import { PATIENCE_MS } from '../support/patience.ts';

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
    await choose(anna, 'customers.csv', Buffer.from(FILE, 'utf8'));
    await anna.picture('import-columns');
    await anna.press('Next');
    await anna.press('Check the file');
    await anna.sees('This is what would happen', { timeout: PATIENCE_MS });
    await anna.picture('import-check', { whole: true });
    const told = anna.page.getByRole('table', { name: 'Row by row' }).getByRole('row');
    await told.filter({ hasText: 'not an address' }).waitFor();
    await anna.press(/^Import \d rows?$/);
    await anna.sees('This is what happened', { timeout: PATIENCE_MS });
    await anna.picture('import-result', { whole: true });

    await anna.press('See the contacts', 'link');
    const people = anna.page.getByRole('table').getByRole('row');
    await people.filter({ hasText: 'zofia@example.org' }).waitFor();
    expect(await people.filter({ hasText: /kari@example\.org/i }).count()).toBe(1);
    await anna.picture('contacts');
  });

  test('O37: a mapping kept as a profile is taken for the next file with its columns, a workbook too', async () => {
    const anna = await house.anna();
    await choose(anna, 'fair.csv', Buffer.from('Who;Where\r\nEwa Nowak;ewa@example.org', 'utf8'));
    await anna.choose('Field for “Who”', 'Full name (first and last)');
    await anna.press('Next');
    await anna.press('Check the file');
    await anna.sees('This is what would happen', { timeout: PATIENCE_MS });
    await anna.fill('Name of the profile', 'Fair list');
    await anna.press('Keep as profile');
    await anna.sees('Profile “Fair list” kept');

    await choose(anna, 'next.xlsx', await workbook(['Who', 'Where'], ['Jan Kowalski', 'jan@example.org']));
    await anna.sees('Read from the sheet “Fair”');
    await anna.sees('Read as “Fair list”');
    await anna.picture('import-profile', { whole: true });
    await anna.press('Next');
    await anna.press('Check the file');
    await anna.press('Import 1 row');
    await anna.sees('This is what happened', { timeout: PATIENCE_MS });
    await anna.picture('import-profile-result', { whole: true });
    await anna.page.getByRole('link', { name: 'Open', exact: true }).waitFor();
    await anna.press('See the contacts', 'link');
    await anna.page.getByRole('row').filter({ hasText: 'Jan Kowalski' }).waitFor();
  });

  test('O52, Q32, Q33: products are brought in from their list, with the prices of a chosen list', async () => {
    const anna = await house.anna();
    await anna.ask(createPriceList, { name: 'Counter', currency: 'NOK', kind: 'default' });
    await anna.goTo('/sales/products');
    await anna.page.getByRole('link', { name: 'Import products' }).first().click();
    const bytes = Buffer.from('Number;Name;Group;Price (NOK)\r\nT-1;Winter tyre;Tyres > Winter;1 499,90', 'utf8');
    await chosen(anna, 'products.csv', bytes);
    await anna.picture('import-products-columns', { whole: true });
    await anna.press('Next');
    await anna.sees('Prices in the file are for this list');
    await anna.picture('import-products-options', { whole: true });
    await anna.press('Check the file');
    await anna.press('Import 1 row');
    await anna.sees('This is what happened', { timeout: PATIENCE_MS });
    await anna.press('See the products', 'link');
    await anna.page
      .getByRole('row')
      .filter({ hasText: /Winter tyre.*1,499\.90/ })
      .waitFor();
    await anna.picture('import-products-result');

    await anna.goTo('/people/imports');
    await anna.sees('products.csv');
    await anna.click(anna.page.getByRole('row').filter({ hasText: 'products.csv' }), { right: true });
    await anna.picture('imports-menu');
    const [file] = await Promise.all([
      anna.page.waitForEvent('download'),
      anna.page.getByRole('menuitem', { name: 'Export to CSV' }).click(),
    ]);
    const [head, first] = (await readFile(await file.path(), 'utf8')).split('\r\n');
    expect(head).toBe('\ufeffFile,What it holds,State,Rows,Created,Updated,Refused,By,When');
    expect(first).toMatch(/^products\.csv,Products,Finished,1,1,0,0,Anna Dahl,\d{4}-\d\d-\d\dT/);
  });
});

const choose = async (anna: Person, name: string, buffer: Buffer): Promise<void> => {
  await anna.goTo('/people/imports/new');
  await chosen(anna, name, buffer);
};

const chosen = async (anna: Person, name: string, buffer: Buffer): Promise<void> => {
  const file = anna.page.getByLabel('The file', { exact: true });
  await file.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await anna.press('Upload');
  await anna.sees('What fills which field');
};

const workbook = async (...rows: string[][]): Promise<Buffer> =>
  Buffer.from(await writeXlsx({ sheets: [{ name: 'Fair', rows }] }));
