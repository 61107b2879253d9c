import { expect, test } from 'vitest';
import { dayFor, filled, moneyFor } from './public-words.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test.each([
  ['en', '€1,234.50', '2 March 2026'],
  ['nb', '1 234,50 €', '2. mars 2026'],
  ['pl', '1234,50 €', '2 marca 2026'],
  ['fr', '1 234,50 €', '2 mars 2026'],
] as const)('%s: money and days are written as Europeans do', (language, money, day) => {
  expect(plain(moneyFor({ language, currency: 'EUR' }, 123_450))).toBe(money);
  expect(dayFor({ language }, '2026-03-02')).toBe(day);
});

test('an amount of a currency without small coins stays whole', () => {
  expect(moneyFor({ language: 'en', currency: 'JPY' }, 500)).toContain('500');
});

test('a name without a value stays as it is', () => {
  expect(filled('{a} and {b}', { a: 'One' })).toBe('One and {b}');
});
