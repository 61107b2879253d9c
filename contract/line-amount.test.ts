import { expect, test } from 'vitest';
import { amountOf, sumOf } from './line-amount.ts';

test.each([
  [1000, 149_900, 149_900],
  [1500, 99, 149],
  [333, 100, 33],
  [335, 100, 34],
  [1, 499, 0],
  [1, 500, 1],
  [1_000_000_000, 9_999_999, 9_999_999_000_000],
])('%i thousandths at %i are %i', (quantity, price, amount) => {
  expect(amountOf(quantity, price)).toBe(amount);
});

test('a document adds up what its lines show, not what they would be unrounded', () => {
  const third = { quantity: 333, priceMinor: 101 };
  expect(sumOf([third, third, third])).toBe(3 * 34);
});
