import { afterTaking, type Limits, NOTHING_USED, type PaceNow, type Room, roomIn, type Used } from './pace.ts';

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

export interface Drawn {
  /** In the order asked for: null lets it go, a moment (milliseconds) lets it wait. */
  waits: (number | null)[];
  states: ScopeState[];
}

type Wanted = readonly (readonly Scope[])[];
type UsedBy = ReadonlyMap<string, Used>;

/**
 * Lets as many through as every limit has room for, in the order asked for. `wanted`: the scopes of each message. `freely`: all are
 * counted, none waits.
 */
export const draw = (wanted: Wanted, used: UsedBy, now: PaceNow, freely = false): Drawn => {
  const scopes = new Map(wanted.flat().map((scope) => [scope.name, scope]));
  const rooms = new Map<string, Room>();
  for (const { name, limits } of scopes.values()) rooms.set(name, roomIn(limits, used.get(name) ?? NOTHING_USED, now));
  const taken = new Map<string, number>();
  const refused = new Set<string>();
  const waits = wanted.map((theirs) => {
    const full = theirs.filter(({ name }) => (rooms.get(name)?.count ?? 0) <= (taken.get(name) ?? 0));
    for (const { name } of full) refused.add(name);
    if (full.length > 0 && !freely) return full;
    for (const { name } of theirs) taken.set(name, (taken.get(name) ?? 0) + 1);
    return null;
  });
  const states = [...scopes.values()].map(({ name, limits }) => {
    const after = afterTaking(limits, used.get(name) ?? NOTHING_USED, taken.get(name) ?? 0, now);
    return { name, used: after, freeAt: refused.has(name) ? roomIn(limits, after, now).freeAt : null };
  });
  const freeAt = new Map(states.map((state) => [state.name, state.freeAt ?? now.at]));
  return {
    waits: waits.map((full) => full && Math.max(...full.map(({ name }) => freeAt.get(name) ?? now.at))),
    states,
  };
};

/** Takes back what was drawn for messages that did not leave after all. */
export const giveBack = (wanted: Wanted, used: UsedBy, now: PaceNow): ScopeState[] => {
  const scopes = new Map(wanted.flat().map((scope) => [scope.name, scope]));
  return [...scopes.values()].map(({ name, limits }) => {
    const count = wanted.filter((theirs) => theirs.some((scope) => scope.name === name)).length;
    return { name, used: afterTaking(limits, used.get(name) ?? NOTHING_USED, -count, now), freeAt: null };
  });
};
