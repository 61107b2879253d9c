import { expect, test } from 'vitest';
import { formatOf, type NumberFormat, numberCell } from './sheet-formats.ts';

test.each<[string, NumberFormat]>([
  ['General', 'plain'],
  ['yyyy-mm-dd', 'date'],
  ['d. mmmm', 'date'],
  ['dd/mm/yyyy hh:mm', 'date'],
  ['[$-414]d.\\ mmm\\.\\ yyyy;@', 'date'],
  ['[h]:mm', 'time'],
  ['#,##0.00', 'plain'],
  ['"day" 0', 'plain'],
  ['[Red]0.00', 'plain'],
  ['0000', { digits: 4 }],
])('the format %s is %j', (code, format) => {
  expect(formatOf(code)).toEqual(format);
});

test.each<[string, NumberFormat, boolean, string]>([
  ['46159', 'date', false, '2026-05-17'],
  ['46159.395833333336', 'date', false, '2026-05-17T09:30:00'],
  ['44697', 'date', true, '2026-05-17'],
  ['1', 'date', false, '1900-01-01'],
  ['61', 'date', false, '1900-03-01'],
  ['0.5', 'time', false, '12:00:00'],
  ['150', { digits: 4 }, false, '0150'],
  ['0.30000000000000004', 'plain', false, '0.3'],
  ['4.722123456E9', 'plain', false, '4722123456'],
  ['-12.5', 'plain', false, '-12.5'],
  ['1E+300', 'plain', false, '1e+300'],
  ['-1', 'date', false, '-1'],
  ['n/a', 'date', false, 'n/a'],
])('the number %s as %j is read as it is shown', (raw, format, since1904, text) => {
  expect(numberCell(raw, format, since1904)).toBe(text);
});
