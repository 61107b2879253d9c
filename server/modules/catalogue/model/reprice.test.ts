import { describe, expect, test } from 'vitest';
import { PriceRule } from '../../../../contract/catalogue-revisions.ts';
import { type Priced, reprice } from './reprice.ts';

const rule = (
  [kind, by]: ['percent' | 'amount' | 'factor', number],
  rounding: Partial<PriceRule['rounding']> = {},
  minMargin: number | null = null,
): PriceRule => PriceRule.parse({ change: { kind, by }, rounding: { step: 1, ending: 0, ...rounding }, minMargin });
const at = (price: number | null, cost: number | null = null, costElsewhere = false): Priced => ({
  price,
  cost,
  costElsewhere,
});
const said = (given: PriceRule, product: Priced) => {
  const { verdict, amount, ...rest } = reprice(given, product);
  return [verdict, amount, ...Object.values(rest)];
};

const TO_90 = { step: 100, ending: 90 };
const TO_5 = { step: 500 };

describe('O52: a rule gives a product its new price', () => {
  test.each<[string, PriceRule, Priced, unknown[]]>([
    ['5 % more', rule(['percent', 500]), at(10_000), ['change', 10_500]],
    ['5.25 % more, half a cent goes up', rule(['percent', 525]), at(1_000_0), ['change', 10_525]],
    ['a tenth of a percent of 0.05 is no change', rule(['percent', 10]), at(5), ['same', 5]],
    ['half a cent goes up', rule(['percent', 5000]), at(3), ['change', 5]],
    ['a third of a cent goes down', rule(['percent', -3333]), at(100), ['change', 67]],
    ['10 less', rule(['amount', -1000]), at(5_000), ['change', 4_000]],
    ['cost × 1.35', rule(['factor', 1350]), at(900, 1000), ['change', 1350]],
    ['cost × 1.333 prices what has no price', rule(['factor', 1333]), at(null, 1000), ['change', 1333]],
    ['100 % less is no price', rule(['percent', -10_000]), at(500), ['refused', 0, 'not_positive']],
    ['nothing stays nothing', rule(['percent', 500]), at(0), ['same', 0]],
    ['more off than it costs', rule(['amount', -501]), at(500), ['refused', -1, 'not_positive']],
    ['a percentage of no price', rule(['percent', 500]), at(null, 100), ['refused', null, 'no_price']],
    ['an amount on no price', rule(['amount', 500]), at(null), ['refused', null, 'no_price']],
    ['a factor on no cost', rule(['factor', 1350]), at(500), ['refused', null, 'no_cost']],
    [
      'a factor on a cost in euro',
      rule(['factor', 1350]),
      at(500, null, true),
      ['refused', null, 'cost_other_currency'],
    ],
    ['13 digits', rule(['percent', 100_000]), at(999_999_999_999), ['refused', 10_999_999_999_989, 'too_large']],
  ])('%s', (_, given, product, expected) => {
    expect(said(given, product)).toEqual(expected);
  });

  test.each<[string, Partial<PriceRule['rounding']>, number, number]>([
    ['to .90, nearest, from below', TO_90, 12_341, 12_390],
    ['to .90, nearest, back over the whole', TO_90, 12_339, 12_290],
    ['to .90, half-way goes up', TO_90, 12_340, 12_390],
    ['to .90, up', { ...TO_90, direction: 'up' }, 12_391, 12_490],
    ['to .90, up, already there', { ...TO_90, direction: 'up' }, 12_390, 12_390],
    ['to .90, down', { ...TO_90, direction: 'down' }, 12_389, 12_290],
    ['to 5, nearest', TO_5, 12_249, 12_000],
    ['to 5, half-way goes up', TO_5, 12_250, 12_500],
    ['to 5, up', { ...TO_5, direction: 'up' }, 12_001, 12_500],
    ['to whole', { step: 100 }, 12_349, 12_300],
    ['to 99 of a hundred', { step: 10_000, ending: 9_900 }, 123_456, 119_900],
  ])('rounds %s', (_, rounding, price, expected) => {
    expect(reprice(rule(['amount', 0], rounding), at(price))).toMatchObject({ amount: expected });
  });

  test('a fraction is rounded once: 0.333… above 12.30 goes up to 12.90, not down to 12.30', () => {
    const third = rule(['percent', 1111], { step: 60, ending: 30, direction: 'up' });
    // 1107.0 · 1.1111 = 1230.0 and a little
    expect(reprice(third, at(1107))).toMatchObject({ amount: 1230 });
    expect(reprice(third, at(1108))).toMatchObject({ amount: 1290 });
  });

  test('rounding down to an ending may leave nothing, which is refused', () => {
    const given = rule(['percent', 0], { ...TO_90, direction: 'down' });
    expect(said(given, at(50))).toEqual(['refused', -10, 'not_positive']);
  });

  test('the margin guard compares exactly at its border', () => {
    expect(said(rule(['amount', -1], {}, 2000), at(1251, 1000))).toEqual(['change', 1250]);
    expect(said(rule(['amount', -1], {}, 2000), at(1250, 1000))).toEqual(['refused', 1249, 'below_margin']);
    expect(said(rule(['amount', -1], {}, 2000), at(1250))).toEqual(['change', 1249]);
    expect(said(rule(['amount', 0], {}, 2000), at(1100, 1000))).toEqual(['same', 1100]);
  });
});
