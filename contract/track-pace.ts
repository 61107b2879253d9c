import { z } from 'zod';

/** Monday is 1, Sunday 7. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** How fast a profiled campaign goes: so many days from one message to the next, on these days, between these hours. */
export const Pace = z.object({
  everyDays: z.number().int().min(0).max(366),
  weekdays: z.array(z.number().int().min(1).max(7)).max(7),
  /** Hours of the clock on the wall; a message that is due goes as the window opens. */
  opens: Time,
  closes: Time,
  /** Whose wall: each person’s own, or the company’s. A person without a time zone has the company’s. */
  zone: z.enum(['person', 'company']),
});
export type Pace = z.output<typeof Pace>;

export const USUAL_PACE: Pace = {
  everyDays: 7,
  weekdays: [1, 2, 3, 4, 5],
  opens: '09:00',
  closes: '17:00',
  zone: 'person',
};
