import { describe, expect, test } from 'vitest';
import { allowances } from './allowance.ts';
import { backOffAgain } from './back-off.ts';
import { draw } from './draw.ts';
import { afterTaking, type Limits, NOTHING_USED, type PaceNow, roomIn, type Used } from './pace.ts';
import { limitsOn, warmUpLimit } from './warm-up.ts';

const START = Date.parse('2026-03-02T09:00:00Z');
const MINUTE = 60_000;
const none: Limits = { perMinute: null, perHour: null, perDay: null };

const at = (ms: number): PaceNow => {
  const date = new Date(START + ms).toISOString().slice(0, 10);
  return { at: START + ms, date, midnight: Date.parse(`${date}T00:00:00Z`) + 86_400_000 };
};

/** Sends as eagerly as the limits allow, asking every so often; answers when each message left. */
const eager = (limits: Limits, forMs: number, everyMs: number): number[] => {
  const left: number[] = [];
  let used: Used = NOTHING_USED;
  for (let ms = 0; ms < forMs; ms += everyMs) {
    const { count } = roomIn(limits, used, at(ms));
    used = afterTaking(limits, used, count, at(ms));
    for (let i = 0; i < count; i += 1) left.push(ms);
  }
  return left;
};

const mostWithin = (left: readonly number[], windowMs: number): number => {
  let most = 0;
  for (let from = 0, to = 0; to < left.length; to += 1) {
    while (left[to]! - left[from]! >= windowMs) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
};

describe('a limit holds in every window, wherever it begins, and is used nearly whole', () => {
  test.each([1, 2, 7, 30, 60, 600, 6000])('%i a minute', (perMinute) => {
    const left = eager({ ...none, perMinute }, 10 * MINUTE, 100);
    expect(mostWithin(left, MINUTE)).toBeLessThanOrEqual(perMinute);
    expect(left.length / 10).toBeGreaterThan(perMinute * 0.94);
  });

  test.each([5, 100, 1000])('%i an hour', (perHour) => {
    const left = eager({ ...none, perHour }, 200 * MINUTE, 7_000);
    expect(mostWithin(left, 60 * MINUTE)).toBe(perHour);
    expect(left.length).toBe(perHour * 4);
  });

  test('a day is the company’s day', () => {
    const left = eager({ ...none, perDay: 50 }, 30 * 60 * MINUTE, MINUTE);
    expect(left).toHaveLength(100);
    expect(left[50]).toBe(15 * 60 * MINUTE);
  });
});

test('the tightest limit says how many and until when', () => {
  const limits = { perMinute: 6000, perHour: 100, perDay: 40 };
  expect(roomIn(limits, NOTHING_USED, at(0)).count).toBe(40);
  const used = afterTaking(limits, NOTHING_USED, 40, at(0));
  expect(roomIn(limits, used, at(1000))).toEqual({ count: 0, freeAt: at(0).midnight });
  expect(roomIn(limits, afterTaking(limits, used, -1, at(1000)), at(1000)).count).toBe(1);
});

test.each([
  ['2026-02-28', 50],
  ['2026-03-01', 50],
  ['2026-03-02', 75],
  ['2026-03-03', 112],
  ['2026-03-08', 854],
  ['2026-03-09', null],
])('warm-up: on %s at most %s', (date, most) => {
  const plan = { startsOn: '2026-03-01', first: 50, growth: 50, full: 1000 };
  expect(warmUpLimit(plan, date)).toBe(most);
  expect(limitsOn({ ...none, perDay: 100 }, plan, date).perDay).toBe(Math.min(100, most ?? 100));
});

describe('drawing for several scopes', () => {
  const account = { name: 'account', limits: { ...none, perHour: 4 } };
  const gmail = { name: 'provider:Gmail', limits: { ...none, perHour: 1 } };

  test('a full provider lets the others pass, a full account nobody', () => {
    const wanted = [[account, gmail], [account, gmail], [account], [account], [account], [account]];
    const { waits, states } = draw(wanted, new Map(), at(0), { run: '1', freely: false });
    const later = START + 61 * MINUTE;
    expect(waits).toEqual([null, later, null, null, null, later]);
    expect(states.map(({ name, freeAt }) => [name, freeAt])).toEqual([
      ['account', later],
      ['provider:Gmail', later],
    ]);
    expect(states[0]!.used.hour).toEqual([[START / MINUTE, 4]]);
  });
});

test('F14: the back-off grows 1, 2, 4, 8, 15 minutes, stays there, and begins anew once all went well', () => {
  let held = backOffAgain(null, 0);
  const waits = [held.until];
  for (let i = 0; i < 5; i += 1) {
    const before = held.until;
    expect(backOffAgain(held, before - 1)).toBe(held);
    held = backOffAgain(held, before + 1000);
    waits.push(held.until - before - 1000);
  }
  expect(waits.map((ms) => ms / MINUTE)).toEqual([1, 2, 4, 8, 15, 15]);
  expect(backOffAgain(held, held.until + 15 * MINUTE).step).toBe(1);
});

describe('what may leave from now on', () => {
  const pace = { limits: none, warmUp: null, used: NOTHING_USED, heldUntil: null };

  test('without limits: all at once', () => {
    expect(allowances(pace, at(0), 1)).toEqual([{ from: START, until: at(0).midnight, atMost: null, perMinute: null }]);
  });

  test('with limits, a warm-up under way and a server that asked us to wait', () => {
    const limits = { perMinute: 100, perHour: 3000, perDay: 500 };
    const used = afterTaking(limits, NOTHING_USED, 30, at(0));
    const warmUp = { startsOn: '2026-03-01', first: 50, growth: 100, full: 400 };
    const told = allowances({ limits, warmUp, used, heldUntil: START + 4 * MINUTE }, at(0), 3);
    expect(told.map(({ atMost, perMinute }) => [atMost, perMinute])).toEqual([
      [70, 50],
      [200, 50],
      [500, 50],
    ]);
    expect(told[0]!.from).toBe(START + 4 * MINUTE);
    expect(told[1]!.from).toBe(told[0]!.until);
  });
});
