import { expect, test } from 'vitest';
import type { ActionId } from '../../../../../contract/ids.ts';
import { carried, type Draft, moved } from './track-draft.ts';

const track = (name: string, ...messages: string[]): Draft => ({
  name,
  interest: null,
  afterFailure: 'go_on',
  messages: messages.map((called) => ({ actionId: called as ActionId, name: called })),
});
const order = (drafts: readonly Draft[]) =>
  drafts.map(({ name, messages }) => `${name}: ${messages.map((one) => one.name).join(' ')}`);

test.each([
  [0, 2, 'b c a'],
  [2, 0, 'c a b'],
  [1, 1, 'a b c'],
])('moves %i to %i', (from, to, expected) => {
  expect(moved(['a', 'b', 'c'], from, to).join(' ')).toBe(expected);
});

test.each([
  [{ track: 0, place: 0 }, { track: 0, place: 1 }, ['A: 2 1', 'B: 3']],
  [{ track: 0, place: 1 }, { track: 1, place: 0 }, ['A: 1', 'B: 2 3']],
  [{ track: 1, place: 0 }, { track: 0, place: 2 }, ['A: 1 2 3', 'B: ']],
  [{ track: 1, place: 7 }, { track: 0, place: 0 }, ['A: 1 2', 'B: 3']],
])('carries %j to %j', (from, to, expected) => {
  expect(order(carried([track('A', '1', '2'), track('B', '3')], from, to))).toEqual(expected);
});
