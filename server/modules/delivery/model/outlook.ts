import type { Forecast } from '../../../../contract/forecast.ts';
import type { Allowance } from './allowance.ts';
import { always, foresee, type Group } from './forecast.ts';
import { openingAt, type Place, type RunWindow } from './send-window.ts';

export interface Pace {
  slow: number;
  fast: number;
}

export interface Pacing {
  /** How fast this run goes. */
  current: Pace | null;
  /** How fast others go on the same account meanwhile: what is ahead leaves at both paces. */
  beside: Pace;
  /** How fast the last runs of the account went. */
  history: Pace | null;
  /** What the account may send, day by day. */
  allowances: readonly Allowance[];
  maxConnections: number;
}

export interface Prospect {
  from: Date;
  /** In the order in which they are sent. */
  places: readonly (Place & { lines: number })[];
  window: RunWindow | null;
  /** Lines of others, on the same account. */
  queue: number;
  pacing: Pacing;
  expiresAfterHours: number;
  /** As decided when it was sealed; null: not yet. */
  expiresAt: Date | null;
  /** The last try of what was deferred, as far as known. */
  retryAt: Date | null;
  /** The end of the campaign’s last day. */
  endsAt: Date | null;
}

export const STANDSTILL: Pace = { slow: 0, fast: 0 };

export const addPaces = (one: Pace, other: Pace): Pace => ({
  slow: one.slow + other.slow,
  fast: one.fast + other.fast,
});

const HOUR_MS = 3_600_000;
/** How much slower and faster than seen it may become: a run in hand tells more than those of last month. */
const ROOM = {
  now: { slow: 0.6, fast: 1.4 },
  history: { slow: 0.5, fast: 1.6 },
  limit: { slow: 0.8, fast: 1 },
} as const;
/** Lines a second and connection of a server nobody has tried yet. */
const UNTRIED = { slow: 0.5, fast: 100 };

/** The slowest and the fastest it may go, and what that rests on; never above the account's limit. */
export const paceOf = ({
  current,
  beside,
  history,
  allowances,
  maxConnections,
}: Pacing): Pace & { basis: Forecast['basis'] } => {
  const perMinute = allowances[0]?.perMinute ?? null;
  const most = perMinute === null ? Infinity : perMinute / 60;
  const within = (basis: keyof typeof ROOM, { slow, fast }: Pace) => ({
    basis,
    slow: Math.min(most, slow * ROOM[basis].slow),
    fast: Math.min(most, fast * ROOM[basis].fast),
  });
  if (current !== null) return within('now', addPaces(current, beside));
  if (history !== null) return within('history', history);
  if (beside.fast > 0) return within('now', beside);
  if (perMinute !== null && most <= maxConnections * UNTRIED.fast) return within('limit', { slow: most, fast: most });
  return {
    basis: 'guess',
    slow: Math.min(most, maxConnections * UNTRIED.slow),
    fast: Math.min(most, maxConnections * UNTRIED.fast),
  };
};

const groupOf = (window: RunWindow | null, { lines, ...place }: Place & { lines: number }): Group => {
  if (window === null) return always(lines);
  return {
    lines,
    stretchAt: (moment) => {
      const opening = openingAt(window.window, place, window.home, new Date(moment));
      return opening && { opens: opening.opensAt.getTime(), closes: opening.closesAt.getTime() };
    },
  };
};

const expiryOf = ({ expiresAt, expiresAfterHours, from }: Prospect, groups: readonly Group[]): number => {
  if (expiresAt !== null) return expiresAt.getTime();
  const starts = groups.map((group) => Math.max(from.getTime(), group.stretchAt(from.getTime())?.opens ?? 0));
  return Math.max(from.getTime(), ...starts) + expiresAfterHours * HOUR_MS;
};

const momentOf = (ms: number): string | null => (ms === Infinity ? null : new Date(ms).toISOString());

/** Between when and when it is through, and what will go wrong about that. Parallel runs share, so half of what is ahead may not be. */
export const outlookOf = (prospect: Prospect): Forecast => {
  const { from, places, window, queue, pacing, retryAt, endsAt } = prospect;
  const { basis, ...pace } = paceOf(pacing);
  const groups = places.map((place) => groupOf(window, place));
  const lines = places.reduce((sum, place) => sum + place.lines, 0);
  const until = expiryOf(prospect, groups);
  const send = (perSecond: number, ahead: number) =>
    foresee({
      from: from.getTime(),
      groups: [always(ahead), ...groups],
      perSecond,
      allowances: pacing.allowances,
      until,
    });
  const soon = send(pace.fast, Math.min(queue, lines));
  const late = send(pace.slow, queue);
  // Not before the last that waits has been tried again.
  const through = (finish: number) => Math.max(lines === 0 ? from.getTime() : finish, retryAt?.getTime() ?? 0);
  const latest = through(late.finish);
  const warnings: Forecast['warnings'] = [];
  if (late.cutShort > 0) warnings.push({ code: 'goes_on', lines: Math.min(lines, late.cutShort), at: null });
  if (lines > 0 && late.left > 0)
    warnings.push({ code: 'expires', lines: Math.min(lines, late.left), at: momentOf(until) });
  if (endsAt !== null && latest > endsAt.getTime())
    warnings.push({ code: 'campaign_ends', lines, at: endsAt.toISOString() });
  return {
    lines,
    queue,
    startsAt: from.toISOString(),
    earliest: momentOf(through(soon.finish)),
    latest: momentOf(latest),
    basis,
    perSecond: pace,
    warnings,
  };
};
