interface Waiting {
  lines: number;
  sharer: string;
  enter: (stay: Stay) => void;
}

/**
 * How many intents a worker may have committed whose outcomes are not: what may be lost with a whole machine. It takes two
 * groups, so that a connection goes from one to the next without a pause. Small groups have a few places of their own: a test does not
 * stand behind the groups of a large campaign, however slow their server.
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

  /** Resolves once there is room for so many lines; groups of the run `sharer` enter in the order in which they came, as all others do. */
  enter(lines: number, sharer: string): Promise<Stay> {
    return this.#for(lines).enter(lines, sharer);
  }

  /**
   * A stay for lines whose intents are committed together with the outcomes of those before, which leave by that; null where there would
   * be no room then, or another run waits for it. Until it is `alone` they stand in the same places.
   */
  follow(before: readonly (Stay | null)[], lines: number, sharer: string): Stay | null {
    return this.#for(lines).follow(before, lines, sharer);
  }

  #for(lines: number): Places {
    return lines <= this.#smallest ? this.#small : this.#large;
  }
}

/** The places of a group. */
export class Stay {
  readonly places: Places;
  #shared: number;

  /** `shared`: so many of them with the group that it follows. */
  constructor(places: Places, shared = 0) {
    this.places = places;
    this.#shared = shared;
  }

  /** The commit is over, whatever came of it: right before those that it followed leave, or as they stay. */
  alone(): void {
    this.places.free(-this.#shared);
    this.#shared = 0;
  }

  /** So many of its lines are no longer in doubt. */
  leave(lines = 1): void {
    this.places.free(lines);
  }
}

class Places {
  /** Below nothing where a group that follows could not be committed, and has not left yet. */
  #free: number;
  readonly #waiting: Waiting[] = [];

  constructor(size: number) {
    this.#free = size;
  }

  enter(lines: number, sharer: string): Promise<Stay> {
    return new Promise((enter) => {
      this.#waiting.push({ lines, sharer, enter });
      this.free(0);
    });
  }

  follow(before: readonly (Stay | null)[], lines: number, sharer: string): Stay | null {
    if (this.#waiting.some((other) => other.sharer !== sharer)) return null;
    const leaving = before.filter((stay) => stay?.places === this).length;
    return lines <= this.#free + leaving ? this.#taken(lines, Math.min(lines, leaving)) : null;
  }

  free(lines: number): void {
    this.#free += lines;
    for (let next = this.#waiting[0]; next && next.lines <= this.#free; next = this.#waiting[0]) {
      this.#waiting.shift();
      next.enter(this.#taken(next.lines));
    }
  }

  #taken(lines: number, shared = 0): Stay {
    this.#free -= lines - shared;
    return new Stay(this, shared);
  }
}
