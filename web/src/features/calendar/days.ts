/** A calendar day, `YYYY-MM-DD`: no zone, no clock. */
export type Day = string;

const DAY_MS = 86_400_000;

const read = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const write = (date: Date): Day => date.toISOString().slice(0, 10);

const FIRST = '1900-01-01';
const LAST = '2999-12-31';

/** The day that an address asks for; another one where it is none, or so far away that its weeks have no days to be written. */
export function dayOr(asked: unknown, otherwise: Day): Day {
  if (typeof asked !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(asked) || asked < FIRST || asked > LAST)
    return otherwise;
  const date = read(asked);
  return !Number.isNaN(date.getTime()) && write(date) === asked ? asked : otherwise;
}

export const addDays = (day: Day, days: number): Day => write(new Date(read(day).getTime() + days * DAY_MS));

/** The same day of another month, or its last when it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const date = read(day);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date.getUTCDate(), last));
  return write(first);
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: Day): number => read(day).getUTCDay() || 7;

/** From Monday to Sunday. */
export function weekOf(day: Day): Day[] {
  const monday = addDays(day, 1 - weekdayOf(day));
  return Array.from({ length: 7 }, (_, place) => addDays(monday, place));
}

/** The weeks that have a day of the month. */
export function monthOf(day: Day): Day[][] {
  const month = day.slice(0, 7);
  const weeks: Day[][] = [];
  for (let week = weekOf(`${month}-01`); week.some((one) => one.startsWith(month)); week = weekOf(addDays(week[0]!, 7)))
    weeks.push(week);
  return weeks;
}

export type Span = 'month' | 'week';

/** What is shown around a day, week by week. */
export const weeksOf = (day: Day, span: Span): Day[][] => (span === 'month' ? monthOf(day) : [weekOf(day)]);

export const step = (day: Day, span: Span, by: 1 | -1): Day =>
  span === 'month' ? addMonths(day, by) : addDays(day, 7 * by);

/** Where a key leads from a day; null for a key that leads nowhere. */
export function dayByKey(day: Day, key: string, span: Span): Day | null {
  const weekday = weekdayOf(day);
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'Home':
      return addDays(day, 1 - weekday);
    case 'End':
      return addDays(day, 7 - weekday);
    case 'PageUp':
      return step(day, span, -1);
    case 'PageDown':
      return step(day, span, 1);
    default:
      return null;
  }
}
