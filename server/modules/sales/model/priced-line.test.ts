import { expect, test } from 'vitest';
import { type PricedLine, unsellable } from './priced-line.ts';

const line = (priceMinor: number | null): PricedLine => ({
  productId: 'p',
  number: 'P-1',
  name: 'Oil',
  unit: 'l',
  vatClass: 'standard',
  quantity: 1000,
  priceMinor,
  ownPrice: false,
});

test.each([
  ['nothing to sell', [], null],
  ['a price of nothing is a price', [line(0)], null],
  [
    'a product that no list prices',
    [line(100), line(null)],
    { at: 1, field: 'priceMinor', code: 'product_without_price' },
  ],
  ['a product that is gone', [null, line(null)], { at: 0, field: 'productId', code: 'unknown_product' }],
] as const)('%s', (_, lines, found) => {
  const said = unsellable(lines, 'NOK');
  if (found === null) expect(said).toBeNull();
  else expect(said).toMatchObject(found);
});
