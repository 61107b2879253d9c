import { describe, expect, test } from 'vitest';
import { addMonths, dayByKey, dayOr, monthOf, weekOf } from './days.ts';

describe('days', () => {
  test.each([
    ['2026-11-01', 6, '2026-10-26', '2026-12-06'],
    ['2026-02-14', 5, '2026-01-26', '2026-03-01'],
    ['2027-02-28', 4, '2027-02-01', '2027-02-28'],
    ['2024-12-31', 6, '2024-11-25', '2025-01-05'],
  ])('the month of %s has %i weeks, from %s to %s', (day, count, first, last) => {
    const weeks = monthOf(day);
    expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual([count, first, last]);
  });

  test('a week begins on Monday, over the end of a year too', () => {
    expect(weekOf('2027-01-01')).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ]);
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  test.each([
    ['ArrowLeft', '2026-11-25'],
    ['ArrowDown', '2026-12-03'],
    ['Home', '2026-11-23'],
    ['End', '2026-11-29'],
    ['PageUp', '2026-10-26'],
    ['PageDown', '2026-12-26'],
    ['x', null],
  ])('%s leads from Thursday, 26 November to %s', (key, expected) => {
    expect(dayByKey('2026-11-26', key, 'month')).toBe(expected);
  });

  test.each([
    ['2027-03-05', '2027-03-05'],
    ['2028-02-29', '2028-02-29'],
    ['2999-12-31', '2999-12-31'],
    ['9999-12-31', '2026-11-28'],
    ['10000-01-01', '2026-11-28'],
    ['0000-00-00', '2026-11-28'],
    ['0001-01-01', '2026-11-28'],
    ['2027-02-31', '2026-11-28'],
    ['2027-13-01', '2026-11-28'],
    ['2027-3-5', '2026-11-28'],
    ['rubbish', '2026-11-28'],
    ['', '2026-11-28'],
    [2027, '2026-11-28'],
    [undefined, '2026-11-28'],
  ])('an address that asks for %j gets %s', (asked, day) => {
    expect(dayOr(asked, '2026-11-28')).toBe(day);
  });
});
