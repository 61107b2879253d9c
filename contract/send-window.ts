import { z } from 'zod';

/** A time of the day, `HH:mm`; `24:00` is the end of it. */
const WallClock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'invalid_time');

const OpenHours = z
  .object({ from: WallClock, until: WallClock })
  .refine(({ from, until }) => from < until, { error: 'window_ends_before', path: ['until'] });
export type OpenHours = z.output<typeof OpenHours>;

/** Whose clock and whose calendar decide. */
export const WINDOW_ZONES = ['company', 'recipient'] as const;
export const WINDOW_HOLIDAYS = ['none', 'company', 'recipient'] as const;

/** When messages may leave: hours of each weekday, Monday first; null is a day without. Outside of them is quiet. */
export const SendWindow = z.object({
  week: z
    .array(OpenHours.nullable())
    .length(7)
    .refine((week) => week.some((day) => day !== null), 'window_never_open'),
  zone: z.enum(WINDOW_ZONES),
  /** `none`: public holidays are days like others. */
  holidays: z.enum(WINDOW_HOLIDAYS),
});
export type SendWindow = z.output<typeof SendWindow>;

/** The company’s window, one of the action’s own, or none. */
export const WindowChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('company') }),
  z.object({ kind: z.literal('any') }),
  z.object({ kind: z.literal('own'), window: SendWindow }),
]);
export type WindowChoice = z.output<typeof WindowChoice>;

/** Whether each recipient’s own time zone or country has to be known. */
export const asksPlace = (window: SendWindow | null): boolean =>
  window !== null && (window.zone === 'recipient' || window.holidays === 'recipient');

/** The countries whose public holidays are known; elsewhere every day is a working day. */
export const HOLIDAY_COUNTRIES = [
  'AT',
  'BE',
  'CH',
  'CZ',
  'DE',
  'DK',
  'ES',
  'FI',
  'FR',
  'GB',
  'IE',
  'IT',
  'LU',
  'NL',
  'NO',
  'PL',
  'PT',
  'SE',
  'US',
] as const;
export const HolidayCountry = z.enum(HOLIDAY_COUNTRIES);
export type HolidayCountry = z.output<typeof HolidayCountry>;
