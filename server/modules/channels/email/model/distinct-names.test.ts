import { expect, test } from 'vitest';
import { distinctNames } from './distinct-names.ts';

test.each<[string[], string[]]>([
  [[], []],
  [
    ['a.pdf', 'b.pdf'],
    ['a.pdf', 'b.pdf'],
  ],
  [
    ['a.pdf', 'a.pdf', 'A.PDF'],
    ['a.pdf', 'a (2).pdf', 'A (3).PDF'],
  ],
  [
    ['a.pdf', 'a (2).pdf', 'a.pdf'],
    ['a.pdf', 'a (2).pdf', 'a (3).pdf'],
  ],
  [
    ['terms.of.sale.txt', 'terms.of.sale.txt', 'readme', 'readme', '.env', '.env'],
    ['terms.of.sale.txt', 'terms.of.sale (2).txt', 'readme', 'readme (2)', '.env', '.env (2)'],
  ],
])('%j are called %j in one message', (names, told) => {
  expect(distinctNames(names)).toEqual(told);
});
