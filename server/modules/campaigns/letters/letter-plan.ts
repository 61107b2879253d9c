import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { LayoutDesign } from '../../../../contract/layouts.ts';
import type * as api from '../../../../contract/letters.ts';
import type { ErrorCode } from '../../../../contract/messages/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { Conflict } from '../../../platform/errors.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { findLetterPlan, storeLetterPlan } from '../../channels/index.ts';
import { loadLayout } from '../../layouts/index.ts';
import { getAction, type StoredAction, storeAction } from '../action.store.ts';
import { getCampaignRow, storeCampaign } from '../campaign.store.ts';
import { recordHistory } from '../history.store.ts';
import { isGoing } from '../model/lifecycle.ts';

export const getLetterPlan = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.getLetterPlan>,
): Promise<OutputOf<typeof api.getLetterPlan>> => {
  authorise(actor, 'campaign.see');
  await getAction(db, id);
  return findLetterPlan(db, id);
};

/** How letters are made stays as it is while they go, and once they are scheduled. Throws NotFound of a layout. */
export const saveLetterPlan = async (
  { db, clock }: { db: Db; clock: Clock },
  actor: Actor,
  { id, ...plan }: InputOf<typeof api.saveLetterPlan>,
): Promise<{ ok: true }> => {
  authorise(actor, 'campaign.see');
  const { campaignId } = await getAction(db, id);
  await db.transaction().execute(async (tx) => {
    const campaign = await getCampaignRow(tx, campaignId, true);
    authorise(actor, 'campaign.edit', { ownerId: campaign.ownerId });
    const { state } = await getAction(tx, id);
    if (isGoing(state) || state === 'scheduled') throw new Conflict('campaign_under_way');
    if (plan.layoutId !== null) await loadLayout(tx, plan.layoutId);
    const at = clock.now();
    await storeLetterPlan(tx, id, plan, at);
    await storeAction(tx, id, { updatedAt: at });
    await storeCampaign(tx, campaign.id, { updatedAt: at });
    await recordHistory(tx, { campaignId, actor, verb: 'content_changed', at });
  });
  return { ok: true };
};

/** Why an action's letters cannot be made; null: they can. */
export const unprintable = async (db: Db, action: StoredAction): Promise<ErrorCode | null> => {
  if (action.channel !== 'letter') return null;
  return (await findLetterPlan(db, action.id)).layoutId === null ? 'letter_no_layout' : null;
};

/** The layout of an action's letters; null where there are none, or none is chosen. */
export const layoutOfLetters = async (db: Db, action: StoredAction): Promise<LayoutDesign | null> => {
  if (action.channel !== 'letter') return null;
  const { layoutId } = await findLetterPlan(db, action.id);
  return layoutId === null ? null : (await loadLayout(db, layoutId)).design;
};
