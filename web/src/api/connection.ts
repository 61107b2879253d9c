import { useSyncExternalStore } from 'react';

/** `database`: the server answers that its database can't be reached; `server`: nothing answers. */
export type Connection = 'fine' | 'database' | 'server';

let state: Connection = 'fine';
const listeners = new Set<() => void>();

export const connection = {
  report(next: Connection): void {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => state);
}
