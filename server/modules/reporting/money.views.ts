import { sql } from 'kysely';
import type { ActionId, CampaignId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Units } from '../campaigns/index.ts';

/** How many each action is meant for (as sealed, or as its list stands) and how many it was sent to. */
export const readUnits = async (db: Db, campaignId: CampaignId): Promise<Map<ActionId, Units>> => {
  const { rows } = await sql<Units & { id: ActionId }>`
    select a.id, coalesce(nullif(r.sealed, 0), r.prepared, 0)::int as expected, coalesce(r.sent, 0)::int as actual
    from action a left join lateral (
      select sum(run.planned) filter (where run.mode = 'main' and run.sealed_at is not null) as sealed,
        max(run.planned) filter (where run.mode = 'main' and run.sealed_at is null) as prepared,
        sum((select sum(c.sent) from chunk c where c.run_id = run.id)) as sent
      from run where run.action_id = a.id and run.mode <> 'test'
    ) r on true
    where a.campaign_id = ${campaignId} order by a.position`.execute(db);
  return new Map(rows.map(({ id, ...units }) => [id, units]));
};

export interface MoneyFrame {
  currency: string;
  budgetMinor: number | null;
  expectedRevenueMinor: number | null;
}

export const readMoneyFrame = async (db: Db, campaignId: CampaignId): Promise<MoneyFrame | undefined> => {
  const { rows } = await sql<MoneyFrame>`
    select currency, budget_minor::float8 as budget_minor, expected_revenue_minor::float8 as expected_revenue_minor
    from campaign where id = ${campaignId}`.execute(db);
  return rows[0];
};
