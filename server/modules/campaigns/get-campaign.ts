import type { Campaign, getCampaign as endpoint } from '../../../contract/campaigns.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { CampaignId } from '../../../contract/ids.ts';
import { isProfiled } from '../../../contract/tracks.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise, may } from '../access/index.ts';
import { actionsOf } from './action.store.ts';
import { getCampaignRow } from './campaign.store.ts';
import { showCampaign } from './campaign.views.ts';
import { messageProblemsOf, problemsOf } from './launch-facts.ts';
import { isUnderWay } from './model/lifecycle.ts';
import { NOTHING_RAN, type RunTotalsOf, ranOf } from './run-totals.ts';

export interface Viewing {
  db: Db;
  clock: Clock;
  runTotals: RunTotalsOf;
}

/** The campaign as its page shows it to this actor; every use case that changes one answers with it. */
export const presentCampaign = async (
  { db, clock, runTotals }: Viewing,
  actor: Actor,
  id: CampaignId,
): Promise<Campaign> => {
  const [shown, row, actions, ran] = await Promise.all([
    showCampaign(db, id),
    getCampaignRow(db, id),
    actionsOf(db, id),
    runTotals(db, [id]),
  ]);
  const totals = ran.get(id) ?? NOTHING_RAN;
  const askedOf = isProfiled(row.kind) ? messageProblemsOf : problemsOf;
  const wanted = actions.filter(({ state }) => !isProfiled(row.kind) || state !== 'cancelled');
  const problems = await Promise.all(wanted.map((action) => askedOf(db, row, action, clock.now())));
  const subject = { ownerId: row.ownerId };
  return {
    ...shown,
    actions: actions.map((action) => ({ ...action, totals: ranOf(totals, action.id) })),
    totals,
    problems: problems.flat(),
    may: {
      edit: may(actor, 'campaign.edit', subject),
      run: may(actor, 'campaign.run', subject),
      delete: may(actor, 'campaign.edit', subject) && totals.lists === 0 && !isUnderWay(row.state),
    },
  };
};

export const getCampaign = async (
  needs: Viewing,
  actor: Actor,
  input: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  return presentCampaign(needs, actor, input.id);
};
