import { expect, test } from 'vitest';
import { occurrencesAfter, recurrenceProblem } from './occurrences.ts';
import type { Recurrence, Rhythm } from './recurrence.ts';

const base = {
  time: '09:00',
  zone: 'Europe/Oslo',
  from: '2026-01-01',
  until: null,
  count: null,
  whenMissed: 'pass_over',
} as const;
const LONG_AGO = new Date('2020-01-01');
const datesOf = (rhythm: Rhythm, change: Partial<Recurrence> = {}, atMost = 4): string[] =>
  occurrencesAfter({ ...base, rhythm, ...change }, LONG_AGO, atMost).map((at) => at.toISOString().slice(0, 16));
const days = (rhythm: Rhythm, change?: Partial<Recurrence>) => datesOf(rhythm, change).map((at) => at.slice(5, 10));

test.each<[string, Rhythm, Partial<Recurrence>, string[]]>([
  ['every tenth day', { unit: 'day', every: 10 }, {}, ['01-01', '01-11', '01-21', '01-31']],
  // 1 January 2026 is a Thursday.
  ['on weekdays', { unit: 'week', every: 1, weekdays: [1, 4] }, {}, ['01-01', '01-05', '01-08', '01-12']],
  ['every other week', { unit: 'week', every: 2, weekdays: [1, 5] }, {}, ['01-02', '01-12', '01-16', '01-26']],
  ['the 31st, else the last', { unit: 'month', every: 1, day: 31 }, {}, ['01-31', '02-28', '03-31', '04-30']],
  [
    'in a leap year',
    { unit: 'month', every: 1, day: 30 },
    { from: '2028-01-31' },
    ['02-29', '03-30', '04-30', '05-30'],
  ],
  ['every third month', { unit: 'month', every: 3, day: 15 }, {}, ['01-15', '04-15', '07-15', '10-15']],
  ['the first Monday', { unit: 'nth', every: 1, nth: 1, weekday: 1 }, {}, ['01-05', '02-02', '03-02', '04-06']],
  ['the last Friday', { unit: 'nth', every: 1, nth: -1, weekday: 5 }, {}, ['01-30', '02-27', '03-27', '04-24']],
  ['the fourth Sunday', { unit: 'nth', every: 1, nth: 4, weekday: 7 }, {}, ['01-25', '02-22', '03-22', '04-26']],
  ['until a day, that day too', { unit: 'day', every: 1 }, { until: '2026-01-02' }, ['01-01', '01-02']],
  ['so many times', { unit: 'month', every: 1, day: 1 }, { count: 3 }, ['01-01', '02-01', '03-01']],
])('%s', (_, rhythm, change, expected) => {
  expect(days(rhythm, change)).toEqual(expected);
});

test('a time that a clock change skips moves on, one that comes twice happens once', () => {
  const daily = { unit: 'day', every: 1 } as const;
  expect(datesOf(daily, { from: '2026-03-28', time: '02:30' }, 3)).toEqual([
    '2026-03-28T01:30',
    '2026-03-29T01:30',
    '2026-03-30T00:30',
  ]);
  expect(datesOf(daily, { from: '2026-10-24', time: '02:30' }, 3)).toEqual([
    '2026-10-24T00:30',
    '2026-10-25T00:30',
    '2026-10-26T01:30',
  ]);
});

test('nine o’clock stays nine by the clock on the wall, near the date line too', () => {
  const monthly = { unit: 'month', every: 3, day: 1 } as const;
  expect(datesOf(monthly, {}, 2)).toEqual(['2026-01-01T08:00', '2026-04-01T07:00']);
  expect(datesOf(monthly, { zone: 'Pacific/Kiritimati' }, 1)).toEqual(['2025-12-31T19:00']);
});

test('the next one is after the moment, and what was is counted', () => {
  const rule: Recurrence = { ...base, rhythm: { unit: 'week', every: 1, weekdays: [4] }, count: 3 };
  const next = (after: string) => occurrencesAfter(rule, new Date(after), 5).map((at) => at.toISOString());
  expect(next('2026-01-01T08:00:00Z')).toEqual(['2026-01-08T08:00:00.000Z', '2026-01-15T08:00:00.000Z']);
  expect(next('2026-01-15T07:59:59Z')).toEqual(['2026-01-15T08:00:00.000Z']);
  expect(next('2026-01-15T08:00:00Z')).toEqual([]);
});

test.each<[string, Partial<Recurrence>, string | undefined]>([
  ['an interval of nothing', { rhythm: { unit: 'day', every: 0 } }, 'rhythm.every recurrence_interval_zero'],
  ['no weekday', { rhythm: { unit: 'week', every: 1, weekdays: [] } }, 'rhythm.weekdays recurrence_no_weekday'],
  ['the end before the start', { until: '2025-12-31' }, 'until ends_before_start'],
  [
    'an end before the first date',
    { rhythm: { unit: 'month', every: 1, day: 31 }, until: '2026-01-30' },
    'until recurrence_never',
  ],
  ['all of its number are over', { count: 1, from: '2025-01-01' }, 'count recurrence_never'],
  ['without end', {}, undefined],
])('a rule that never occurs is known by its field: %s', (_, change, told) => {
  const rule: Recurrence = { ...base, rhythm: { unit: 'day', every: 1 }, ...change };
  const problem = recurrenceProblem(rule, new Date('2025-12-01'));
  expect(problem ? `${problem.field} ${problem.code}` : undefined).toBe(told);
});
