/** When a worker's slots look for work again after one of them found none: after a while, or as soon as they are woken. */
export class SlotRest {
  readonly #ms: number;
  #until = 0;
  #waking = new AbortController();

  constructor(ms: number) {
    this.#ms = ms;
  }

  /** Aborted at the next `wake`. */
  get woken(): AbortSignal {
    return this.#waking.signal;
  }

  get lasts(): boolean {
    return performance.now() < this.#until;
  }

  /** Nothing was found by a look that began when this was `woken`. Whoever is woken while he looks goes without rest: what he is woken for may have come too late for the look. */
  begin(woken: AbortSignal): void {
    if (!woken.aborted) this.#until = performance.now() + this.#ms;
  }

  wake(): void {
    this.#until = 0;
    this.#waking.abort();
    this.#waking = new AbortController();
  }
}
