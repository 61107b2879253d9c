import type { Taken } from './outcome-recorder.ts';
import { Stay } from './stay.ts';

/** Where a group's intents will stand, and what became of the group whose places they take, which is committed with them. */
export interface Room {
  before: Taken | null;
  stay: Stay;
}

interface Waiting {
  lines: number;
  sharer: string;
  enter: (room: Room) => void;
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
  enter(lines: number, sharer: string): Promise<Room> {
    return this.#for(lines).enter(lines, sharer);
  }

  /**
   * A stay for lines whose intents are committed together with the outcomes of those before, which leave by that; null where there would
   * be no room then, or another run waits for it. Until it is `alone` they stand in the same places.
   */
  follow(before: Taken, lines: number, sharer: string): Stay | null {
    return this.#for(lines).follow(before, lines, sharer);
  }

  /** The large group that has waited longest follows these, if it is of the same run; false: nobody does. */
  passOn(before: Taken, sharer: string): boolean {
    return this.#large.passOn(before, sharer);
  }

  #for(lines: number): Places {
    return lines <= this.#smallest ? this.#small : this.#large;
  }
}

class Places {
  /** Below nothing where a group that follows could not be committed, and has not left yet. */
  #free: number;
  readonly #waiting: Waiting[] = [];

  constructor(size: number) {
    this.#free = size;
  }

  enter(lines: number, sharer: string): Promise<Room> {
    return new Promise((enter) => {
      this.#waiting.push({ lines, sharer, enter });
      this.free(0);
    });
  }

  follow(before: Taken, lines: number, sharer: string): Stay | null {
    return this.#waiting.some((other) => other.sharer !== sharer) ? null : this.#behind(before, lines);
  }

  passOn(before: Taken, sharer: string): boolean {
    const [next] = this.#waiting;
    const stay = next?.sharer === sharer ? this.#behind(before, next.lines) : null;
    if (stay === null) return false;
    this.#waiting.shift()?.enter({ before, stay });
    return true;
  }

  #behind({ group }: Taken, lines: number): Stay | null {
    const leaving = group.filter(({ stay }) => stay?.places === this).length;
    return lines <= this.#free + leaving ? this.#taken(lines, Math.min(lines, leaving)) : null;
  }

  free(lines: number): void {
    this.#free += lines;
    for (let next = this.#waiting[0]; next && next.lines <= this.#free; next = this.#waiting[0]) {
      this.#waiting.shift();
      next.enter({ before: null, stay: this.#taken(next.lines) });
    }
  }

  #taken(lines: number, shared = 0): Stay {
    this.#free -= lines - shared;
    return new Stay(this, shared);
  }
}
