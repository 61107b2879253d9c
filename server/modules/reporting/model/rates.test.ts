import { expect, test } from 'vitest';
import { ratesOf } from './rates.ts';

test('O42: Open Rate, CTR and CTOR follow their formulas', () => {
  const rates = ratesOf({
    sent: 110,
    bounced: 10,
    delivered: 100,
    tracked: 80,
    openers: 40,
    clickers: 10,
    unsubscribed: 1,
  });
  expect(rates.open).toEqual({ value: 0.5, numerator: 40, denominator: 80 });
  expect(rates.click).toEqual({ value: 0.125, numerator: 10, denominator: 80 });
  expect(rates.clickToOpen).toEqual({ value: 0.25, numerator: 10, denominator: 40 });
  expect(rates.bounce.value).toBeCloseTo(10 / 110);
  expect(rates.unsubscribe.denominator).toBe(100);
});

test('a share of nothing is no number', () => {
  expect(
    ratesOf({ sent: 0, bounced: 0, delivered: 0, tracked: 0, openers: 0, clickers: 0, unsubscribed: 0 }).open.value,
  ).toBeNull();
});
