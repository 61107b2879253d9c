import { expect, test } from 'vitest';
import { balanceOf } from './balance.ts';

const sums = { matched: 10, planned: 7, sent: 5, failed: 1, dropped: 1, unknown: 0, open: 0 };
const excludedBy = [
  { reason: 'no_address', lines: 1 },
  { reason: 'no_consent', lines: 2 },
];
const whole = { sums, excludedBy, bounced: 1, smtpAccepted: 5, brokenSums: 0 };

test('sums that hold are balanced', () => {
  expect(balanceOf(whole)).toEqual({
    matched: 10,
    excluded: { no_address: 1, no_consent: 2 },
    planned: 7,
    sent: 5,
    failed: 1,
    dropped: 1,
    unknown: 0,
    stillOpen: 0,
    bounced: 1,
    smtpAccepted: 5,
    balanced: true,
  });
});

test.each([
  ['somebody was matched and is nowhere', { ...whole, sums: { ...sums, matched: 11 } }],
  ['somebody planned has no end', { ...whole, sums: { ...sums, dropped: 0 } }],
  ['something is still open', { ...whole, sums: { ...sums, dropped: 0, open: 1 } }],
  ['the mail server saw one more', { ...whole, smtpAccepted: 6 }],
  ['the mail server saw one less', { ...whole, smtpAccepted: 4 }],
  ['more came back than went out', { ...whole, bounced: 6 }],
  ['the ledger’s own check fails', { ...whole, brokenSums: 1 }],
])('not balanced: %s', (_, counted) => {
  expect(balanceOf(counted).balanced).toBe(false);
});
