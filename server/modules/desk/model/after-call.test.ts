import { describe, expect, test } from 'vitest';
import { type AfterCall, afterCall, type CallEnded } from './after-call.ts';

const now = new Date('2026-11-26T10:00:00Z');
const later = new Date('2026-11-27T14:30:00Z');

const CASES: [string, Partial<CallEnded>, Partial<AfterCall>][] = [
  ['who was reached is done', { outcome: 'reached' }, { state: 'done', facts: ['reached'], answer: null }],
  ['a yes is an answer of somebody reached', { outcome: 'yes' }, { state: 'done', facts: ['reached'], answer: 'yes' }],
  ['a no is one too', { outcome: 'no' }, { state: 'done', facts: ['reached'], answer: 'no' }],
  [
    'who was not reached comes again after the hours of the action',
    { outcome: 'not_reached', tries: 0 },
    { state: 'open', tries: 1, notBefore: new Date('2026-11-26T14:00:00Z'), facts: ['not_reached'] },
  ],
  [
    'until the tries are used up',
    { outcome: 'not_reached', tries: 2 },
    { state: 'done', tries: 3, notBefore: null, facts: ['not_reached'] },
  ],
  [
    'with one try there is no second',
    { outcome: 'not_reached', tries: 0, triesAllowed: 1 },
    { state: 'done', tries: 1, notBefore: null },
  ],
  [
    'who asks to be called back is called then, and it costs no try',
    { outcome: 'call_back', at: later, tries: 2 },
    { state: 'open', tries: 2, notBefore: later, promised: true, facts: ['reached', 'call_back'] },
  ],
  [
    'who wants no calls gets none',
    { outcome: 'do_not_call' },
    { state: 'done', suppress: true, facts: ['reached', 'unsubscribed'] },
  ],
];

describe('after a call', () => {
  test.each(CASES)('%s', (_says, given, expected) => {
    const ended: CallEnded = {
      outcome: 'reached',
      at: null,
      tries: 0,
      triesAllowed: 3,
      againAfterHours: 4,
      now,
      ...given,
    };
    expect(afterCall(ended)).toMatchObject(expected);
  });
});
