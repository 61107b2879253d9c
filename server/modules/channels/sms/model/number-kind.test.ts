import { expect, test } from 'vitest';
import { kindOfNumber } from './number-kind.ts';

test.each([
  ['+4740000001', 'mobile NO'],
  ['+48600123456', 'mobile PL'],
  ['+33612345678', 'mobile FR'],
  ['+12015550123', 'mobile US'],
  ['+4722123456', 'landline NO'],
  ['+4782900000', 'premium NO'],
  ['+4780012345', 'unroutable NO'],
  ['+4712', 'unroutable null'],
])('%s', (number, expected) => {
  const { kind, country } = kindOfNumber(number);
  expect(`${kind} ${country}`).toBe(expected);
});
