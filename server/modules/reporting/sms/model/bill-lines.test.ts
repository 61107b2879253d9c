import { expect, test } from 'vitest';
import { amountOf } from '../../../../../contract/line-amount.ts';
import { billLines, unpriced } from './bill-lines.ts';

const AT_COST = { pricing: 'metered', markup: 0, perPartMillionths: null, lines: 'country' } as const;
const of = (country: string | null, parts: number, priceMillionths: number | null) => ({
  country,
  parts,
  priceMillionths,
});
const said = (lines: ReturnType<typeof billLines>) =>
  lines.map(({ country, counted, quantity, priceMinor, amountMinor }) => [
    country,
    counted,
    quantity,
    priceMinor,
    amountMinor,
  ]);

test.each([
  ['a price of whole cents counts parts', [of('NO', 12, 350_000)], {}, [['NO', 'part', 12_000, 35, 420]]],
  ['a finer price counts thousands of parts', [of('PL', 1234, 65_100)], {}, [['PL', 'thousand', 1234, 6510, 8033]]],
  ['one finer still stands as one', [of('PL', 1234, 65_123)], {}, [['PL', 'whole', 1000, 8036, 8036]]],
  [
    'more than a million parts are counted in thousands',
    [of('NO', 2_000_001, 350_000)],
    {},
    [['NO', 'thousand', 2_000_001, 35_000, 70_000_035]],
  ],
  [
    'a country whose price changed has two lines',
    [of('NO', 2, 350_000), of('NO', 3, 400_000)],
    {},
    [
      ['NO', 'part', 2000, 35, 70],
      ['NO', 'part', 3000, 40, 120],
    ],
  ],
  [
    'a markup is on the price, which is not rounded',
    [of('NO', 10, 65_100)],
    { markup: 1250 },
    [['NO', 'whole', 1000, 73, 73]],
  ],
  [
    'a markup that leaves whole cents leaves parts',
    [of('NO', 10, 350_000)],
    { markup: 2000 },
    [['NO', 'part', 10_000, 42, 420]],
  ],
  [
    'a price of one’s own is for all',
    [of('NO', 2, null), of(null, 1, 1)],
    { pricing: 'own', perPartMillionths: 500_000, markup: 9999 },
    [
      ['NO', 'part', 2000, 50, 100],
      [null, 'part', 1000, 50, 50],
    ],
  ],
  [
    'one line for all of one price counts parts',
    [of('NO', 2, 350_000), of('SE', 3, 350_000)],
    { lines: 'one' },
    [[undefined, 'part', 5000, 35, 175]],
  ],
  [
    'one line for several prices is their sum, rounded once',
    [of('NO', 1, 5_000), of('SE', 1, 5_001)],
    { lines: 'one' },
    [[undefined, 'whole', 1000, 1, 1]],
  ],
  ['what no gateway took is on no line', [of('NO', 0, null), of('SE', 0, 1)], {}, []],
  ['half a cent goes up', [of('NO', 1, 5_000)], {}, [['NO', 'thousand', 1, 500, 1]]],
] as const)('Q10: %s', (_, metered, terms, lines) => {
  const billed = billLines(metered, { ...AT_COST, ...terms }, 100);
  expect(said(billed)).toEqual(lines);
  for (const { quantity, priceMinor, amountMinor } of billed) expect(amountOf(quantity, priceMinor)).toBe(amountMinor);
});

test('Q10: a currency without cents is billed in whole units', () => {
  expect(said(billLines([of('JP', 3, 12_500_000)], AT_COST, 1))).toEqual([['JP', 'thousand', 3, 12_500, 38]]);
});

test('Q10: parts without a price stand in the way of billing at cost, not of a price of one’s own', () => {
  const metered = [of('NO', 1, 1), of('SE', 1, null), of(null, 1, null), of('DK', 0, null)];
  expect(unpriced(metered, AT_COST)).toEqual(['SE', null]);
  expect(unpriced(metered, { pricing: 'own' })).toEqual([]);
});
