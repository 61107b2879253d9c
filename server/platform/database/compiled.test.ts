import { expect, test } from 'vitest';
import { kindsOf } from './compiled.ts';

test('rows that say the same as the one before say it once, counted from 1', () => {
  const rows = ['sent', 'sent', 'failed', 'sent', 'sent'].map((state, no) => ({ no, state }));
  const { kinds, kind } = kindsOf(rows, (a, b) => a.state === b.state);
  expect(kinds.map(({ state }) => state)).toEqual(['sent', 'failed', 'sent']);
  expect(kind).toEqual([1, 1, 2, 3, 3]);
  expect(kindsOf([], () => true)).toEqual({ kinds: [], kind: [] });
});
