import { expect, test } from 'vitest';
import { readCell, readCountry, readDay, readLanguage, readNumber } from './read-cell.ts';

test.each([
  ['0', 0],
  ['12', 12],
  ['-7', -7],
  ['(7)', -7],
  ['1 234,50', 1234.5],
  ['1\u00a0234\u202f567,8', 1234567.8],
  ['1.234,50', 1234.5],
  ['1,234.50', 1234.5],
  ['1,234', 1234],
  ['1.234', 1.234],
  ['0,125', 0.125],
  ['12,5', 12.5],
  ['1.234.567', 1234567],
  ['1,234,567.89', 1234567.89],
  ["1'234.5", 1234.5],
  ['', null],
  ['.', null],
  ['12a', null],
  ['1e5', null],
  ['1-2', null],
])('%j is the number %s', (cell, number) => {
  expect(readNumber(cell)).toBe(number);
});

test.each([
  ['2026-05-17', 'dmy', '2026-05-17'],
  ['2026-05-17T10:00:00Z', 'dmy', '2026-05-17'],
  ['17.05.2026', 'dmy', '2026-05-17'],
  ['17.5.26', 'dmy', '2026-05-17'],
  ['17.5.85', 'dmy', '1985-05-17'],
  ['03/04/2026', 'dmy', '2026-04-03'],
  ['03/04/2026', 'mdy', '2026-03-04'],
  ['2026/5/7', 'mdy', '2026-05-07'],
  ['29.02.2025', 'dmy', null],
  ['13/13/2025', 'dmy', null],
  ['yesterday', 'dmy', null],
] as const)('%j (%s) is the day %s', (cell, order, day) => {
  expect(readDay(cell, order)).toBe(day);
});

test.each([
  ['NO', 'NO'],
  ['pl', 'PL'],
  ['Norge', 'NO'],
  ['Norwegia', 'NO'],
  ['Norvège', 'NO'],
  ['Tyskland', 'DE'],
  ['POLSKA', 'PL'],
  ['UK', 'GB'],
  ['QQ', null],
  ['Narnia', null],
])('%j is the country %s', (cell, code) => {
  expect(readCountry(cell)).toBe(code);
});

test.each([
  ['nb-NO', 'nb'],
  ['no', 'nb'],
  ['Polski', 'pl'],
  ['fr_FR', 'fr'],
  ['de', null],
])('%j is the language %s', (cell, code) => {
  expect(readLanguage(cell)).toBe(code);
});

const options = [
  { value: 'r', label: 'Rød' },
  { value: 'b', label: 'Blå' },
];
test.each([
  ['money', '1 299,00 kr', { value: 129900 }],
  ['money', 'NOK 5', { value: 500 }],
  ['money', 'gratis', { problem: 'not_a_number' }],
  ['yes_no', 'Tak', { value: true }],
  ['yes_no', 'nei', { value: false }],
  ['yes_no', 'kanskje', { problem: 'not_yes_or_no' }],
  ['one_of', 'rød', { value: 'r' }],
  ['one_of', 'B', { value: 'b' }],
  ['one_of', 'Grønn', { problem: 'unknown_choice' }],
  ['many_of', 'Rød; blå|RØD', { value: ['r', 'b'] }],
  ['many_of', 'Rød, Grønn', { problem: 'unknown_choice' }],
  ['tags', 'vip, kunde', { value: ['vip', 'kunde'] }],
  ['text', '=1+1', { value: '=1+1' }],
] as const)('%s: %j', (type, cell, expected) => {
  expect(readCell({ type, options, currency: 'NOK' }, cell, 'dmy')).toEqual(expected);
});
