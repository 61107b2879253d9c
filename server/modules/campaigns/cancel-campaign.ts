import type { cancelCampaign as endpoint } from '../../../contract/campaigns.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import { Conflict } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { cancelWork } from '../crm/index.ts';
import { actionsOf, storeAction } from './action.store.ts';
import { assertNoStartAhead } from './assert-no-start-ahead.ts';
import { getCampaignRow, storeCampaign } from './campaign.store.ts';
import { presentCampaign, type Viewing } from './get-campaign.ts';
import { recordHistory } from './history.store.ts';
import { isGoing, mayMove } from './model/lifecycle.ts';

/** Gives a campaign up, between its stages too. One that is under way is stopped through its run, so that every open line says why it was dropped. */
export const cancelCampaign = async (
  needs: Viewing,
  actor: Actor,
  { id }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  await needs.db.transaction().execute(async (tx) => {
    const campaign = await getCampaignRow(tx, id, true);
    authorise(actor, 'campaign.edit', { ownerId: campaign.ownerId });
    if (campaign.state === 'cancelled') return;
    const actions = await actionsOf(tx, id);
    if (actions.some(({ state }) => isGoing(state))) throw new Conflict('campaign_under_way');
    assertNoStartAhead(campaign.name, actions);
    if (!mayMove(campaign.state, 'cancelled', 'editor')) {
      throw new Conflict('campaign_state_impossible', { from: campaign.state, to: 'cancelled' });
    }
    const at = needs.clock.now();
    for (const { id: open } of actions.filter(({ state }) => state !== 'done'))
      await storeAction(tx, open, { state: 'cancelled' });
    await storeCampaign(tx, id, { state: 'cancelled', updatedAt: at });
    await cancelWork(tx, id, at);
    await recordHistory(tx, { campaignId: id, actor, verb: 'cancelled', at });
  });
  return presentCampaign(needs, actor, id);
};
