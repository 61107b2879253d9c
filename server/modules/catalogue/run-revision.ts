import type * as api from '../../../contract/catalogue-revisions.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { Conflict } from '../../platform/errors.ts';
import { enqueue } from '../../platform/queue/queue.ts';
import { type Actor, authorise } from '../access/index.ts';
import { countProducts } from './product-where.ts';
import { countChanges, getRevisionForUpdate, NOT_REHEARSED, type StoredRevision } from './revision.store.ts';
import { revisePricesTask } from './revision.tasks.ts';
import type { ShownRevision } from './revision.views.ts';
import { beginWork, stopWork } from './revision-work.store.ts';
import { assertChangeable, assertDay, assertIdle, getPriceRevision, type RevisionNeeds } from './revisions.ts';
import { todayOf } from './today.ts';

type Asked = Pick<Parameters<typeof beginWork>[1], 'kind' | 'day' | 'total' | 'expected'>;

/** Writes down what is to be done, for a worker to do: prices by the hundred thousand take longer than anybody should wait for an answer. */
const begin = async (
  needs: RevisionNeeds,
  actor: Actor,
  id: string,
  ask: (tx: Tx, revision: StoredRevision) => Promise<Asked>,
): Promise<void> => {
  authorise(actor, 'catalogue.edit');
  await needs.db.transaction().execute(async (tx) => {
    const work = await ask(tx, await getRevisionForUpdate(tx, id));
    await beginWork(tx, { ...work, revisionId: id, begunBy: actor.userId }, needs.clock.now());
    await enqueue(tx, revisePricesTask, { revisionId: id }, { jobKey: `revision:${id}` });
  });
};

/** Reckons what would become of every price, and changes none. */
export const rehearsePriceRevision = async (
  needs: RevisionNeeds,
  actor: Actor,
  { id }: InputOf<typeof api.rehearsePriceRevision>,
): Promise<ShownRevision> => {
  await begin(needs, actor, id, async (tx, revision) => {
    assertChangeable(revision);
    const day = await assertDay(needs.db, needs.clock, revision.effectiveOn);
    await tx.updateTable('priceRevision').set(NOT_REHEARSED).where('id', '=', id).execute();
    return { kind: 'rehearse', day, total: await countProducts(tx, revision.selection) };
  });
  return getPriceRevision(needs, actor, { id });
};

/** Writes what was rehearsed and seen, all of it or nothing. */
export const applyPriceRevision = async (
  needs: RevisionNeeds,
  actor: Actor,
  { id, fingerprint }: InputOf<typeof api.applyPriceRevision>,
): Promise<ShownRevision> => {
  await begin(needs, actor, id, async (tx, revision) => {
    assertChangeable(revision);
    if (revision.state !== 'rehearsed') throw new Conflict('revision_not_rehearsed');
    if (revision.fingerprint !== fingerprint) throw new Conflict('revision_rehearsed_anew');
    const day = await assertDay(needs.db, needs.clock, revision.effectiveOn);
    const total = await countChanges(tx, id);
    if (total === 0) throw new Conflict('nothing_to_apply');
    return { kind: 'apply', day, total };
  });
  return getPriceRevision(needs, actor, { id });
};

/** Brings the former prices back from today on, or from the day the revision would have started. */
export const reversePriceRevision = async (
  needs: RevisionNeeds,
  actor: Actor,
  { id, expected }: InputOf<typeof api.reversePriceRevision>,
): Promise<ShownRevision> => {
  const today = await todayOf(needs.db, needs.clock);
  await begin(needs, actor, id, async (tx, revision) => {
    if (revision.state !== 'applied') throw new Conflict('revision_not_applied');
    assertIdle(revision);
    const total = await countChanges(tx, id);
    return { kind: 'reverse', day: revision.validFrom ?? today, total, expected };
  });
  return getPriceRevision(needs, actor, { id });
};

/** What is under way comes to nothing; a process that is at it takes back what it wrote. */
export const stopPriceRevision = async (
  needs: RevisionNeeds,
  actor: Actor,
  { id }: InputOf<typeof api.stopPriceRevision>,
): Promise<ShownRevision> => {
  authorise(actor, 'catalogue.edit');
  await stopWork(needs.db, id);
  return getPriceRevision(needs, actor, { id });
};
