import { expect, test } from 'vitest';
import type { FieldRule } from '../../../../contract/rule.ts';
import { daysOf } from './day.ts';
import { dayRange } from './day-range.ts';

test.each<[string, FieldRule['operator'], FieldRule['value'], [string | null, string | null] | null]>([
  ['before a day', 'less', '2026-03-01', [null, '2026-02-28']],
  ['after a day', 'more', '2026-02-28', ['2026-03-01', null]],
  ['the last 30 days', 'in_last_days', 30, ['2026-04-25', '2026-05-25']],
  ['before today', 'more_days_ago', 0, [null, '2026-05-24']],
  ['more than a week ahead', 'more_days_ahead', 7, ['2026-06-02', null]],
  ['next month', 'in_period', 'next_month', ['2026-06-01', '2026-06-30']],
  ['after the last day there is', 'more', '9999-12-31', ['9999-12-31', null]],
  ['no range at all', 'is_filled', null, null],
])('%s', (_, operator, value, range) => {
  expect(dayRange({ operator, value }, '2026-05-25')).toEqual(range);
});

test.each([
  ['2026-05-25', 'this_week', '2026-05-25', '2026-05-31'],
  ['2026-05-31', 'this_week', '2026-05-25', '2026-05-31'],
  ['2026-01-01', 'last_week', '2025-12-22', '2025-12-28'],
  ['2024-03-15', 'last_month', '2024-02-01', '2024-02-29'],
  ['2026-12-31', 'next_month', '2027-01-01', '2027-01-31'],
  ['2026-12-31', 'this_year', '2026-01-01', '2026-12-31'],
  ['2026-05-25', 'next_year', '2027-01-01', '2027-12-31'],
  ['2026-05-25', 'today', '2026-05-25', '2026-05-25'],
] as const)('on %s, %s is from %s to %s', (today, period, from, to) => {
  expect(daysOf(period, today)).toEqual([from, to]);
});
