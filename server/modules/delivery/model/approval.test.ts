import { describe, expect, test } from 'vitest';
import { changedParts, type Fingerprint, hindranceOf, whyNeeded } from './approval.ts';

const shown: Fingerprint = {
  content: 'c',
  audience: 'a',
  sender: 's',
  cost: '100 NOK',
  planned: 1000,
  costMinor: 10_000,
};

describe('a second person is needed', () => {
  test.each([
    ['never without a rule', null, null, 1_000_000, 1_000_000, []],
    ['not at the size itself', 1000, null, 1000, 0, []],
    ['above it', 1000, null, 1001, 0, ['size']],
    ['when nobody knows the size yet', 1000, null, null, 0, ['size_unknown']],
    ['not at the cost itself', null, 10_000, 5, 10_000, []],
    ['above it', null, 10_000, 5, 10_001, ['cost']],
    ['for both', 10, 10_000, 11, 10_001, ['size', 'cost']],
  ] as const)('%s', (_, recipients, costMinor, planned, cost, why) => {
    expect(whyNeeded({ recipients, costMinor }, { planned, costMinor: cost })).toEqual(why);
  });
});

describe('what was approved', () => {
  test.each([
    ['nothing', {}, []],
    ['the message', { content: 'd' }, ['content']],
    [
      'the list and with it the cost',
      { audience: 'b', cost: '110 NOK', planned: 1100, costMinor: 11_000 },
      ['audience', 'cost'],
    ],
    [
      'everything',
      { content: 'd', audience: 'b', sender: 't', cost: '0 NOK' },
      ['content', 'audience', 'sender', 'cost'],
    ],
  ] as const)('tells that %s has changed', (_, change, changed) => {
    const now = { ...shown, ...change };
    expect(changedParts(shown, now)).toEqual(changed);
    expect(hindranceOf({ state: 'given', fingerprint: shown }, now)).toBe(changed.length > 0 ? 'approval_void' : null);
  });

  test('holds only once it is given', () => {
    expect(hindranceOf(undefined, shown)).toBe('approval_needed');
    expect(hindranceOf({ state: 'asked', fingerprint: shown }, shown)).toBe('approval_needed');
    expect(hindranceOf({ state: 'refused', fingerprint: shown }, shown)).toBe('approval_needed');
  });
});
