import { expect, test } from 'vitest';
import { PRODUCT_GROUPS, PRODUCTS } from './catalogue.ts';

test('the workshop sells about sixty things in eight groups, each numbered once and priced at no less than it costs', () => {
  expect(PRODUCTS.length).toBeGreaterThan(55);
  expect(PRODUCT_GROUPS).toHaveLength(8);
  const names = new Set(PRODUCT_GROUPS.map(([name]) => name));
  expect(PRODUCTS.filter(({ group, price, cost }) => !names.has(group) || price < cost)).toEqual([]);
  expect(new Set(PRODUCTS.map(({ number }) => number)).size).toBe(PRODUCTS.length);
});
