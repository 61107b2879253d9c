import { describe, expect, test } from 'vitest';
import { fitsDigits, numberIn, writtenNumber } from './number-in.ts';

const ENGLISH = { decimal: '.', thousand: ',' };
const NORWEGIAN = { decimal: ',', thousand: '\u00a0' };

const EVERYWHERE: [string, number | null][] = [
  ['15', 15],
  [' 15 ', 15],
  ['007', 7],
  ['1.5', 1.5],
  ['.5', 0.5],
  ['5.', 5],
  ['-4', -4],
  ['−4', -4],
  ['- 4', -4],
  ['0', 0],
  ['-0', 0],
  ['12 999', 12_999],
  ['12\u202f999', 12_999],
  ['1 5', null],
  ['1e3', null],
  ['0x10', null],
  ['1.2.3', null],
  ['4-2', null],
  ['--4', null],
  ['ten', null],
  ['5 hours', null],
  ['Infinity', null],
  ['-', null],
  ['.', null],
  ['', null],
];

describe('a number typed', () => {
  test.each([
    ...EVERYWHERE,
    ['12,999', 12_999],
    ['12,999.5', 12_999.5],
    ['1,234,567', 1_234_567],
    ['1,5', null],
    ['12,99', null],
    ['12.999,5', null],
  ] as [string, number | null][])('in English: %j is %s', (typed, value) => {
    expect(numberIn(typed, ENGLISH)).toBe(value);
  });

  test.each([
    ...EVERYWHERE,
    ['12\u00a0999,5', 12_999.5],
    ['1,5', 1.5],
    ['1 299,00', 1299],
    ['1.299,00', null],
    ['1,299,00', null],
  ] as [string, number | null][])('in Norwegian: %j is %s', (typed, value) => {
    expect(numberIn(typed, NORWEGIAN)).toBe(value);
  });
});

test.each([
  [1.5, 0, false],
  [3, 0, true],
  [1.005, 3, true],
  [1.005, 2, false],
  [0.1 + 0.2, 1, true],
])('%s has at most %i decimals: %s', (value, digits, fits) => {
  expect(fitsDigits(value, digits)).toBe(fits);
});

test.each([
  [12_999, 0, '12,999'],
  [1_234_567.5, 2, '1,234,567.5'],
  [-1000, 0, '-1,000'],
  [0.000001, 6, '0.000001'],
  [100, 2, '100'],
])('%s with %i decimals is written %s and read back', (value, digits, text) => {
  expect(writtenNumber(value, ENGLISH, digits)).toBe(text);
  expect(numberIn(text, ENGLISH)).toBe(value);
});
