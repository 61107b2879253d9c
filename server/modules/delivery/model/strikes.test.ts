import { expect, test } from 'vitest';
import { isOut, isStrike } from './strikes.ts';

test.each([
  ['F17', 'mailbox_disabled', 1, 30, false],
  ['F17', 'mailbox_disabled', 2, 6, false],
  ['F17', 'mailbox_disabled', 2, 7, true],
  ['F19', 'mailbox_full', 4, 30, false],
  ['F19', 'mailbox_full', 9, 13, false],
  ['F19', 'mailbox_full', 5, 14, true],
  ['F18', 'policy', 99, 99, false],
])('%s: %s, on %i days over %i days: suppressed %s', (_, reason, strikes, days, out) => {
  expect(isOut(reason, strikes, days)).toBe(out);
});

test('only these are counted', () => {
  expect(['mailbox_disabled', 'mailbox_full', 'policy', 'refused'].map(isStrike)).toEqual([true, true, false, false]);
});
