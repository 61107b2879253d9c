import type { Pace } from '../../../../contract/track-pace.ts';
import { afterInterval, nextOpening } from './pace.ts';

const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;

/** Somebody’s place in one track. */
export interface Place<M> {
  messages: readonly M[];
  /** So many of them are through. */
  step: number;
  /** Null: the track waits until an earlier one is through. */
  nextAt: Date | null;
}

export interface Walk<M> {
  /** One track after the other. */
  inTurn: boolean;
  pace: Pace;
  zone: string;
  /** In the order of the tracks. */
  places: readonly Place<M>[];
  pressure: readonly { maxMessages: number; days: number }[];
  /** When he was written to lately. */
  touches: readonly Date[];
}

export interface Rehearsed<M> {
  at: Date;
  heldFrom: Date | null;
  /** Which of the places, and the how manieth message of it. */
  place: number;
  step: number;
  message: M;
}

/** When contact pressure lets the next message go; null when at once. Rounded up to a quarter of an hour, as the ticks do. */
export const freeAt = ({ pressure, touches }: Pick<Walk<unknown>, 'pressure' | 'touches'>, now: Date): Date | null => {
  const latest = touches.map((at) => at.getTime()).sort((one, other) => other - one);
  const free = pressure.flatMap(({ maxMessages, days }) => {
    const counted = latest.filter((at) => at > now.getTime() - days * DAY_MS)[maxMessages - 1];
    return counted === undefined ? [] : [counted + days * DAY_MS];
  });
  if (free.length === 0) return null;
  return new Date(Math.floor((Math.max(...free) + QUARTER_MS) / QUARTER_MS) * QUARTER_MS);
};

interface Standing<M> extends Place<M> {
  index: number;
  heldFrom: Date | null;
}

const isDone = ({ step, messages }: Place<unknown>): boolean => step >= messages.length;

/** Who is due first; at the same moment the earlier track. */
const firstDue = <M>(standing: readonly Standing<M>[]): (Standing<M> & { nextAt: Date }) | undefined =>
  standing
    .filter((place): place is Standing<M> & { nextAt: Date } => place.nextAt !== null && !isDone(place))
    .sort((one, other) => one.nextAt.getTime() - other.nextAt.getTime() || one.index - other.index)[0];

/** The calendar of one person, by the rules that the ticks follow, as if every message reached him. */
export const rehearse = <M>(walk: Walk<M>, limit: number): Rehearsed<M>[] => {
  const { pace, zone, inTurn } = walk;
  const standing: Standing<M>[] = walk.places.map((place, index) => ({ ...place, index, heldFrom: null }));
  const touches = [...walk.touches];
  const calendar: Rehearsed<M>[] = [];
  while (calendar.length < limit) {
    const due = firstDue(standing);
    if (due === undefined) break;
    const at = due.nextAt;
    const free = freeAt({ pressure: walk.pressure, touches }, at);
    if (free !== null) {
      due.heldFrom ??= at;
      due.nextAt = nextOpening(pace, free, zone);
      continue;
    }
    calendar.push({
      at,
      heldFrom: due.heldFrom,
      place: due.index,
      step: due.step + 1,
      message: due.messages[due.step]!,
    });
    touches.push(at);
    Object.assign(due, { step: due.step + 1, heldFrom: null, nextAt: afterInterval(pace, at, zone) });
    if (inTurn && isDone(due)) beginNext(standing, due.nextAt);
  }
  return calendar;
};

const beginNext = <M>(standing: readonly Standing<M>[], at: Date): void => {
  const next = standing.find((place) => place.nextAt === null && !isDone(place));
  if (next) next.nextAt = at;
};
