import type { InputOf } from '../../../contract/endpoint.ts';
import type { createSegment as createApi, Segment, updateSegment as updateApi } from '../../../contract/segments.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { Conflict } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { getSegment } from './get-segment.ts';
import { loadTree } from './load-rules.ts';
import { changeSegment, getSegmentForUpdate, insertSegment } from './segment.store.ts';
import type { SegmentNeeds } from './segment-needs.ts';
import { named, usesOf } from './segment-uses.ts';

export const createSegment = async (
  needs: SegmentNeeds,
  actor: Actor,
  input: InputOf<typeof createApi>,
): Promise<Segment> => {
  authorise(actor, 'segment.edit');
  const id = needs.ids.next();
  const now = needs.clock.now();
  await needs.db.transaction().execute(async (tx) => {
    await loadTree(tx, needs.ruleFields, input);
    await insertSegment(tx, { id, ...input, ownerId: actor.userId, createdAt: now, updatedAt: now });
  });
  return getSegment(needs, actor, { id } as Pick<Segment, 'id'>);
};

/** Whatever uses the segment sees the change at once; whom it selects, people or companies, stays while it is used. */
export const updateSegment = async (
  needs: SegmentNeeds,
  actor: Actor,
  { id, ...change }: InputOf<typeof updateApi>,
): Promise<Segment> => {
  authorise(actor, 'segment.edit');
  await needs.db.transaction().execute(async (tx) => {
    const before = await getSegmentForUpdate(tx, id);
    const after = { ...before, ...defined(change) };
    if (after.partyKind !== before.partyKind) await assertUnused(needs, tx, id);
    await loadTree(tx, needs.ruleFields, after);
    await changeSegment(tx, id, { ...defined(change), updatedAt: needs.clock.now() });
  });
  return getSegment(needs, actor, { id });
};

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const defined = <T extends object>(change: T): Defined<T> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Defined<T>;

const assertUnused = async ({ segmentUses }: SegmentNeeds, tx: Tx, id: string): Promise<void> => {
  const uses = await usesOf(tx, segmentUses, id);
  if (uses.length > 0) throw new Conflict('segment_kind_in_use', { uses: named(uses) });
};
