import { expect, test } from 'vitest';
import { lastDayOf, readPeriod, spelledPeriod } from './sms-period.ts';

test.each([
  ['2026-11', ['2026-11-01'], '2026-12-01', '2026-11-30'],
  ['2026-12', ['2026-12-01'], '2027-01-01', '2026-12-31'],
  ['2028-02', ['2028-02-01'], '2028-03-01', '2028-02-29'],
  ['2026-Q1', ['2026-01-01', '2026-02-01', '2026-03-01'], '2026-04-01', '2026-03-31'],
  ['2026-Q4', ['2026-10-01', '2026-11-01', '2026-12-01'], '2027-01-01', '2026-12-31'],
])('%s has the months %j', (name, months, until, last) => {
  const period = readPeriod(name);
  expect(period).toEqual({ name, months, from: months[0], until });
  expect(lastDayOf(period)).toBe(last);
});

test.each([
  ['2026-11', 'en', 'November 2026'],
  ['2026-11', 'pl', 'listopad 2026'],
  ['2026-Q4', 'fr', 'octobre–décembre 2026'],
  ['2026-Q4', 'nb', 'oktober–desember 2026'],
] as const)('%s is in %s “%s”', (name, language, spelled) => {
  expect(spelledPeriod(readPeriod(name), language).replaceAll(/\s*–\s*/g, '–')).toBe(spelled);
});
