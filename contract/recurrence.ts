import { z } from 'zod';
import { Day } from './moment.ts';

/** Zero is refused where it is stored, with the remedy. */
const Interval = z.number().int().min(0).max(99);
const Weekday = z.number().int().min(1).max(7);

const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

/** Every so many days, weeks or months, counted from the first day. Monday is 1, Sunday 7. */
export const Rhythm = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('day'), every: Interval }),
  z.object({ unit: z.literal('week'), every: Interval, weekdays: z.array(Weekday).max(7) }),
  /** A day that a month lacks is its last. */
  z.object({ unit: z.literal('month'), every: Interval, day: z.number().int().min(1).max(31) }),
  /** The first to fourth such weekday of a month; -1: the last. */
  z.object({ unit: z.literal('nth'), every: Interval, nth: z.literal([1, 2, 3, 4, -1]), weekday: Weekday }),
]);
export type Rhythm = z.output<typeof Rhythm>;

/** What comes again on fixed days of the calendar, at a time of the clock on the wall of a zone. */
export const Recurrence = z.object({
  rhythm: Rhythm,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  zone: z.string().refine(isZone),
  from: Day,
  /** The last day it may fall on; null: none. */
  until: Day.nullable(),
  /** How many dates there are, missed ones counted; null: no limit. */
  count: z.number().int().min(1).max(9999).nullable(),
  /** What becomes of a date that is missed by more than the company allows; of several missed dates one is caught up on. */
  whenMissed: z.enum(['pass_over', 'catch_up']).default('pass_over'),
});
export type Recurrence = z.output<typeof Recurrence>;
