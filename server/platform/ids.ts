import { v7 } from 'uuid';

export interface Ids {
  /** A uuid v7: ids made later sort later. */
  next(): string;
}

export const uuidIds: Ids = { next: () => v7() };

/** Ids that follow one another from one made by `ids`, for a million at a time: the last twelve digits count on from where chance put them. */
export const manyIds = (ids: Ids): Ids => {
  const [first, last] = [ids.next(), 16 ** 12];
  const head = first.slice(0, 24);
  // Half of the room is left to count in.
  let at = Math.floor(Number.parseInt(first.slice(24), 16) / 2);
  return {
    next: () => {
      at = (at + 1) % last;
      return head + at.toString(16).padStart(12, '0');
    },
  };
};
