import { expect, test } from 'vitest';
import { type Pacing, STANDSTILL } from './outlook.ts';
import { type Carrier, type RunProspect, sharedOutlook } from './shared-outlook.ts';

const NOON = Date.parse('2026-03-06T12:00Z');
const HOUR = 3_600_000;
const run: RunProspect = {
  from: new Date(NOON),
  places: [{ timeZone: null, country: null, lines: 3600 }],
  window: null,
  expiresAfterHours: 72,
  expiresAt: null,
  retryAt: null,
  endsAt: null,
};
const pacing = (perMinute: number | null, atMost: number | null = null): Pacing => ({
  current: null,
  beside: STANDSTILL,
  history: null,
  allowances: [0, 1, 2, 3].map((day) => ({
    from: NOON + Math.max(0, day * 24 - 12) * HOUR,
    until: NOON + (day * 24 + 12) * HOUR,
    atMost,
    perMinute,
  })),
  maxConnections: 10,
});
const carrier = (weight: number, perMinute: number | null, atMost: number | null = null, queue = 0): Carrier => ({
  weight,
  queue,
  pacing: pacing(perMinute, atMost),
});

test.each<[string, [Carrier, ...Carrier[]], 'shares' | 'in_turn', string]>([
  ['one account alone', [carrier(1, 60)], 'shares', '3600 lines 03-06T13:00'],
  ['two equal ones in half the time', [carrier(1, 60), carrier(1, 60)], 'shares', '3600 lines 03-06T12:30'],
  ['as late as the slower share', [carrier(1, 60), carrier(1, 15)], 'shares', '3600 lines 03-06T14:00'],
  ['shares as they are weighed', [carrier(4, 60), carrier(1, 15)], 'shares', '3600 lines 03-06T12:48'],
  [
    'behind what waits on one of them',
    [carrier(1, 60), carrier(1, 60, null, 1800)],
    'shares',
    '3600 lines 03-06T13:00',
  ],
  ['in turn, their limits add up', [carrier(1, 60), carrier(1, 30)], 'in_turn', '3600 lines 03-06T12:40'],
  ['in turn, a day that is full', [carrier(1, 60, 900), carrier(1, 60, 900)], 'in_turn', '3600 lines 03-07T00:15'],
  ['never through where one share is not', [carrier(1, 60), carrier(1, 60, 0)], 'shares', '3600 lines never'],
])('%s', (_, carriers, rule, said) => {
  const { lines, earliest } = sharedOutlook(run, carriers, rule);
  expect(`${lines} lines ${earliest?.slice(5, 16) ?? 'never'}`).toBe(said);
});

test('the shares of every place add up to it, and each warning is told once', () => {
  const places = [101, 7, 1].map((lines) => ({ timeZone: null, country: null, lines }));
  const carriers = [carrier(3, 60, 0), carrier(2, 60, 0), carrier(2, 60, 0)] as const;
  const { lines, warnings } = sharedOutlook({ ...run, places }, [...carriers], 'shares');
  expect({ lines, warnings }).toMatchObject({ lines: 109, warnings: [{ code: 'expires', lines: 109 }] });
});
