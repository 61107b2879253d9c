import type { listCampaigns as endpoint } from '../../../contract/campaigns.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { showCampaigns } from './campaign.views.ts';
import { NOTHING_RAN, type RunTotalsOf } from './run-totals.ts';

export const listCampaigns = async (
  needs: { db: Db; runTotals: RunTotalsOf },
  actor: Actor,
  input: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  const page = await showCampaigns(needs.db, input, input);
  const totals = await needs.runTotals(
    needs.db,
    page.rows.map((row) => row.id),
  );
  return { ...page, rows: page.rows.map((row) => ({ ...row, totals: totals.get(row.id) ?? NOTHING_RAN })) };
};
