import type { Period } from '../../../../contract/rule.ts';

const DAY = 86_400_000;
const EARLIEST = Date.parse('0001-01-01T00:00:00Z');
const LATEST = Date.parse('9999-12-31T00:00:00Z');
/** Never beyond the days that everybody can write. */
const text = (ms: number): string => new Date(Math.min(LATEST, Math.max(EARLIEST, ms))).toISOString().slice(0, 10);

/** The calendar day at a moment in a time zone, `YYYY-MM-DD`. */
export const dayIn = (moment: Date, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(moment);
  return parts.slice(0, 10);
};

export const addDays = (day: string, days: number): string => text(Date.parse(`${day}T00:00:00Z`) + days * DAY);

/** The day in another year; 29 February falls on the 28th where there is none, as in PostgreSQL. */
export const inYear = (day: string, year: number): string => {
  const leapless = day.endsWith('-02-29') && new Date(Date.UTC(year, 1, 29)).getUTCMonth() !== 1;
  return `${String(year).padStart(4, '0')}${leapless ? '-02-28' : day.slice(4)}`;
};

const monthFrom = (day: string, months: number): string => {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return text(Date.UTC(year, month - 1 + months, 1));
};
const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

const STEP = { this: 0, next: 1, last: -1 } as const;

/** The first and the last day of a span of the calendar around the present day. */
export const daysOf = (period: Period, today: string): [from: string, to: string] => {
  if (period === 'today') return [today, today];
  const [which, unit] = period.split('_') as [keyof typeof STEP, 'week' | 'month' | 'year'];
  const step = STEP[which];
  if (unit === 'week') {
    const from = addDays(mondayOf(today), step * 7);
    return [from, addDays(from, 6)];
  }
  const months = unit === 'year' ? 12 : 1;
  const first = unit === 'year' ? `${today.slice(0, 4)}-01-01` : monthFrom(today, 0);
  return [monthFrom(first, step * months), addDays(monthFrom(first, (step + 1) * months), -1)];
};
