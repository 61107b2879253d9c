import { describe, expect, it } from 'vitest';
import { costOf, moneySums, shareOf } from './money.ts';

const line = { basis: 'fixed', expectedMinor: null, expectedUnits: null, actualMinor: null } as const;
const counted = { expected: 200, actual: 180 };

describe('A21, A22: what a cost comes to', () => {
  it.each<[string, Parameters<typeof costOf>[0], { expectedMinor: number; actualMinor: number }]>([
    ['fixed, not yet known', { ...line, expectedMinor: 50_000 }, { expectedMinor: 50_000, actualMinor: 0 }],
    [
      'fixed, known',
      { ...line, expectedMinor: 50_000, actualMinor: 61_000 },
      { expectedMinor: 50_000, actualMinor: 61_000 },
    ],
    [
      'per unit, times the size of the group and what was sent',
      { ...line, basis: 'per_unit', expectedMinor: 150 },
      { expectedMinor: 30_000, actualMinor: 27_000 },
    ],
    [
      'per unit, dearer than expected',
      { ...line, basis: 'per_unit', expectedMinor: 150, actualMinor: 200 },
      { expectedMinor: 30_000, actualMinor: 36_000 },
    ],
    [
      'per unit, for a number that was expected beforehand',
      { ...line, basis: 'per_unit', expectedMinor: 150, expectedUnits: 1000 },
      { expectedMinor: 150_000, actualMinor: 27_000 },
    ],
  ])('%s', (_, cost, total) => expect(costOf(cost, counted).total).toEqual(total));
});

describe('O43, O44, O10: ROI, growth and conversion', () => {
  const booked = {
    costs: [
      { total: { expectedMinor: 100_000, actualMinor: 120_000 } },
      { total: { expectedMinor: 0, actualMinor: 80_000 } },
    ],
    revenue: [
      { amountMinor: 500_000, won: 2 },
      { amountMinor: 100_000, won: 1 },
    ],
    delivered: 300,
    minorUnits: 100,
  };

  it('follow their formulas, the cost counted once', () => {
    expect(moneySums(booked)).toEqual({
      costs: { expectedMinor: 100_000, actualMinor: 200_000 },
      revenueMinor: 600_000,
      won: 3,
      delivered: 300,
      roi: { value: 2, numerator: 400_000, denominator: 200_000 },
      growth: { value: 1.5, numerator: 3, denominator: 2 },
      conversion: { value: 0.01, numerator: 3, denominator: 300 },
    });
  });

  it('are no number where nothing was spent or delivered', () => {
    const nothing = moneySums({ ...booked, costs: [], delivered: 0 });
    expect([nothing.roi.value, nothing.growth.value, nothing.conversion.value]).toEqual([null, null, null]);
    expect(shareOf(0, 5).value).toBe(0);
  });

  it('tell of a loss', () => expect(moneySums({ ...booked, revenue: [] }).roi.value).toBe(-1));
});
