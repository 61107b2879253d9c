import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { FairRow } from './fair-row.ts';

const rowOf = (brought: Record<string, number>) => {
  const row = new FairRow<string>();
  for (const [sharer, count] of Object.entries(brought)) {
    for (let i = 1; i <= count; i += 1) row.push(sharer, `${sharer}${i}`);
  }
  return row;
};

test('O33: sharers take turns, however many each has brought', () => {
  expect(rowOf({ a: 5, b: 2, c: 1 }).takeAll()).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4', 'a5']);
});

test('who comes later is next after those who stand before him', () => {
  const row = rowOf({ a: 2_500 });
  for (let i = 0; i < 1_200; i += 1) row.take();
  row.push('b', 'b1');
  expect([row.take(), row.take(), row.take()]).toEqual(['a1201', 'b1', 'a1202']);
  expect(row.length).toBe(1_298);
});

test('an empty row has nothing', () => {
  const row = rowOf({ a: 1 });
  row.take();
  expect([row.take(), row.length, row.takeAll()]).toEqual([undefined, 0, []]);
});

test('what was taken is let go, whoever else waits', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const row = new FairRow<object>();
  const pushed = () => {
    const item = {};
    row.push('a', item);
    return new WeakRef(item);
  };
  const [taken, waits] = [pushed(), pushed()];
  row.take();
  // What a reference was asked for lives until the turn is over.
  await turn();
  collect();
  expect(taken.deref()).toBeUndefined();
  expect(waits.deref()).toBeDefined();
});
