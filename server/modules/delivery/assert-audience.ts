import type { ActionId, CampaignId } from '../../../contract/ids.ts';
import { Conflict } from '../../platform/errors.ts';
import { authorise } from '../access/index.ts';
import { getCampaignForRun } from '../campaigns/index.ts';
import type { ImportHooks } from '../crm/index.ts';

/** Throws NotFound, Forbidden, and Conflict once the action has run. */
export const assertAudience: ImportHooks['assertAudience'] = async (db, actor, actionId) => {
  const { campaign, action } = await getCampaignForRun(db, actionId as ActionId);
  authorise(actor, 'campaign.edit', { ownerId: campaign.ownerId });
  if (action.state === 'running' || action.state === 'done' || action.state === 'cancelled')
    throw new Conflict('audience_sealed');
  return { campaignId: campaign.id as CampaignId, campaignName: campaign.name };
};
