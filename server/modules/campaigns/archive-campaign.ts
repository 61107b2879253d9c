import type { archiveCampaign as endpoint } from '../../../contract/campaigns.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import { Conflict } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { actionsOf } from './action.store.ts';
import { assertNoStartAhead } from './assert-no-start-ahead.ts';
import { getCampaignRow, storeCampaign } from './campaign.store.ts';
import { presentCampaign, type Viewing } from './get-campaign.ts';
import { recordHistory } from './history.store.ts';
import { isUnderWay } from './model/lifecycle.ts';

type Input = InputOf<typeof endpoint>;
type Output = OutputOf<typeof endpoint>;

export const archiveCampaign = (needs: Viewing, actor: Actor, input: Input): Promise<Output> =>
  setArchived(needs, actor, input, true);

export const restoreCampaign = (needs: Viewing, actor: Actor, input: Input): Promise<Output> =>
  setArchived(needs, actor, input, false);

const setArchived = async (needs: Viewing, actor: Actor, { id }: Input, archived: boolean): Promise<Output> => {
  authorise(actor, 'campaign.see');
  await needs.db.transaction().execute(async (tx) => {
    const campaign = await getCampaignRow(tx, id, true);
    authorise(actor, 'campaign.edit', { ownerId: campaign.ownerId });
    if ((campaign.archivedAt !== null) === archived) return;
    if (archived && isUnderWay(campaign.state)) throw new Conflict('campaign_under_way');
    if (archived) assertNoStartAhead(campaign.name, await actionsOf(tx, id));
    const at = needs.clock.now();
    await storeCampaign(tx, id, { archivedAt: archived ? at : null, updatedAt: at });
    await recordHistory(tx, { campaignId: id, actor, verb: archived ? 'archived' : 'restored', at });
  });
  return presentCampaign(needs, actor, id);
};
