interface Waiting {
  lines: number;
  enter: () => void;
}

/**
 * How many intents a worker may have committed and not settled: what may be lost with a whole machine. Those who wait are rendered
 * already, so that a connection goes from one group to the next without a pause. Small groups have a few places of their own: a test
 * does not stand behind the groups of a large campaign, however slow their server.
 */
export class IntentRoom {
  readonly #large: Places;
  readonly #small: Places;
  readonly #smallest: number;

  /** `small`: so many of the places are kept for groups of at most as many. */
  constructor(size: number, small: number) {
    this.#large = new Places(size - small);
    this.#small = new Places(small);
    this.#smallest = small;
  }

  /** Does the work once there is room for so many lines; `leave` gives back the place of one of them, and the end those of all the others. */
  within<T>(lines: number, work: (leave: () => void) => Promise<T>): Promise<T> {
    return (lines <= this.#smallest ? this.#small : this.#large).within(lines, work);
  }
}

/** Groups enter in the order in which they came. */
class Places {
  #free: number;
  readonly #waiting: Waiting[] = [];

  constructor(size: number) {
    this.#free = size;
  }

  async within<T>(lines: number, work: (leave: () => void) => Promise<T>): Promise<T> {
    await new Promise<void>((enter) => {
      this.#waiting.push({ lines, enter });
      this.#admit();
    });
    let inside = lines;
    const free = (places: number) => {
      inside -= places;
      this.#free += places;
      this.#admit();
    };
    try {
      return await work(() => free(1));
    } finally {
      free(inside);
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
