import { afterTaking, type Limits, NOTHING_USED, type PaceNow, roomIn, type Used } from './pace.ts';
import { afterSharing, roomFor } from './sharers.ts';

/** One set of limits that a message counts under: the account's own, a provider's, or a domain's. */
export interface Scope {
  name: string;
  limits: Limits;
}

/** A scope as it is after a draw; `freeAt` where nothing more may go before. */
export interface ScopeState {
  name: string;
  used: Used;
  freeAt: number | null;
}

/** Who draws. `freely`: a test is counted, but never waits. */
export interface Drawer {
  run: string;
  freely: boolean;
}

export interface Drawn {
  /** In the order asked for: null lets it go, a moment (milliseconds) lets it wait. */
  waits: (number | null)[];
  states: ScopeState[];
}

type Wanted = readonly (readonly Scope[])[];
type UsedBy = ReadonlyMap<string, Used>;

/** What is left is kept for others that wait; they are given so long before it is asked for again. */
const KEPT_FOR_OTHERS_MS = 1_000;

const scopesIn = (wanted: Wanted): Scope[] => [...new Map(wanted.flat().map((scope) => [scope.name, scope])).values()];

/** How a scope stands after `count` of those who asked for it were let go. */
const standing = (
  { name, limits }: Scope,
  used: Used,
  { count, refused }: { count: number; refused: boolean },
  { run, freely }: Drawer,
  now: PaceNow,
) => {
  const { count: room } = roomIn(limits, used, now);
  const after = afterTaking(limits, used, count, now);
  const left = roomIn(limits, after, now);
  const again = left.count > 0 ? Math.max(left.freeAt, now.at + KEPT_FOR_OTHERS_MS) : left.freeAt;
  const freeAt = refused ? left.freeAt : null;
  if (room === Number.POSITIVE_INFINITY || freely) return { state: { name, used: after, freeAt }, again };
  const sharers = afterSharing(used.sharers ?? [], { run, room, count, again: refused ? again : null }, now.at);
  return { state: { name, used: { ...after, sharers }, freeAt }, again };
};

/**
 * Lets as many through as every limit has room for, in the order asked for; where others wait for the same room, as many as fall to
 * this run. `wanted`: the scopes of each message.
 */
export const draw = (wanted: Wanted, usedBy: UsedBy, now: PaceNow, drawer: Drawer): Drawn => {
  const scopes = scopesIn(wanted);
  const usedOf = ({ name }: Scope) => usedBy.get(name) ?? NOTHING_USED;
  const rooms = new Map(
    scopes.map((scope) => {
      const { count } = roomIn(scope.limits, usedOf(scope), now);
      return [scope.name, roomFor(drawer.run, count, usedOf(scope).sharers ?? [], now.at)];
    }),
  );
  const taken = new Map<string, number>();
  const refused = new Set<string>();
  const waits = wanted.map((theirs) => {
    const full = theirs.filter(({ name }) => (rooms.get(name) ?? 0) <= (taken.get(name) ?? 0));
    for (const { name } of full) refused.add(name);
    if (full.length > 0 && !drawer.freely) return full;
    for (const { name } of theirs) taken.set(name, (taken.get(name) ?? 0) + 1);
    return null;
  });
  const after = scopes.map((scope) =>
    standing(
      scope,
      usedOf(scope),
      { count: taken.get(scope.name) ?? 0, refused: refused.has(scope.name) },
      drawer,
      now,
    ),
  );
  const again = new Map(after.map((one) => [one.state.name, one.again]));
  return {
    waits: waits.map((full) => full && Math.max(...full.map(({ name }) => again.get(name) ?? now.at))),
    states: after.map(({ state }) => state),
  };
};

/** Takes back what was drawn for messages that did not leave after all. */
export const giveBack = (wanted: Wanted, usedBy: UsedBy, now: PaceNow, run: string): ScopeState[] =>
  scopesIn(wanted).map(({ name, limits }) => {
    const count = wanted.filter((theirs) => theirs.some((scope) => scope.name === name)).length;
    const used = afterTaking(limits, usedBy.get(name) ?? NOTHING_USED, -count, now);
    const sharers = used.sharers?.map((one) => (one.run === run ? { ...one, count: one.count - count } : one));
    return { name, used: sharers ? { ...used, sharers } : used, freeAt: null };
  });
