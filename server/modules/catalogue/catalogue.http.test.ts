import { expect, test } from 'vitest';
import * as products from '../../../contract/catalogue.ts';
import * as prices from '../../../contract/catalogue-prices.ts';
import * as revisions from '../../../contract/catalogue-revisions.ts';
import type { PriceListId } from '../../../contract/ids.ts';
import { signedIn } from '../../../tests/support/house.ts';
import { priceHouse } from '../../../tests/support/price-house.ts';
import { pricesOn } from './index.ts';

const house = priceHouse();
const { ask, refused } = house;

test('the price of a day comes from the list that was agreed, else that of the period, else the default', async () => {
  const period = {
    name: 'Spring sale',
    currency: 'NOK',
    kind: 'period',
    startsOn: '2026-03-01',
    endsOn: '2026-03-31',
  } as const;
  const sale = await ask(prices.createPriceList, period);
  const later = await ask(prices.createPriceList, { ...period, name: 'Mid-March', startsOn: '2026-03-10' });
  const fleet = await ask(prices.createPriceList, { name: 'Fleet', currency: 'NOK', kind: 'agreed' });
  const id = house.ids['Winter 17']!;
  for (const [list, amount] of [
    [sale, 120_000],
    [later, 110_000],
    [fleet, 100_000],
  ] as const)
    await ask(prices.setPrice, { id, listId: list.id, amount });
  const on = async (day: string, listId?: PriceListId) =>
    (await ask(prices.getPriceOn, { id, currency: 'NOK', day, ...(listId && { listId }) })).price?.list.name;
  expect(await on('2026-03-05')).toBe('Spring sale');
  expect(await on('2026-03-10')).toBe('Mid-March');
  expect(await on('2026-04-01')).toBe('Counter');
  expect(await on('2026-03-10', fleet.id)).toBe('Fleet');
  expect((await ask(prices.getPriceOn, { id, currency: 'EUR', day: '2026-03-10' })).price).toBeNull();
});

test('later modules ask for the prices of many products at once; what has none is not in the answer', async () => {
  const productIds = Object.values(house.ids);
  const found = await pricesOn(house.app.db, { productIds, currency: 'NOK', day: '2026-06-01' });
  expect(Object.fromEntries(Object.entries(house.ids).map(([name, id]) => [name, found.get(id)?.amount]))).toEqual({
    'Winter 17': 149_900,
    'Summer 17': 129_900,
    'Wiper blade': 19_900,
    Oil: undefined,
    Air: 50,
  });
});

test.each<[string, () => Promise<unknown>, object]>([
  [
    'a negative price',
    () => refused(prices.setPrice, { id: house.ids['Air']!, listId: house.nok, amount: -1 }),
    { field: 'amount', code: 'amount_out_of_range' },
  ],
  [
    'a price of 13 digits',
    () => refused(prices.setPrice, { id: house.ids['Air']!, listId: house.nok, amount: 1_000_000_000_000 }),
    { field: 'amount', code: 'amount_out_of_range' },
  ],
  [
    'a price from yesterday on',
    () => refused(prices.setPrice, { id: house.ids['Air']!, listId: house.nok, amount: 1, validFrom: '2026-03-01' }),
    { field: 'validFrom', code: 'day_in_past' },
  ],
  [
    'a cost without its currency',
    () => refused(products.createProduct, { name: 'x', kind: 'product', unit: 'h', cost: 5 }),
    { field: 'costCurrency', code: 'cost_currency_needed' },
  ],
  [
    'a number twice',
    async () => refused(products.createProduct, { name: 'x', kind: 'product', unit: 'h', number: 'p-1001' }),
    { field: 'number', code: 'taken' },
  ],
  [
    'a second default list',
    () => refused(prices.createPriceList, { name: 'Two', currency: 'NOK', kind: 'default' }),
    { field: 'kind', code: 'default_list_exists' },
  ],
  [
    'another currency for a list with prices',
    () => refused(prices.updatePriceList, { id: house.nok, currency: 'EUR' }),
    { code: 'list_has_prices' },
  ],
  [
    'a group inside itself',
    () => refused(products.updateProductGroup, { id: house.tyres, parentId: house.tyres }),
    { field: 'parentId', code: 'group_cycle' },
  ],
  [
    'a group that is not empty',
    () => refused(products.deleteProductGroup, { id: house.tyres }),
    { code: 'group_not_empty' },
  ],
  [
    'sorting by what is no column',
    () => refused(products.listProducts, { sort: 'price; drop table price' }),
    { field: 'sort', code: 'invalid_choice' },
  ],
  [
    'an ending beyond its step',
    () =>
      refused(revisions.createPriceRevision, {
        name: 'x',
        listId: house.nok,
        selection: {},
        rule: { change: { kind: 'percent', by: 1 }, rounding: { step: 5, ending: 5 } },
      }),
    { code: 'ending_beyond_step' },
  ],
])('%s is refused at its field', async (_, doing, expected) => {
  expect(await doing()).toMatchObject(expected);
});

test('hostile words change nothing, and a marketer may look but not touch', async () => {
  for (const search of ["'; drop table product; --", '%', '\\', '_', '😀']) {
    await ask(products.listProducts, { search });
    await ask(revisions.listPriceRevisions, { search });
  }
  expect((await ask(products.listProducts, {})).total).toBe(5);
  const marketer = await signedIn(house, 'cyprian@nordlys.test');
  expect((await marketer.call(products.listProducts, {})).status).toBe(200);
  expect((await marketer.call(prices.setPrice, { id: house.ids['Air']!, listId: house.nok, amount: 1 })).status).toBe(
    403,
  );
});
