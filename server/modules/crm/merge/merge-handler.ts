import type { Db, Tx } from '../../../platform/database/open-database.ts';
import type { Kind } from './merge.views.ts';

/** Two records about to be one. */
export interface Merging {
  mergeId: string;
  kind: Kind;
  keptId: string;
  goneId: string;
  /** The addresses of the one that goes, as they are compared; null without a valid one. */
  goneKeys: { email: string | null; phone: string | null };
  by: string | null;
  at: Date;
}

export interface Tally {
  what: string;
  count: number;
}

/** What a module does with its own rows as records become one, and one becomes two again; registered in app.ts. */
export interface MergeHandler {
  /** Names what it moved in the record of the merge. */
  name: string;
  /** What comes over, for the preview. */
  count(db: Db, merging: Pick<Merging, 'kind' | 'keptId' | 'goneId'>): Promise<Tally[]>;
  /** Answers what `undo` needs to know. */
  merge(tx: Tx, merging: Merging): Promise<unknown>;
  /** Answers what stays with the one that was kept. */
  undo(tx: Tx, merging: Merging, moved: unknown): Promise<Tally[]>;
}
