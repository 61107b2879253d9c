import type { ErrorCode } from '../../../../contract/messages/index.ts';
import { type Pace, WEEKDAYS } from '../../../../contract/track-pace.ts';
import { momentOnWall, wallTimeOf } from '../../../../contract/wall-time.ts';

const DAY_MS = 86_400_000;

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const isOpenOn = ({ weekdays }: Pace, day: string): boolean =>
  weekdays.includes(new Date(`${day}T00:00Z`).getUTCDay() || 7);

/** The window of the first day from this one on that has one. */
const openingFrom = (pace: Pace, day: string, zone: string): Date => {
  const open = WEEKDAYS.map((_, ahead) => addDays(day, ahead)).find((one) => isOpenOn(pace, one));
  if (open === undefined) throw new Error('a window that never opens');
  return new Date(momentOnWall(`${open}T${pace.opens}`, zone));
};

/** The first moment from `at` on when the window is open in the zone. */
export const nextOpening = (pace: Pace, at: Date, zone: string): Date => {
  const [day, time] = wallTimeOf(at.toISOString(), zone).split('T') as [string, string];
  if (time >= pace.closes) return openingFrom(pace, addDays(day, 1), zone);
  if (time < pace.opens || !isOpenOn(pace, day)) return openingFrom(pace, day, zone);
  return at;
};

/** When the next message follows one that goes at `at`: so many days of the calendar later, as the window opens. */
export const afterInterval = (pace: Pace, at: Date, zone: string): Date => {
  const [day] = wallTimeOf(at.toISOString(), zone).split('T') as [string];
  return openingFrom(pace, addDays(day, pace.everyDays), zone);
};

const known = new Map<string, boolean>();
const isZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

/** Whose clock counts: the person’s own where he has one that exists, otherwise the company’s. */
export const zoneOf = ({ zone }: Pace, own: string | null, company: string): string => {
  if (zone === 'company' || own === null) return company;
  if (!known.has(own)) known.set(own, isZone(own));
  return known.get(own) ? own : company;
};

export interface PaceProblem {
  field: 'everyDays' | 'weekdays' | 'closes';
  code: ErrorCode;
}

export const paceProblems = ({ everyDays, weekdays, opens, closes }: Pace): PaceProblem[] => [
  ...(everyDays < 1 ? [{ field: 'everyDays', code: 'interval_zero' } as const] : []),
  ...(weekdays.length === 0 ? [{ field: 'weekdays', code: 'window_never_opens' } as const] : []),
  ...(closes <= opens ? [{ field: 'closes', code: 'window_never_opens' } as const] : []),
];
