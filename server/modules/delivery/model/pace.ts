import type { Contender } from './contenders.ts';

const MINUTE = 60_000;
const HOUR_MINUTES = 60;

/** How much may leave at most; null: as much as one likes. */
export interface Limits {
  perMinute: number | null;
  perHour: number | null;
  perDay: number | null;
}

/** What has left under one set of limits. Moments are milliseconds of the database's clock. */
export interface Used {
  /** Up to when that which was let through fills the pace of a minute. */
  filledUntil: number;
  /** Whole minutes since 1970 of the last hour in which something left, oldest first, and how much. */
  hour: readonly (readonly [minute: number, count: number])[];
  day: { date: string; count: number };
  /** Whoever draws from it of late. */
  contenders?: readonly Contender[];
}

export const NOTHING_USED: Used = { filledUntil: 0, hour: [], day: { date: '', count: 0 } };

/** Now as the database sees it, with the day of the company's time zone. */
export interface PaceNow {
  at: number;
  /** `2026-03-02` */
  date: string;
  /** When the next day begins. */
  midnight: number;
}

/** `count`: how many more may leave now, `Infinity` without limits. `freeAt`: when it is worth asking again. */
export interface Room {
  count: number;
  freeAt: number;
}

/**
 * A minute's limit is kept by spacing: in any sixty seconds at most that many leave, two seconds' worth of them at once. The burst is
 * taken off the spacing, so that burst and flow together stay within the limit.
 */
const spacing = (perMinute: number): { burst: number; gap: number } => {
  const burst = 1 + Math.floor(perMinute / 30);
  return { burst, gap: MINUTE / (perMinute - burst + 1) };
};

const roomOfMinute = (limit: number, { filledUntil }: Used, { at }: PaceNow): Room => {
  const { burst, gap } = spacing(limit);
  const full = Math.max(filledUntil, at);
  const worthIt = Math.ceil(burst / 2);
  return {
    count: Math.max(0, Math.floor((at - full) / gap + burst + 1e-6)),
    freeAt: full - (burst - worthIt) * gap,
  };
};

/** What left in a minute counts until an hour has passed since that minute's end. */
const lastHour = ({ hour }: Used, { at }: PaceNow) =>
  hour.filter(([minute]) => minute >= Math.floor(at / MINUTE) - HOUR_MINUTES);

const roomOfHour = (limit: number, used: Used, now: PaceNow): Room => {
  const kept = lastHour(used, now);
  const left = limit - kept.reduce((sum, [, count]) => sum + count, 0);
  const oldest = kept[0]?.[0] ?? Math.floor(now.at / MINUTE);
  return { count: Math.max(0, left), freeAt: left > 0 ? now.at : (oldest + HOUR_MINUTES + 1) * MINUTE };
};

export const usedToday = ({ day }: Used, { date }: Pick<PaceNow, 'date'>): number =>
  day.date === date ? day.count : 0;

/** How many more may leave now: the tightest limit says. */
export const roomIn = (limits: Limits, used: Used, now: PaceNow): Room => {
  const rooms: Room[] = [];
  if (limits.perMinute !== null) rooms.push(roomOfMinute(limits.perMinute, used, now));
  if (limits.perHour !== null) rooms.push(roomOfHour(limits.perHour, used, now));
  if (limits.perDay !== null) {
    const left = Math.max(0, limits.perDay - usedToday(used, now));
    rooms.push({ count: left, freeAt: left > 0 ? now.at : now.midnight });
  }
  const count = Math.min(Number.POSITIVE_INFINITY, ...rooms.map((room) => room.count));
  const spent = rooms.filter((room) => room.count === count);
  return { count, freeAt: Math.max(now.at, ...spent.map((room) => room.freeAt)) };
};

/** After `count` more have left; fewer than none gives back what was drawn and not used. */
export const afterTaking = (limits: Limits, used: Used, count: number, now: PaceNow): Used => {
  const minute = Math.floor(now.at / MINUTE);
  const kept = lastHour(used, now);
  const earlier = kept.filter(([one]) => one !== minute);
  const inThis = (kept.find(([one]) => one === minute)?.[1] ?? 0) + count;
  const gap = limits.perMinute === null ? 0 : spacing(limits.perMinute).gap;
  return {
    filledUntil: Math.max(used.filledUntil, count > 0 ? now.at : 0) + count * gap,
    hour: limits.perHour === null ? [] : [...earlier, [minute, Math.max(0, inThis)]],
    day: { date: now.date, count: Math.max(0, usedToday(used, now) + count) },
    ...(used.contenders && { contenders: used.contenders }),
  };
};
