import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { createProduct } from '../../contract/catalogue.ts';
import { createPriceList, setPrice } from '../../contract/catalogue-prices.ts';
import { createContact } from '../../contract/crm.ts';
import { inBrowser, site, skipUndo } from '../support/browser.ts';
import type { Person } from '../support/browser-person.ts';

inBrowser('sales', () => {
  const house = site();

  const stock = async (anna: Person) => {
    const list = await anna.ask(createPriceList, { name: 'Counter', currency: 'NOK', kind: 'default' });
    for (const [name, amount] of [
      ['Winter tyre', 149_900],
      ['Wheel alignment', 119_050],
    ] as const) {
      const { id } = await anna.ask(createProduct, {
        name,
        kind: 'product',
        unit: 'pcs',
        cost: 90_000,
        costCurrency: 'NOK',
      });
      await anna.ask(setPrice, { id, listId: list.id, amount });
    }
    const people = [];
    for (const firstName of ['Kari', 'Ola'])
      people.push(await anna.ask(createContact, { firstName, lastName: 'Dahl' }));
    return people.map(({ id }) => id).join();
  };

  const assertAccessible = async ({ page }: Person) => {
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over).toBeLessThanOrEqual(0);
  };

  test('E06, E09, O44, O53: deals for two people from one form, won, and their products opened', {
    timeout: 120_000,
  }, async () => {
    const anna = await house.anna();
    const people = await stock(anna);
    await anna.goTo('/sales/opportunities');
    await anna.sees('No opportunities yet');
    await anna.goTo(`/campaigns/quick/opportunity?contact=${people}`);
    await anna.fill('Name', 'Tyres before the snow');
    await anna.page.getByRole('combobox', { name: 'Add a product' }).fill('Winter');
    await anna.click(anna.page.getByRole('option', { name: /Winter tyre/ }));
    await anna.fill('Quantity of Winter tyre', '4');
    await anna.sees('NOK 5,996.00');
    await anna.choose('State', 'Ready');
    await assertAccessible(anna);
    await anna.picture('sales quick form', { whole: true });
    await anna.press('Save');
    await anna.page.getByRole('button', { name: 'Create 2 opportunities' }).click();
    await anna.click(anna.page.getByRole('dialog').getByRole('button', { name: 'Create 2 opportunities' }));
    await skipUndo(house);
    await anna.goTo('/sales/opportunities');
    await anna.sees('Kari Dahl');
    await assertAccessible(anna);
    await anna.picture('sales opportunities', { whole: true });
    await anna.click(
      anna.page
        .getByRole('row', { name: /Kari Dahl/ })
        .getByRole('link', { name: 'Tyres before the snow' })
        .first(),
    );
    await anna.sees('NOK 5,996.00');
    await anna.press('More');
    await anna.press('Open products', 'menuitem');
    await anna.press('Rehearse');
    await anna.sees('0 prices would change');
    await assertAccessible(anna);
    await anna.picture('sales products', { whole: true });
    await anna.page.keyboard.press('Escape');
    await anna.press('Won');
    await anna.click(anna.page.getByRole('dialog').getByRole('button', { name: 'Won' }));
    await anna.page.getByRole('button', { name: 'Reopen' }).waitFor();
    await anna.picture('sales opportunity won', { whole: true });
  });

  test('the sales screens are whole in the dark, on a phone and for everybody', { timeout: 120_000 }, async () => {
    const anna = await house.anna({ dark: true, width: 360 });
    for (const [name, path] of Object.entries({
      list: '/sales/opportunities',
      new: '/sales/opportunities/new',
      stages: '/settings/sales-stages',
      quick: '/campaigns/quick/opportunity',
    })) {
      await anna.goTo(path);
      await anna.settled();
      await anna.picture(`sales narrow ${name}`, { whole: true });
      await assertAccessible(anna);
    }
  });
});
