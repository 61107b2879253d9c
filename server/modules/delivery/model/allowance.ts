import type { WarmUp } from '../../../../contract/pace.ts';
import { type Limits, type PaceNow, roomIn, type Used, usedToday } from './pace.ts';
import { limitsOn } from './warm-up.ts';

const DAY = 86_400_000;

/** All that slows an account down. */
export interface AccountPace {
  limits: Limits;
  warmUp: WarmUp | null;
  used: Used;
  /** The server asked us to wait until then, in milliseconds; null: it did not. */
  heldUntil: number | null;
}

/** From a moment on until another (milliseconds), at most so many in all, and never faster than so many a minute; null: no limit. */
export interface Allowance {
  from: number;
  until: number;
  atMost: number | null;
  perMinute: number | null;
}

const least = (...numbers: (number | null)[]): number | null => {
  const given = numbers.filter((one) => one !== null);
  return given.length === 0 ? null : Math.min(...given);
};

/**
 * How many messages may leave an account from now on, day by day: limits, warm-up and back-off together. Days after the first are
 * taken as 24 hours long. What one recipient domain may take is not in it: a forecast for an account does not know the domains.
 */
export const allowances = ({ limits, warmUp, used, heldUntil }: AccountPace, now: PaceNow, days: number): Allowance[] =>
  Array.from({ length: days }, (_, day) => {
    const begins = day === 0 ? now.at : now.midnight + (day - 1) * DAY;
    const until = now.midnight + day * DAY;
    const date =
      day === 0 ? now.date : new Date(Date.parse(`${now.date}T00:00:00Z`) + day * DAY).toISOString().slice(0, 10);
    const today = limitsOn(limits, warmUp, date);
    const atMost = today.perDay === null ? null : Math.max(0, today.perDay - (day === 0 ? usedToday(used, now) : 0));
    return {
      from: Math.min(until, Math.max(begins, heldUntil ?? 0, day === 0 ? resting(today, used, now) : 0)),
      until,
      atMost,
      perMinute: least(today.perMinute, today.perHour === null ? null : today.perHour / 60),
    };
  });

/** An hour that is used up already: nothing leaves before it has passed. */
const resting = ({ perHour }: Limits, used: Used, now: PaceNow): number => {
  const room = roomIn({ perMinute: null, perHour, perDay: null }, used, now);
  return room.count === 0 ? room.freeAt : 0;
};
