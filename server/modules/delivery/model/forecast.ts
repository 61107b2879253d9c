import type { Allowance } from './allowance.ts';

/** From when to when some lines may leave, in ms since 1970. */
export interface Stretch {
  opens: number;
  closes: number;
}

/** Lines of one place, or of what is ahead in the queue. */
export interface Group {
  lines: number;
  /** The stretch that holds this moment, or the next one; null when there is none any more. */
  stretchAt(moment: number): Stretch | null;
}

export interface Course {
  from: number;
  /** In the order in which they are served; the first of them that may leave takes all. */
  groups: readonly Group[];
  /** As fast as the machines can. */
  perSecond: number;
  /** What the account may send from when to when, one after the other; after the last of them nothing limits it. */
  allowances: readonly Allowance[];
  /** What has not left by then is given up. */
  until: number;
}

export interface Outlook {
  /** When the last line leaves; infinite when some never do. */
  finish: number;
  /** Still there when it is given up. */
  left: number;
  /** Lines whose stretch closes on them: they go on at the next one. */
  cutShort: number;
}

const ALWAYS: Stretch = { opens: -Infinity, closes: Infinity };
const MOST_STEPS = 100_000;

/** May leave at any time. */
export const always = (lines: number): Group => ({ lines, stretchAt: () => ALWAYS });

const UNLIMITED: Allowance = { from: -Infinity, until: Infinity, atMost: null, perMinute: null };
const paceIn = ({ perMinute }: Allowance, perSecond: number): number =>
  Math.min(perSecond, (perMinute ?? Infinity) / 60);

interface Part {
  group: Group;
  left: number;
  stretch: Stretch | null;
}

/** Moves those whose stretch is over to the next; answers how many lines that cut short. */
const moveOn = (waiting: readonly Part[], now: number): number => {
  let cut = 0;
  for (const part of waiting) {
    if (part.stretch === null || part.stretch.closes > now) continue;
    cut += part.left;
    part.stretch = part.group.stretchAt(now);
  }
  return cut;
};

/** When somebody’s stretch next begins or ends. */
const nextChange = (waiting: readonly Part[], now: number): number =>
  Math.min(
    ...waiting.map(({ stretch }) =>
      stretch === null ? Infinity : stretch.opens > now ? stretch.opens : stretch.closes,
    ),
  );

/**
 * Lets the lines flow out and tells when the last has gone. Somebody is served whenever somebody may be, in a fixed order; so more lines or a
 * tighter limit never finish earlier.
 */
export const foresee = ({ from, groups, perSecond, allowances, until }: Course): Outlook => {
  const parts: Part[] = groups.map((group) => ({ group, left: group.lines, stretch: group.stretchAt(from) }));
  let [now, finish, allowed, spent, cutShort] = [from, from, 0, 0, 0];
  for (let step = 0; step < MOST_STEPS && now < until; step += 1) {
    const waiting = parts.filter(({ left }) => left > 0);
    if (waiting.length === 0) break;
    cutShort += moveOn(waiting, now);
    while ((allowances[allowed]?.until ?? Infinity) <= now) [allowed, spent] = [allowed + 1, 0];
    const allowance = allowances[allowed] ?? UNLIMITED;
    const [perMs, budget] = [paceIn(allowance, perSecond) / 1000, (allowance.atMost ?? Infinity) - spent];
    const shut = allowance.from > now;
    const change = Math.min(nextChange(waiting, now), shut ? allowance.from : allowance.until, until) - now;
    const served = waiting.find(({ stretch }) => stretch !== null && stretch.opens <= now);
    if (served === undefined || shut || budget <= 0 || perMs === 0) {
      now += change;
      continue;
    }
    const wanted = Math.min(served.left, budget);
    const gone = Math.min(wanted, change * perMs);
    served.left -= gone;
    spent += gone;
    now += gone === wanted ? gone / perMs : change;
    finish = now;
  }
  const left = Math.ceil(parts.reduce((sum, part) => sum + part.left, 0));
  return { finish: left > 0 ? Infinity : finish, left, cutShort: Math.ceil(cutShort) };
};
