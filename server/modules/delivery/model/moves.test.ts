import { expect, test } from 'vitest';
import { type LineState, mayFollow, movesOf } from './moves.ts';

const NONE = { open: 0, deferred: 0, sent: 0, failed: 0, unknown: 0, dropped: 0 };

test.each<[LineState | null, LineState, Partial<typeof NONE>]>([
  [null, 'sent', { open: -1, sent: 1 }],
  [null, 'deferred', { deferred: 1 }],
  ['deferred', 'deferred', {}],
  ['deferred', 'failed', { open: -1, deferred: -1, failed: 1 }],
  [null, 'unknown', { open: -1, unknown: 1 }],
  ['unknown', 'sent', { unknown: -1, sent: 1 }],
  [null, 'dropped', { open: -1, dropped: 1 }],
])('a line that was %s and is %s moves its chunk’s counters', (before, state, moved) => {
  expect(movesOf([{ no: 1, before, state }], () => 7)).toEqual(new Map([[7, { ...NONE, ...moved }]]));
});

test('lines move the counters of their own chunk, together', () => {
  const steps = [1, 2, 11].map((no) => ({ no, before: null, state: 'sent' as const }));
  const moves = movesOf(steps, (no) => Math.floor(no / 10));
  expect([...moves].map(([chunkNo, { open, sent }]) => [chunkNo, open, sent])).toEqual([
    [0, -2, 2],
    [1, -1, 1],
  ]);
});

test.each<[LineState | null, number | null, LineState, number | null, boolean]>([
  [null, null, 'sent', 1, true],
  ['deferred', 1, 'sent', 2, true],
  ['deferred', 1, 'deferred', 1, false],
  ['deferred', 1, 'dropped', null, true],
  ['unknown', 1, 'sent', 1, true],
  ['unknown', 1, 'failed', 1, true],
  ['unknown', 1, 'deferred', 1, false],
  ['sent', 1, 'sent', 1, false],
  ['dropped', null, 'sent', 1, false],
])('after %s of attempt %s, %s of attempt %s may come: %s', (state, attemptNo, next, nextAttemptNo, may) => {
  expect(mayFollow({ state, attemptNo }, { state: next, attemptNo: nextAttemptNo })).toBe(may);
});
