import { describe, expect, test } from 'vitest';
import { rateless, type Sold, totalsOf, treatmentOf } from './vat.ts';

const NORWAY = { standard: 2500, reduced: 1500, low: 1200 };
const sold = (priceMinor: number, vatClass: Sold['vatClass'] = 'standard', quantity = 1000): Sold => ({
  priceMinor,
  vatClass,
  quantity,
});

test.each([
  ['NO', 'NO', false, 'domestic'],
  ['NO', null, false, 'domestic'],
  ['NO', 'SE', true, 'export'],
  ['PL', 'DE', true, 'reverse_charge'],
  ['PL', 'DE', false, 'domestic'],
  ['PL', 'NO', true, 'export'],
  ['FR', 'GB', false, 'export'],
] as const)('from %s to %s, VAT number %s: %s', (seller, buyer, hasVatId, treatment) => {
  expect(treatmentOf(seller, buyer, hasVatId)).toBe(treatment);
});

describe('VAT rounding', () => {
  test('is of the sum of a rate, not of each line: three times 0.10 at 25 % is 0.08, not 0.09', () => {
    expect(totalsOf([sold(10), sold(10), sold(10)], 'domestic', NORWAY)).toEqual({
      netMinor: 30,
      vatMinor: 8,
      vat: [{ category: 'S', rate: 2500, classes: ['standard'], netMinor: 30, vatMinor: 8 }],
    });
  });

  test('goes up at the half', () => {
    expect(totalsOf([sold(2)], 'domestic', NORWAY).vatMinor).toBe(1);
    expect(totalsOf([sold(1)], 'domestic', NORWAY).vatMinor).toBe(0);
  });

  test('keeps rates apart, the highest first', () => {
    const lines = [sold(10_000, 'low'), sold(20_000), sold(5_000, 'exempt'), sold(7_000, 'zero')];
    expect(totalsOf(lines, 'domestic', NORWAY)).toEqual({
      netMinor: 42_000,
      vatMinor: 6_200,
      vat: [
        { category: 'S', rate: 2500, classes: ['standard'], netMinor: 20_000, vatMinor: 5_000 },
        { category: 'S', rate: 1200, classes: ['low'], netMinor: 10_000, vatMinor: 1_200 },
        { category: 'E', rate: 0, classes: ['exempt'], netMinor: 5_000, vatMinor: 0 },
        { category: 'Z', rate: 0, classes: ['zero'], netMinor: 7_000, vatMinor: 0 },
      ],
    });
  });

  test('nothing is borne by what the buyer reckons himself, or what leaves the country', () => {
    expect(totalsOf([sold(10_000)], 'reverse_charge', NORWAY)).toMatchObject({
      vatMinor: 0,
      vat: [{ category: 'AE' }],
    });
    expect(totalsOf([sold(10_000)], 'export', NORWAY)).toMatchObject({ vatMinor: 0, vat: [{ category: 'G' }] });
  });
});

test('a class that the country has no rate for is named', () => {
  expect(rateless([sold(1), sold(1, 'exempt')], { standard: 2500 })).toBeNull();
  expect(rateless([sold(1), sold(1, 'low')], { standard: 2500 })).toBe('low');
});
