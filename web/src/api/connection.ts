import { useSyncExternalStore } from 'react';

/** `database`: the server answers that its database can't be reached; `server`: nothing answers. */
export type Connection = 'fine' | 'database' | 'server';

/** An answer that takes longer may have no database behind it; the server needs five seconds more to say so. */
const LONG_MS = 3_000;

let state: Connection = 'fine';
const listeners = new Set<() => void>();

/** Answers that are waited for that long. */
let late = 0;
let looking = false;
let back: () => void = () => {};

export const connection = {
  report(next: Connection): void {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
    if (state === 'fine') back();
    else void look();
  },

  /** An answer is waited for. Where it takes long, the server is asked whether its database answers at all. To be called when it is there. */
  waiting(): () => void {
    let long = false;
    const timer = setTimeout(() => {
      long = true;
      late += 1;
      void look();
    }, LONG_MS);
    return () => {
      clearTimeout(timer);
      if (long) late -= 1;
    };
  },

  /** What happens when it is fine again. */
  whenBack(act: () => void): void {
    back = act;
  },
};

const look = async (): Promise<void> => {
  if (looking) return;
  looking = true;
  while (late > 0 || state !== 'fine') {
    connection.report(await ask());
    await new Promise((resolve) => setTimeout(resolve, LONG_MS));
  }
  looking = false;
};

const GATEWAY_ERRORS = new Set([502, 504]);
/** A browser opens six connections to a server. Where answers are waited for on all of them, the question does not even leave. */
const ASK_MS = 6_000;

const ask = async (): Promise<Connection> => {
  try {
    const { status } = await fetch('/ready', { cache: 'no-store', signal: AbortSignal.timeout(ASK_MS) });
    if (GATEWAY_ERRORS.has(status)) return 'server';
    return status === 503 ? 'database' : 'fine';
  } catch (error) {
    return error instanceof DOMException && error.name === 'TimeoutError' ? 'database' : 'server';
  }
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => state);
}
