import { selectsSomebody } from '../../../contract/audience.ts';
import type { previewDuplicate as endpoint } from '../../../contract/campaigns.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { listHandPicks } from '../audiences/index.ts';
import { countLeavers } from '../consent/index.ts';
import { actionsOf, type StoredAction } from './action.store.ts';
import { activitiesOf } from './activity.store.ts';
import { freeCode, getCampaignRow } from './campaign.store.ts';
import { showCampaign } from './campaign.views.ts';
import { filesOf } from './campaign-files.ts';
import type { Viewing } from './get-campaign.ts';
import { changesOfCopy } from './model/duplicate.ts';
import { costLinesOf, revenueLinesOf } from './money.store.ts';
import { NOTHING_RAN } from './run-totals.ts';

const factsOfAction = async (db: Db, action: StoredAction) => ({
  name: action.name,
  schedule: action.schedule,
  handPicks: (await listHandPicks(db, action.id)).length,
  hasAudience: selectsSomebody(action.audience),
});

/** O48: what a copy would have otherwise, before it is made, and how many it leaves out because they left the original. */
export const previewDuplicate = async (
  { db, clock, runTotals }: Viewing,
  actor: Actor,
  { id, recipients }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  authorise(actor, 'campaign.create');
  await getCampaignRow(db, id);
  const [campaign, actions, costs, revenue, activities, files, ran, left] = await Promise.all([
    showCampaign(db, id),
    actionsOf(db, id),
    costLinesOf(db, id),
    revenueLinesOf(db, id),
    activitiesOf(db, id),
    filesOf(db, id),
    runTotals(db, [id]),
    countLeavers(db, id),
  ]);
  const original = {
    ...campaign,
    ownerName: campaign.owner.name,
    actions: await Promise.all(actions.map((action) => factsOfAction(db, action))),
    costs: costs.length,
    revenue: revenue.length,
    activities: activities.length,
    files: files.length,
    sent: (ran.get(id) ?? NOTHING_RAN).sent,
  };
  const code = await freeCode(db, clock.now().getUTCFullYear());
  return { changes: changesOfCopy(original, { code, ownerName: actor.name, recipients }), left };
};
