import type { removeAction as endpoint } from '../../../contract/actions.ts';
import type { CampaignState } from '../../../contract/campaigns.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { ActionId } from '../../../contract/ids.ts';
import { isProfiled } from '../../../contract/tracks.ts';
import { Conflict } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { dropPicks } from '../audiences/index.ts';
import { dropLetterPlan } from '../channels/index.ts';
import { dropPlan } from '../sales/index.ts';
import { actionsOf, deleteAction, getAction, type StoredAction } from './action.store.ts';
import { getCampaignRow, storeCampaign } from './campaign.store.ts';
import { presentCampaign, type Viewing } from './get-campaign.ts';
import { recordHistory } from './history.store.ts';
import { dependantsOf } from './model/dependencies.ts';
import { mayMove, standingOf } from './model/lifecycle.ts';
import { ranOf } from './run-totals.ts';

/** What was generated or sent stays in the books; what another action is built on stays, too. */
export const removeAction = async (
  needs: Viewing,
  actor: Actor,
  { id }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  const { campaignId } = await getAction(needs.db, id);
  await needs.db.transaction().execute(async (tx) => {
    const campaign = await getCampaignRow(tx, campaignId, true);
    authorise(actor, 'campaign.edit', { ownerId: campaign.ownerId });
    if (isProfiled(campaign.kind)) throw new Conflict('sent_by_tracks');
    const actions = await actionsOf(tx, campaignId);
    const { lists } = ranOf((await needs.runTotals(tx, [campaignId])).get(campaignId), id);
    assertRemovable(actions, id, lists > 0);
    const [action] = actions.filter((one) => one.id === id);
    await dropPicks(tx, id);
    await dropPlan(tx, id);
    await dropLetterPlan(tx, id);
    await tx.deleteFrom('costLine').where('actionId', '=', id).execute();
    await tx.deleteFrom('revenueLine').where('actionId', '=', id).execute();
    await deleteAction(tx, id);
    const at = needs.clock.now();
    const over = isOver(
      campaign.state,
      actions.filter((one) => one.id !== id),
    );
    await storeCampaign(tx, campaignId, { updatedAt: at, ...(over && { state: 'completed' }) });
    const detail = { name: action?.name ?? '' };
    await recordHistory(tx, { campaignId, actor, verb: 'action_removed', detail, at });
  });
  return presentCampaign(needs, actor, campaignId);
};

const assertRemovable = (actions: readonly StoredAction[], id: ActionId, ran: boolean): void => {
  if (ran) throw new Conflict('action_has_run');
  if (actions.length === 1) throw new Conflict('action_is_only_one');
  const [dependant] = dependantsOf(actions, id);
  if (dependant) throw new Conflict('action_is_built_on', { name: dependant.name || String(dependant.position) });
};

/** When it was the last one to wait for, the campaign is through. */
const isOver = (state: CampaignState, left: readonly StoredAction[]): boolean =>
  mayMove(state, 'completed', 'editor') && standingOf(left.map((action) => action.state)) === 'completed';
