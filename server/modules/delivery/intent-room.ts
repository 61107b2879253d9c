interface Waiting {
  lines: number;
  enter: () => void;
}

/**
 * How many intents a worker may have committed and not settled: what may be lost with a whole machine. Groups enter in the order in
 * which they came; those who wait are rendered already, so that a connection goes from one group to the next without a pause.
 */
export class IntentRoom {
  #free: number;
  readonly #waiting: Waiting[] = [];

  constructor(size: number) {
    this.#free = size;
  }

  /** Does the work once there is room for so many lines, and gives the room back after it. */
  async within<T>(lines: number, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((enter) => {
      this.#waiting.push({ lines, enter });
      this.#admit();
    });
    try {
      return await work();
    } finally {
      this.#free += lines;
      this.#admit();
    }
  }

  #admit(): void {
    for (let next = this.#waiting[0]; next && next.lines <= this.#free; next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#free -= next.lines;
      next.enter();
    }
  }
}
