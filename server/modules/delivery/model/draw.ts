import { afterContending, roomFor } from './contenders.ts';
import { afterTaking, type Limits, NOTHING_USED, type PaceNow, roomIn, type Used } from './pace.ts';

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

/** A scope before a draw: what there is room for, and how much of that falls to this run. */
const openTo = (run: string, { name, limits }: Scope, usedBy: UsedBy, now: PaceNow) => {
  const used = usedBy.get(name) ?? NOTHING_USED;
  const { count: room } = roomIn(limits, used, now);
  return {
    name,
    limits,
    used,
    room,
    part: roomFor(run, room, used.contenders ?? [], now.at),
    taken: 0,
    refused: false,
  };
};

/** How it stands after the draw, and when what was refused may be asked for again. */
const closed = (scope: ReturnType<typeof openTo>, { run, freely }: Drawer, now: PaceNow) => {
  const { name, limits, used, room, taken, refused } = scope;
  const after = afterTaking(limits, used, taken, now);
  const left = roomIn(limits, after, now);
  const again = left.count > 0 ? Math.max(left.freeAt, now.at + KEPT_FOR_OTHERS_MS) : left.freeAt;
  const freeAt = refused ? left.freeAt : null;
  if (room === Number.POSITIVE_INFINITY || freely) return { state: { name, used: after, freeAt }, again };
  const drawn = { run, room, count: taken, again: refused ? again : null };
  const contenders = afterContending(used.contenders ?? [], drawn, now.at);
  return { state: { name, used: { ...after, contenders }, freeAt }, again };
};

/**
 * Lets as many through as every limit has room for, in the order asked for; where others wait for the same room, as many as fall to
 * this run. `wanted`: the scopes of each message.
 */
export const draw = (wanted: Wanted, usedBy: UsedBy, now: PaceNow, drawer: Drawer): Drawn => {
  const scopes = new Map(scopesIn(wanted).map((scope) => [scope.name, openTo(drawer.run, scope, usedBy, now)]));
  const waits = wanted.map((theirs) => {
    const asked = theirs.flatMap(({ name }) => scopes.get(name) ?? []);
    const full = asked.filter(({ part, taken }) => part <= taken);
    for (const one of full) one.refused = true;
    if (full.length > 0 && !drawer.freely) return full;
    for (const one of asked) one.taken += 1;
    return null;
  });
  const after = new Map([...scopes].map(([name, scope]) => [name, closed(scope, drawer, now)]));
  return {
    waits: waits.map((full) => full && Math.max(...full.map(({ name }) => after.get(name)?.again ?? now.at))),
    states: [...after.values()].map(({ state }) => state),
  };
};

/** Takes back what was drawn for messages that did not leave after all. */
export const giveBack = (wanted: Wanted, usedBy: UsedBy, now: PaceNow, run: string): ScopeState[] =>
  scopesIn(wanted).map(({ name, limits }) => {
    const count = wanted.filter((theirs) => theirs.some((scope) => scope.name === name)).length;
    const used = afterTaking(limits, usedBy.get(name) ?? NOTHING_USED, -count, now);
    const contenders = used.contenders?.map((one) => (one.run === run ? { ...one, count: one.count - count } : one));
    return { name, used: contenders ? { ...used, contenders } : used, freeAt: null };
  });
