import { type RawBuilder, sql } from 'kysely';
import type { ActionId } from '../../../contract/ids.ts';
import { sumOf } from '../../../contract/line-amount.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { dayAt } from '../catalogue/index.ts';
import { findPlan } from './plan.store.ts';
import { priceLines } from './price-lines.ts';
import { writeLines } from './sales-line.store.ts';
import { stageOrFirst } from './stages.ts';

/** A run of documents, as a channel is given it. */
export interface Issued {
  runId: string;
  campaignId: string;
  actionId: ActionId;
  campaignName: string;
  currency: string;
  now: Date;
  test: boolean;
  startedBy: string | null;
  ownerId: string;
  /** A query of `no, party_kind, party_id, company_id, sender_id`. */
  lines: RawBuilder<unknown>;
}

/** One deal for each line of the run, with the products and the value that its action says, at the prices of the day. */
export const issueOpportunities = async (tx: Tx, run: Issued): Promise<void> => {
  const { title, lines, valueMinor, stageId, closesInDays } = await findPlan(tx, run.actionId);
  const day = await dayAt(tx, run.now);
  const priced = await priceLines(tx, { lines, currency: run.currency, day });
  await sql`
    insert into opportunity (id, title, party_kind, party_id, company_id, currency, lines_minor, own_value_minor, stage_id, closes_on,
      owner_id, campaign_id, action_id, run_id, line_no, test, created_by, created_at, updated_at)
    select uuid_at(${run.now}), ${title || run.campaignName}, line.party_kind, line.party_id, line.company_id, ${run.currency},
      ${sumOf(priced)}, ${valueMinor}, ${await stageOrFirst(tx, stageId)}, ${day}::date + ${closesInDays}::int,
      coalesce(line.sender_id, ${run.ownerId}), ${run.campaignId}, ${run.actionId}, ${run.runId}, line.no, ${run.test}, ${run.startedBy}::uuid,
      ${run.now}, ${run.now}
    from (${run.lines}) as line order by line.no`.execute(tx);
  await writeLines(tx, 'opportunity', sql`select id from opportunity where run_id = ${run.runId}`, priced);
};
