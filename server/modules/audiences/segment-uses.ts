import type { SegmentUse } from '../../../contract/segments.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { segmentsNaming } from './segment.store.ts';

/** Where a later module uses a segment; `app.ts` lists the sources. */
export type SegmentUseSource = (db: Db | Tx, segmentId: string) => Promise<SegmentUse[]>;

export const usesOf = async (
  db: Db | Tx,
  sources: readonly SegmentUseSource[],
  segmentId: string,
): Promise<SegmentUse[]> => {
  const uses = await segmentsNaming(db, segmentId);
  for (const source of sources) uses.push(...(await source(db, segmentId)));
  return uses;
};

const SHOWN = 5;

/** For an error: “A”, “B” and how many more. */
export const named = (uses: readonly SegmentUse[]): string => {
  const names = uses.slice(0, SHOWN).map(({ name }) => `“${name}”`);
  return uses.length > SHOWN ? `${names.join(', ')} … (+${uses.length - SHOWN})` : names.join(', ');
};
