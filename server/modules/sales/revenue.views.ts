import { sql } from 'kysely';
import type { ActionId, CampaignId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';

/** Deals won, by action; `otherCurrency` are those that cannot be added up with the campaign's money. */
export interface WonDeals {
  actionId: ActionId | null;
  won: number;
  amountMinor: number;
  otherCurrency: number;
}

/** O43, O44: what a campaign's deals and accepted offers brought, without VAT; each counts once. */
export const wonDealsOf = async (db: Db, campaignId: CampaignId, currency: string): Promise<WonDeals[]> => {
  const ours = sql`filter (where o.currency = ${currency})`;
  const { rows } = await sql<WonDeals>`
    select o.action_id, (count(*) ${ours})::int as won, coalesce(sum(o.value_minor) ${ours}, 0)::float8 as amount_minor,
      (count(*) filter (where o.currency <> ${currency}))::int as other_currency
    from (
      select action_id, currency, value_minor from opportunity where campaign_id = ${campaignId} and state = 'won' and not test
      union all select action_id, currency, net_minor from offer where campaign_id = ${campaignId} and state = 'accepted' and not test
    ) as o group by o.action_id`.execute(db);
  return rows;
};
