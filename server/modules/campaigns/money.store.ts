import { sql } from 'kysely';
import type { ActionId, CampaignId, CostLineId, RevenueLineId } from '../../../contract/ids.ts';
import type { CostLine, RevenueLine } from '../../../contract/money.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';

export type StoredCost = Omit<CostLine, 'units' | 'total'>;

/** In the order they were written down. */
export const costLinesOf = async (db: Db, campaignId: CampaignId): Promise<StoredCost[]> => {
  const { rows } = await sql<StoredCost>`
    select id, action_id, label, basis, expected_minor::float8 as expected_minor, expected_units, actual_minor::float8 as actual_minor
    from cost_line where campaign_id = ${campaignId} order by created_at, id`.execute(db);
  return rows;
};

export const revenueLinesOf = async (db: Db, campaignId: CampaignId): Promise<RevenueLine[]> => {
  const { rows } = await sql<RevenueLine>`
    select id, action_id, label, amount_minor::float8 as amount_minor, won, earned_on::text as earned_on
    from revenue_line where campaign_id = ${campaignId} order by earned_on, created_at, id`.execute(db);
  return rows;
};

type Booked = 'costLine' | 'revenueLine';

/** The campaign whose line this is. */
export const campaignOfLine = async (db: Db, table: Booked, id: CostLineId | RevenueLineId): Promise<CampaignId> => {
  const row = await db.selectFrom(table).select('campaignId').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new NotFound(table === 'costLine' ? 'cost line' : 'revenue line');
  return row.campaignId as CampaignId;
};

export const deleteLine = async (db: Db, table: Booked, id: CostLineId | RevenueLineId): Promise<void> => {
  await db.deleteFrom(table).where('id', '=', id).execute();
};

export const isActionOf = async (db: Db, actionId: ActionId, campaignId: CampaignId): Promise<boolean> => {
  const found = await db
    .selectFrom('action')
    .select('id')
    .where('id', '=', actionId)
    .where('campaignId', '=', campaignId)
    .executeTakeFirst();
  return found !== undefined;
};
