interface Places {
  /** So many become free; fewer than none: are taken. */
  free(lines: number): void;
}

/** The places of a group, of those that a worker has for its intents. */
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
