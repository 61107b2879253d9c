import { v7 } from 'uuid';

export interface Ids {
  /** A uuid v7: ids made later sort later. */
  next(): string;
}

export const uuidIds: Ids = { next: () => v7() };
