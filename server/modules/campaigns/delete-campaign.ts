import type { deleteCampaign as endpoint } from '../../../contract/campaigns.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import { Conflict } from '../../platform/errors.ts';
import { type Actor, authorise, forgetNotices } from '../access/index.ts';
import { dropLetterPlan } from '../channels/index.ts';
import { dropPlan } from '../sales/index.ts';
import { actionsOf } from './action.store.ts';
import { getCampaignRow } from './campaign.store.ts';
import type { Viewing } from './get-campaign.ts';

export const deleteCampaign = async (
  needs: Viewing,
  actor: Actor,
  { id }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  await needs.db.transaction().execute(async (tx) => {
    const campaign = await getCampaignRow(tx, id, true);
    authorise(actor, 'campaign.edit', { ownerId: campaign.ownerId });
    const ran = (await needs.runTotals(tx, [id])).get(id);
    if (ran !== undefined && ran.lists > 0) throw new Conflict('campaign_has_run');
    await tx.updateTable('campaign').set({ duplicatedFrom: null }).where('duplicatedFrom', '=', id).execute();
    await tx.deleteFrom('campaignHistory').where('campaignId', '=', id).execute();
    await tx.deleteFrom('occasion').where('campaignId', '=', id).execute();
    await tx.deleteFrom('revenueLine').where('campaignId', '=', id).execute();
    await tx.deleteFrom('costLine').where('campaignId', '=', id).execute();
    await tx.deleteFrom('enrolment').where('campaignId', '=', id).execute();
    for (const action of await actionsOf(tx, id)) {
      await dropPlan(tx, action.id);
      await dropLetterPlan(tx, action.id);
    }
    await tx.deleteFrom('action').where('campaignId', '=', id).execute();
    await forgetNotices(tx, id);
    await tx.deleteFrom('campaign').where('id', '=', id).execute();
  });
  return { ok: true };
};
