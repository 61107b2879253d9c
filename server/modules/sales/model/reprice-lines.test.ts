import { describe, expect, test } from 'vitest';
import { reprice } from '../../catalogue/index.ts';
import { type OpenLine, repriceLines } from './reprice-lines.ts';

const line = (position: number, more: Partial<OpenLine> = {}): OpenLine => ({
  documentId: 'd',
  position,
  currency: 'NOK',
  quantity: 1000,
  price: 10_000,
  cost: 6_000,
  costElsewhere: false,
  listed: 12_000,
  ...more,
});
const percent = (by: number, minMargin: number | null = null) => ({
  change: { kind: 'percent' as const, by },
  rounding: { step: 100, ending: 90, direction: 'nearest' as const },
  minMargin,
});

describe('O53: prices of open documents are recalculated', () => {
  test('by the rules of a price revision, rounded as they say', () => {
    const { prices, change } = repriceLines([line(1)], percent(500), reprice);
    expect(prices).toEqual([{ documentId: 'd', position: 1, priceMinor: 10_490, ownPrice: true }]);
    expect(change).toBe(1);
  });

  test('or to what the price list says today; a product that no list has keeps its price', () => {
    const { prices, same, refused } = repriceLines(
      [line(1), line(2, { listed: 10_000 }), line(3, { listed: null })],
      null,
      reprice,
    );
    expect(prices).toEqual([{ documentId: 'd', position: 1, priceMinor: 12_000, ownPrice: false }]);
    expect({ same, refused }).toEqual({ same: 1, refused: 1 });
  });

  test('never below the margin that the rule asks for', () => {
    const { prices, refused, after } = repriceLines([line(1)], percent(-3_000, 2_000), reprice);
    expect({ prices, refused }).toEqual({ prices: [], refused: 1 });
    expect(after[0]?.after).toBe(10_000);
  });
});
