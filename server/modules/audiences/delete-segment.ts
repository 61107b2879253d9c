import type { InputOf } from '../../../contract/endpoint.ts';
import type { deleteSegment as endpoint } from '../../../contract/segments.ts';
import { Conflict } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { changeSegment, getSegmentForUpdate } from './segment.store.ts';
import type { SegmentNeeds } from './segment-needs.ts';
import { named, usesOf } from './segment-uses.ts';

/** Archives it: runs of the past still know its name. Throws Conflict while anything uses it. */
export const deleteSegment = async (
  { db, clock, segmentUses }: SegmentNeeds,
  actor: Actor,
  { id }: InputOf<typeof endpoint>,
): Promise<{ ok: true }> => {
  authorise(actor, 'segment.edit');
  await db.transaction().execute(async (tx) => {
    await getSegmentForUpdate(tx, id);
    const uses = await usesOf(tx, segmentUses, id);
    if (uses.length > 0) throw new Conflict('segment_in_use', { uses: named(uses) });
    await changeSegment(tx, id, { archivedAt: clock.now() });
  });
  return { ok: true };
};
