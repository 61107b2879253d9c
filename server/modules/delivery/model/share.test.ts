import { describe, expect, test } from 'vitest';
import { accountsFor } from './share.ts';

const sharers = (usable: { a?: boolean; b?: boolean } = {}) => [
  { id: 'a', weight: 3, usable: usable.a ?? true },
  { id: 'b', weight: 1, usable: usable.b ?? true },
];
const shares = { rule: 'shares', whenPaused: 'others' } as const;
const line = (no: number, tried: string | null = null) => ({ no, tried });
const nos = Array.from({ length: 400 }, (_, i) => i + 1);

describe('O32: by shares', () => {
  test('each account carries its weight exactly', () => {
    const by = nos.map((no) => accountsFor(line(no), sharers(), shares)[0]);
    expect([by.filter((id) => id === 'a').length, by.filter((id) => id === 'b').length]).toEqual([300, 100]);
  });

  test.each([
    [[7, 3], 50],
    [[70, 30], 50],
    [[1, 1], 1],
    [[50, 25, 25], 7],
  ])('weights %j hold nearly where lines are laid out by place, %i in each', (weights, lines) => {
    const given = weights.map((weight, at) => ({ id: `account ${at}`, weight, usable: true }));
    const laidOut = Array.from({ length: 400 * lines }, (_, i) => 1000 * Math.floor(i / lines) + (i % lines) + 1);
    const by = laidOut.map((no) => accountsFor(line(no), given, shares)[0]);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    for (const { id, weight } of given) {
      const part = by.filter((one) => one === id).length / laidOut.length;
      expect(Math.abs(part - weight / all)).toBeLessThan(0.02);
    }
  });

  test('a paused account’s share goes on by the others, or waits', () => {
    const given = sharers({ a: false });
    expect(nos.every((no) => accountsFor(line(no), given, shares)[0] === 'b')).toBe(true);
    const waiting = nos.filter((no) => accountsFor(line(no), given, { ...shares, whenPaused: 'wait' }).length === 0);
    expect(waiting).toHaveLength(300);
  });

  test('a line that was tried keeps its account, unless it is gone', () => {
    expect(accountsFor(line(1, 'b'), sharers(), shares)).toEqual(['b']);
    expect(accountsFor(line(1, 'b'), sharers({ b: false }), shares)).toEqual(['a']);
    expect(accountsFor(line(1, 'b'), sharers({ b: false }), { ...shares, whenPaused: 'wait' })).toEqual([]);
    expect(accountsFor(line(4, 'put away'), sharers(), shares)).toEqual(['b']);
  });
});

test('O32: in turn, all may carry it in their order; none is left when all are paused', () => {
  const rule = { rule: 'in_turn', whenPaused: 'others' } as const;
  expect(accountsFor(line(7), sharers(), rule)).toEqual(['a', 'b']);
  expect(accountsFor(line(7), sharers({ a: false }), rule)).toEqual(['b']);
  expect(accountsFor(line(7, 'b'), sharers(), rule)).toEqual(['b']);
  expect(accountsFor(line(7), sharers({ a: false, b: false }), rule)).toEqual([]);
});
