import type { orderActions as endpoint } from '../../../contract/actions.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import { Invalid } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { actionsOf, storeAction } from './action.store.ts';
import { getCampaignRow } from './campaign.store.ts';
import { presentCampaign, type Viewing } from './get-campaign.ts';
import { recordHistory } from './history.store.ts';

/** The order is how the actions are read and listed; when each goes is its schedule’s to say. */
export const orderActions = async (
  needs: Viewing,
  actor: Actor,
  { id, actionIds }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  await needs.db.transaction().execute(async (tx) => {
    const campaign = await getCampaignRow(tx, id, true);
    authorise(actor, 'campaign.edit', { ownerId: campaign.ownerId });
    const actions = await actionsOf(tx, id);
    const known = new Set<string>(actions.map((action) => action.id));
    const complete =
      actionIds.length === known.size && new Set(actionIds.filter((one) => known.has(one))).size === known.size;
    if (!complete) throw new Invalid('actionIds', 'actions_incomplete');
    for (const [index, actionId] of actionIds.entries()) await storeAction(tx, actionId, { position: index + 1 });
    await recordHistory(tx, { campaignId: id, actor, verb: 'actions_ordered', at: needs.clock.now() });
  });
  return presentCampaign(needs, actor, id);
};
