import { afterTaking, type Limits, NOTHING_USED, type PaceNow, type Room, roomIn, type Used } from './pace.ts';

/** One set of limits that a message counts under: the account's own, a provider's, or a domain's. */
export interface Scope {
  name: string;
  limits: Limits;
}

export interface Drawn {
  /** In the order asked for: null lets it go, a moment (milliseconds) lets it wait. */
  waits: (number | null)[];
  /** The scopes that were touched, as they are now; `freeAt` where nothing more may go before. */
  states: { name: string; used: Used; freeAt: number | null }[];
}

/** Lets as many through as every limit has room for, in the order asked for. `wanted`: the scopes of each message. */
export const draw = (wanted: readonly (readonly Scope[])[], used: ReadonlyMap<string, Used>, now: PaceNow): Drawn => {
  const scopes = new Map(wanted.flat().map((scope) => [scope.name, scope]));
  const rooms = new Map<string, Room>();
  for (const { name, limits } of scopes.values()) rooms.set(name, roomIn(limits, used.get(name) ?? NOTHING_USED, now));
  const taken = new Map<string, number>();
  const refused = new Set<string>();
  const waits = wanted.map((theirs) => {
    const full = theirs.filter(({ name }) => (rooms.get(name)?.count ?? 0) <= (taken.get(name) ?? 0));
    if (full.length === 0) {
      for (const { name } of theirs) taken.set(name, (taken.get(name) ?? 0) + 1);
      return null;
    }
    for (const { name } of full) refused.add(name);
    return full;
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
