import type { Guard } from '../../../platform/http/outside.ts';
import { type Tried, tryLink } from './try-link.ts';

/** At once, over all who ask. */
const AT_ONCE = 4;
const PATIENCE_MS = 10_000;
/** As long an answer is good, and as long it is good even for who asks again: nobody is called in a loop. */
const GOOD_MS = 5 * 60_000;
const GOOD_AGAIN_MS = 10_000;
const MOST_KEPT = 500;

interface Kept {
  at: number;
  tried: Promise<Tried>;
}

/** Tries links, few at a time, each once however many ask. */
export class LinkTrials {
  readonly #guard: Guard;
  readonly #patience: number;
  readonly #kept = new Map<string, Kept>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** `guard`: which addresses are never called. */
  constructor(guard: Guard, patience = PATIENCE_MS) {
    this.#guard = guard;
    this.#patience = patience;
  }

  try(url: string, again: boolean): Promise<Tried> {
    const now = performance.now();
    const kept = this.#kept.get(url);
    if (kept && now - kept.at < (again ? GOOD_AGAIN_MS : GOOD_MS)) return kept.tried;
    const tried = this.#inTurn(() => tryLink(url, { guard: this.#guard, patience: this.#patience }));
    this.#kept.delete(url);
    this.#kept.set(url, { at: now, tried });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return tried;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running < AT_ONCE) this.#running += 1;
    else await new Promise<void>((go) => this.#waiting.push(go));
    try {
      return await work();
    } finally {
      // Whoever is next takes over the place.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
