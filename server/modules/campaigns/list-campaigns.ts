import type { listCampaigns as endpoint } from '../../../contract/campaigns.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { type CampaignsLookedAfterBy, campaignsWhere, showCampaigns } from './campaign.views.ts';
import { NOTHING_RAN, type RunTotalsOf } from './run-totals.ts';

export interface ListingNeeds {
  db: Db;
  runTotals: RunTotalsOf;
  lookedAfterBy: CampaignsLookedAfterBy;
}

/** O01: by owner, account manager, state, kind, type and period. */
export const listCampaigns = async (
  { db, runTotals, lookedAfterBy }: ListingNeeds,
  actor: Actor,
  input: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  if (input.from && input.until && input.until < input.from) throw new Invalid('until', 'ends_before_start');
  const page = await showCampaigns(db, campaignsWhere(input, lookedAfterBy), input);
  const totals = await runTotals(
    db,
    page.rows.map((row) => row.id),
  );
  return { ...page, rows: page.rows.map((row) => ({ ...row, totals: totals.get(row.id) ?? NOTHING_RAN })) };
};
