import { sql } from 'kysely';
import type { CampaignId } from '../../../../contract/ids.ts';
import type { TrackId } from '../../../../contract/tracks.ts';
import type { Tx } from '../../../platform/database/open-database.ts';

/** How many ever came into a track. */
export const peopleIn = async (tx: Tx, trackId: TrackId): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from enrolment e join track t on t.campaign_id = e.campaign_id and t.id = e.track_id where t.id = ${trackId}`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
};

type People = readonly string[];

export const holdEnrolments = async (tx: Tx, campaignId: CampaignId, people: People): Promise<number> => {
  const { numAffectedRows = 0n } = await sql`
    update enrolment set state = 'held' where campaign_id = ${campaignId} and contact_id = any(${people}::uuid[]) and state = 'active'`.execute(
    tx,
  );
  return Number(numAffectedRows);
};

/** What came due meanwhile goes as the window opens next: the rest of the track moves with it. */
export const resumeEnrolments = async (tx: Tx, campaignId: CampaignId, people: People, now: Date): Promise<number> => {
  const { numAffectedRows = 0n } = await sql`
    update enrolment set state = 'active', next_at = greatest(next_at, ${now}), waits_for = null
    where campaign_id = ${campaignId} and contact_id = any(${people}::uuid[]) and state = 'held'`.execute(tx);
  return Number(numAffectedRows);
};

export const endEnrolments = async (tx: Tx, campaignId: CampaignId, people: People): Promise<number> => {
  const { numAffectedRows = 0n } = await sql`
    update enrolment set state = 'left', left_for = 'by_hand', next_at = null, waits_for = null
    where campaign_id = ${campaignId} and contact_id = any(${people}::uuid[]) and state in ('queued', 'active', 'held')`.execute(
    tx,
  );
  return Number(numAffectedRows);
};
