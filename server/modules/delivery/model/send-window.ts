import type { SendWindow } from '../../../../contract/send-window.ts';
import { momentOnWall, wallTimeOf } from '../../../../contract/wall-time.ts';
import { zoneOfCountry } from './country-zones.ts';
import { holidaysOf } from './holidays.ts';

/** Where somebody is, as far as we know. */
export interface Place {
  timeZone: string | null;
  country: string | null;
}

/** The company's own: the zone is certain. */
export interface Home {
  timeZone: string;
  country: string | null;
}

/** A window as a run keeps it, whatever the company changes later. */
export interface RunWindow {
  window: SendWindow;
  home: Home;
}

/** From `opensAt` on messages may leave, from `closesAt` on none. */
export interface Opening {
  opensAt: Date;
  closesAt: Date;
}

const DAY_MS = 86_400_000;
/** Longer than any row of holidays and closed weekdays. */
const SEARCHED_DAYS = 60;
/** An opening that never closes is handed out in parts of this length. */
const LONGEST_DAYS = 14;

const zones = new Map<string, boolean>();
const isZone = (zone: string): boolean => {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  let fits = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    fits = false;
  }
  zones.set(zone, fits);
  return fits;
};

/** The clock that decides: the person's own, else his country's, else the company's. */
export const zoneOfPlace = (place: Place, home: Home): string => {
  if (place.timeZone !== null && isZone(place.timeZone)) return place.timeZone;
  return zoneOfCountry(place.country) ?? home.timeZone;
};

export const zoneOf = (window: SendWindow, place: Place, home: Home): string =>
  window.zone === 'recipient' ? zoneOfPlace(place, home) : home.timeZone;

const nextDay = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

interface Calendar {
  window: SendWindow;
  zone: string;
  country: string | null;
}

const calendarOf = (window: SendWindow, place: Place, home: Home): Calendar => ({
  window,
  zone: zoneOf(window, place, home),
  country: { none: null, company: home.country, recipient: place.country ?? home.country }[window.holidays],
});

const momentOf = (day: string, time: string, zone: string): number =>
  Date.parse(time === '24:00' ? momentOnWall(`${nextDay(day)}T00:00`, zone) : momentOnWall(`${day}T${time}`, zone));

/** The opening of one day, if it has any; a clock change may leave nothing of a short one. */
const openingOn = ({ window, zone, country }: Calendar, day: string): { opens: number; closes: number } | null => {
  const hours = window.week[(new Date(day).getUTCDay() + 6) % 7];
  if (!hours || holidaysOf(country, Number(day.slice(0, 4))).has(day)) return null;
  const [opens, closes] = [momentOf(day, hours.from, zone), momentOf(day, hours.until, zone)];
  return opens < closes ? { opens, closes } : null;
};

/**
 * The opening that holds this moment or, when it is closed then, the next one; null when it never opens. Days that follow each other
 * without a gap are one opening.
 */
export const openingAt = (window: SendWindow, place: Place, home: Home, moment: Date): Opening | null => {
  const calendar = calendarOf(window, place, home);
  let found: { opens: number; closes: number } | null = null;
  let day = wallTimeOf(moment.toISOString(), calendar.zone).slice(0, 10);
  for (let searched = 0; searched < SEARCHED_DAYS; searched += 1, day = nextDay(day)) {
    const opening = openingOn(calendar, day);
    if (found === null) {
      if (opening !== null && opening.closes > moment.getTime()) found = opening;
    } else if (opening?.opens === found.closes && found.closes < moment.getTime() + LONGEST_DAYS * DAY_MS) {
      found = { opens: found.opens, closes: opening.closes };
    } else break;
  }
  return found === null ? null : { opensAt: new Date(found.opens), closesAt: new Date(found.closes) };
};
