import type { AccountSharing } from '../../../../contract/account-sharing.ts';
import type { Forecast } from '../../../../contract/forecast.ts';
import type { Allowance } from './allowance.ts';
import { addPaces, outlookOf, type Pace, type Pacing, type Prospect } from './outlook.ts';

/** An account that carries a part of a run. */
export interface Carrier {
  weight: number;
  /** Lines of other runs on it. */
  queue: number;
  pacing: Pacing;
}

export type RunProspect = Omit<Prospect, 'queue' | 'pacing'>;

/** When it is through where several accounts carry it, by the rule they share by. */
export const sharedOutlook = (
  prospect: RunProspect,
  carriers: readonly [Carrier, ...Carrier[]],
  rule: AccountSharing['rule'],
): Forecast => {
  if (carriers.length === 1) return outlookOf({ ...prospect, ...carriers[0] });
  if (rule === 'in_turn') return outlookOf({ ...prospect, ...together(carriers) });
  return carriers.map((_, at) => outlookOf({ ...prospect, ...partOf(prospect, carriers, at) })).reduce(bothThrough);
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const sumOrNull = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce((total, one) => (total === null || one === null ? null : total + one), 0);
const paceTogether = (paces: readonly (Pace | null)[]): Pace | null =>
  paces.reduce((all, one) => all && one && addPaces(all, one));

/** One after the other until its limit: what they may send adds up. The run's own pace is that of all of them already. */
const together = (carriers: readonly [Carrier, ...Carrier[]]): Pick<Prospect, 'queue' | 'pacing'> => {
  const pacings = carriers.map(({ pacing }) => pacing);
  return {
    queue: sum(carriers.map(({ queue }) => queue)),
    pacing: {
      current: carriers[0].pacing.current,
      beside: pacings.map(({ beside }) => beside).reduce(addPaces),
      history: paceTogether(pacings.map(({ history }) => history)),
      allowances: pacings.map((pacing) => pacing.allowances).reduce(pooled),
      maxConnections: sum(pacings.map(({ maxConnections }) => maxConnections)),
    },
  };
};

/** Day by day; accounts count their days in the same zone. An account without limits leaves all without. */
const pooled = (some: readonly Allowance[], others: readonly Allowance[]): Allowance[] =>
  some.slice(0, others.length).map((one, day) => {
    const other = others[day]!;
    return {
      from: Math.min(one.from, other.from),
      until: one.until,
      atMost: sumOrNull([one.atMost, other.atMost]),
      perMinute: sumOrNull([one.perMinute, other.perMinute]),
    };
  });

/** What one of them carries: its share of every place, and of the pace the whole run has. */
const partOf = (
  { places }: RunProspect,
  carriers: readonly Carrier[],
  at: number,
): Pick<Prospect, 'places' | 'queue' | 'pacing'> => {
  const weights = carriers.map(({ weight }) => weight);
  const [before, upTo, all] = [sum(weights.slice(0, at)), sum(weights.slice(0, at + 1)), sum(weights)];
  const { queue, pacing, weight } = carriers[at]!;
  const { current } = pacing;
  const ofIt = (pace: number) => (pace * weight) / all;
  return {
    places: places.map((place) => ({
      ...place,
      lines: Math.round((place.lines * upTo) / all) - Math.round((place.lines * before) / all),
    })),
    queue,
    pacing: { ...pacing, current: current && { slow: ofIt(current.slow), fast: ofIt(current.fast) } },
  };
};

const later = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? null : one > other ? one : other;

/** Which of two bases says less: the range rests on the weaker one. */
const BASES: readonly Forecast['basis'][] = ['now', 'history', 'limit', 'guess'];
const weaker = (one: Forecast['basis'], other: Forecast['basis']) =>
  BASES[Math.max(BASES.indexOf(one), BASES.indexOf(other))]!;

const bothThrough = (one: Forecast, other: Forecast): Forecast => ({
  lines: one.lines + other.lines,
  queue: one.queue + other.queue,
  startsAt: one.startsAt,
  earliest: later(one.earliest, other.earliest),
  latest: later(one.latest, other.latest),
  basis: weaker(one.basis, other.basis),
  perSecond: addPaces(one.perSecond, other.perSecond),
  warnings: [...one.warnings, ...other.warnings].reduce<Forecast['warnings']>(withWarning, []),
});

/** Each kind once, of all the lines it is about. */
const withWarning = (kept: Forecast['warnings'], added: Forecast['warnings'][number]): Forecast['warnings'] => {
  const same = kept.find(({ code }) => code === added.code);
  if (same === undefined) return [...kept, added];
  return kept.map((one) =>
    one === same ? { ...one, lines: one.lines + added.lines, at: later(one.at, added.at) ?? one.at } : one,
  );
};
