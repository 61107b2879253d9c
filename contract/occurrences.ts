import type { Recurrence, Rhythm } from './recurrence.ts';
import { momentOnWall } from './wall-time.ts';

const DAY_MS = 86_400_000;
/** Longer than the longest interval of months. */
const SEARCHED_DAYS = 4000;

const dayNumber = (day: string): number => Date.parse(day) / DAY_MS;
const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);
/** 1 January 1970 was a Thursday. */
const weekdayOf = (number: number): number => ((number + 3) % 7) + 1;
const mondayOf = (number: number): number => number - weekdayOf(number) + 1;

const partsOf = (number: number) => {
  const date = new Date(number * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return {
    months: year * 12 + month,
    day: date.getUTCDate(),
    length: new Date(Date.UTC(year, month + 1, 0)).getUTCDate(),
  };
};

const fallsOn = (rhythm: Rhythm, first: number, number: number): boolean => {
  if (rhythm.unit === 'day') return (number - first) % rhythm.every === 0;
  if (rhythm.unit === 'week')
    return (
      rhythm.weekdays.includes(weekdayOf(number)) && ((mondayOf(number) - mondayOf(first)) / 7) % rhythm.every === 0
    );
  const { months, day, length } = partsOf(number);
  if ((months - partsOf(first).months) % rhythm.every !== 0) return false;
  if (rhythm.unit === 'month') return day === Math.min(rhythm.day, length);
  if (weekdayOf(number) !== rhythm.weekday) return false;
  return rhythm.nth === -1 ? day + 7 > length : Math.ceil(day / 7) === rhythm.nth;
};

/** Its next dates after a moment, at most so many. Each exists once whatever the clocks do: a skipped time moves on, a repeated one is its first. */
export const occurrencesAfter = (rule: Recurrence, after: Date, atMost: number): Date[] => {
  const first = dayNumber(rule.from);
  const end = Math.max(first, Math.floor(after.getTime() / DAY_MS)) + SEARCHED_DAYS;
  const last = rule.until === null ? end : Math.min(end, dayNumber(rule.until));
  const found: Date[] = [];
  let number = 0;
  for (let day = first; day <= last && found.length < atMost; day += 1) {
    if (!fallsOn(rule.rhythm, first, day)) continue;
    number += 1;
    if (rule.count !== null && number > rule.count) break;
    // No zone is further than a day from UTC.
    if ((day + 2) * DAY_MS < after.getTime()) continue;
    const at = new Date(momentOnWall(`${dayOf(day)}T${rule.time}`, rule.zone));
    if (at > after) found.push(at);
  }
  return found;
};

export interface RecurrenceProblem {
  field: 'rhythm.every' | 'rhythm.weekdays' | 'until' | 'count';
  code: 'recurrence_interval_zero' | 'recurrence_no_weekday' | 'ends_before_start' | 'recurrence_never';
}

/** Why no date is to come, at the field to correct; null where one is. */
export const recurrenceProblem = (rule: Recurrence, now: Date): RecurrenceProblem | null => {
  const { rhythm, from, until } = rule;
  if (rhythm.every === 0) return { field: 'rhythm.every', code: 'recurrence_interval_zero' };
  if (rhythm.unit === 'week' && rhythm.weekdays.length === 0)
    return { field: 'rhythm.weekdays', code: 'recurrence_no_weekday' };
  if (until !== null && until < from) return { field: 'until', code: 'ends_before_start' };
  if (occurrencesAfter(rule, now, 1).length > 0) return null;
  return { field: until === null ? 'count' : 'until', code: 'recurrence_never' };
};
