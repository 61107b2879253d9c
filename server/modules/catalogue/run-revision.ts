import type * as api from '../../../contract/catalogue-revisions.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import { Conflict } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { lockPrices } from './prices.ts';
import {
  drifted,
  dropLines,
  fingerprintOf,
  getRevisionForUpdate,
  writeFormerPrices,
  writeLines,
  writePrices,
} from './revision.store.ts';
import type { ShownRevision } from './revision.views.ts';
import { assertDay, assertNotApplied, getPriceRevision, type RevisionNeeds } from './revisions.ts';
import { todayOf } from './today.ts';

/** Reckons what would become of every price, and changes none. */
export const rehearsePriceRevision = async (
  needs: RevisionNeeds,
  actor: Actor,
  { id }: InputOf<typeof api.rehearsePriceRevision>,
): Promise<ShownRevision> => {
  authorise(actor, 'catalogue.edit');
  const { db, clock, priceUses } = needs;
  await db.transaction().execute(async (tx) => {
    const revision = await getRevisionForUpdate(tx, id);
    assertNotApplied(revision);
    const day = await assertDay(db, clock, revision.effectiveOn);
    await dropLines(tx, id);
    await writeLines(tx, revision, day, priceUses);
    const rehearsal = { fingerprint: await fingerprintOf(tx, id), validFrom: day, rehearsedAt: clock.now() };
    await tx
      .updateTable('priceRevision')
      .set({ state: 'rehearsed', ...rehearsal })
      .where('id', '=', id)
      .execute();
  });
  return getPriceRevision(needs, actor, { id });
};

/** Writes what was rehearsed and seen, all of it or nothing. */
export const applyPriceRevision = async (
  needs: RevisionNeeds,
  actor: Actor,
  { id, fingerprint }: InputOf<typeof api.applyPriceRevision>,
): Promise<ShownRevision> => {
  authorise(actor, 'catalogue.edit');
  const { db, clock } = needs;
  await db.transaction().execute(async (tx) => {
    const revision = await getRevisionForUpdate(tx, id);
    assertNotApplied(revision);
    if (revision.state !== 'rehearsed') throw new Conflict('revision_not_rehearsed');
    if (revision.fingerprint !== fingerprint) throw new Conflict('revision_rehearsed_anew');
    const day = await assertDay(db, clock, revision.effectiveOn);
    await lockPrices(tx, revision.listId);
    const { count, names } = await drifted(tx, revision, day);
    if (count > 0) throw new Conflict('prices_changed_since', { count, names: names.join(', ') });
    const at = clock.now();
    const written = await writePrices(tx, revision, { day, by: actor.userId, at });
    if (written === 0) throw new Conflict('nothing_to_apply');
    await tx
      .updateTable('priceRevision')
      .set({ state: 'applied', validFrom: day, appliedAt: at, appliedBy: actor.userId })
      .where('id', '=', id)
      .execute();
  });
  return getPriceRevision(needs, actor, { id });
};

/** Brings the former prices back from today on, or from the day the revision would have started. */
export const reversePriceRevision = async (
  needs: RevisionNeeds,
  actor: Actor,
  { id, expected }: InputOf<typeof api.reversePriceRevision>,
): Promise<ShownRevision> => {
  authorise(actor, 'catalogue.edit');
  const { db, clock } = needs;
  const today = await todayOf(db, clock);
  await db.transaction().execute(async (tx) => {
    const revision = await getRevisionForUpdate(tx, id);
    if (revision.state !== 'applied') throw new Conflict('revision_not_applied');
    await lockPrices(tx, revision.listId);
    const day = revision.validFrom !== null && revision.validFrom > today ? revision.validFrom : today;
    const at = clock.now();
    const written = await writeFormerPrices(tx, revision, { day, by: actor.userId, at });
    if (written !== expected) throw new Conflict('reversal_changed', { expected, count: written });
    await tx
      .updateTable('priceRevision')
      .set({ state: 'reversed', reversedAt: at, reversedBy: actor.userId, reversedLines: written })
      .where('id', '=', id)
      .execute();
  });
  return getPriceRevision(needs, actor, { id });
};
