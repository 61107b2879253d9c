import { type RawBuilder, sql } from 'kysely';
import type { ActionId } from '../../../contract/ids.ts';
import { verdictQuery } from '../audiences/index.ts';
import { type CampaignForRun, getCampaignForRun } from '../campaigns/index.ts';
import { type PlanningNeeds, planningOf, termsOf } from './planning.ts';

export interface PlannedLines {
  subject: CampaignForRun;
  /** A query of `no, party_kind, party_id, company_id`: of the list that was generated, else as it would be now. */
  lines: RawBuilder<unknown>;
}

/** For whom an action would issue, for what is reckoned of all of them. Writes nothing. */
export const plannedLines = async (needs: PlanningNeeds, actionId: ActionId): Promise<PlannedLines> => {
  const { db } = needs;
  const subject = await getCampaignForRun(db, actionId);
  const { rows } = await sql<{ id: string }>`
    select id from run where action_id = ${actionId} and mode in ('main', 'retry') and state in ('generated', 'scheduled', 'missed')`.execute(
    db,
  );
  const [list] = rows;
  if (list !== undefined) {
    const lines = sql`select no, party_kind, party_id, company_id from recipient where run_id = ${list.id} and verdict = 'planned'`;
    return { subject, lines };
  }
  const planning = await planningOf(needs, db, subject, 'all', await termsOf(db, subject));
  const lines = sql`select row_number() over () as no, v.party_kind, v.party_id, v.company_id from (${verdictQuery(planning)}) v where v.verdict = 'planned'`;
  return { subject, lines };
};
