import { sql } from 'kysely';
import type { ActionId } from '../../../contract/ids.ts';
import type { Language } from '../../../contract/messages/index.ts';
import { verdictQuery } from '../audiences/index.ts';
import { type CampaignForRun, getCampaignForRun } from '../campaigns/index.ts';
import { type PlanningNeeds, planningOf, termsOf } from './planning.ts';

export interface SampleLine {
  no: number;
  partyKind: string;
  partyId: string;
  companyId: string | null;
  about: string | null;
  addressKey: string;
  language: Language | null;
}

export interface LineSample {
  subject: CampaignForRun;
  planned: number;
  lines: SampleLine[];
}

/** Whom the action would reach now: how many, and at most so many of them, for what is reckoned from real data. Writes nothing. */
export const sampleLines = async (needs: PlanningNeeds, actionId: ActionId, limit: number): Promise<LineSample> => {
  const subject = await getCampaignForRun(needs.db, actionId);
  const planning = await planningOf(needs, needs.db, subject, 'all', await termsOf(needs.db, subject));
  const { rows } = await sql<SampleLine & { planned: number }>`
    select row_number() over ()::int as no, party_kind, party_id, company_id,
      coalesce(asset_ids, case when asset_id is not null then array[asset_id] end)::text as about, address_key, language, count(*) over ()::int as planned
    from (${verdictQuery(planning)}) v where verdict = 'planned' order by party_id limit ${limit}`.execute(needs.db);
  return { subject, planned: rows[0]?.planned ?? 0, lines: rows };
};
