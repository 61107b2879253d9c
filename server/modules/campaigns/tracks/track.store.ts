import { sql } from 'kysely';
import { Audience, NO_AUDIENCE } from '../../../../contract/audience.ts';
import type { ActionId, CampaignId } from '../../../../contract/ids.ts';
import { Pace, USUAL_PACE } from '../../../../contract/track-pace.ts';
import type { Track, TrackId, TrackPlan } from '../../../../contract/tracks.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { NotFound } from '../../../platform/errors.ts';

export type StoredPlan = TrackPlan & { updatedAt: Date };

export interface StoredTrack extends Pick<Track, 'id' | 'name' | 'interest' | 'afterFailure'> {
  position: number;
  version: number;
  messages: ActionId[];
}

export const getPlan = async (db: Db | Tx, campaignId: CampaignId): Promise<StoredPlan> => {
  const { rows } = await sql<StoredPlan>`
    select audience, joining, again_after_days, pace, updated_at from track_plan where campaign_id = ${campaignId}`.execute(
    db,
  );
  const row = rows[0];
  if (row === undefined) throw new NotFound('track');
  return { ...row, audience: Audience.parse(row.audience), pace: Pace.parse(row.pace) };
};

/** Every profiled campaign has a plan and a first track from its beginning. */
export const insertPlan = async (
  tx: Tx,
  campaignId: CampaignId,
  { audience, joining, againAfterDays, pace }: TrackPlan = {
    audience: NO_AUDIENCE,
    joining: 'live',
    againAfterDays: null,
    pace: USUAL_PACE,
  },
): Promise<void> => {
  await sql`insert into track_plan (campaign_id, audience, joining, again_after_days, pace)
    values (${campaignId}, ${JSON.stringify(audience)}::jsonb, ${joining}, ${againAfterDays}, ${JSON.stringify(pace)}::jsonb)`.execute(
    tx,
  );
};

export const storePlan = async (tx: Tx, campaignId: CampaignId, plan: TrackPlan, at: Date): Promise<void> => {
  await sql`update track_plan set audience = ${JSON.stringify(plan.audience)}::jsonb, joining = ${plan.joining},
    again_after_days = ${plan.againAfterDays}, pace = ${JSON.stringify(plan.pace)}::jsonb, updated_at = ${at}
    where campaign_id = ${campaignId}`.execute(tx);
};

export const tracksOf = async (db: Db | Tx, campaignId: CampaignId): Promise<StoredTrack[]> => {
  const { rows } = await sql<StoredTrack>`
    select t.id, t.position, t.name, t.interest, t.after_failure, t.version, v.messages
    from track t join track_version v on v.track_id = t.id and v.version = t.version
    where t.campaign_id = ${campaignId} order by t.position`.execute(db);
  return rows;
};

export const insertTrack = async (
  tx: Tx,
  campaignId: CampaignId,
  { id, position, name, interest, afterFailure, messages }: Omit<StoredTrack, 'version'>,
): Promise<void> => {
  await sql`insert into track (id, campaign_id, position, name, interest, after_failure)
    values (${id}, ${campaignId}, ${position}, ${name}, ${interest}, ${afterFailure})`.execute(tx);
  await sql`insert into track_version (track_id, version, messages) values (${id}, 1, ${messages}::uuid[])`.execute(tx);
};

export const storeTrack = async (
  tx: Tx,
  { id, position, name, interest, afterFailure }: Omit<StoredTrack, 'version' | 'messages'>,
): Promise<void> => {
  await sql`update track set position = ${position}, name = ${name}, interest = ${interest}, after_failure = ${afterFailure}
    where id = ${id}`.execute(tx);
};

/** Answers the version that holds from now on: the present one rewritten while nobody ever was in the track, a new one otherwise. */
export const storeMessages = async (
  tx: Tx,
  id: TrackId,
  messages: readonly ActionId[],
  used: boolean,
): Promise<number> => {
  if (used) {
    await sql`insert into track_version (track_id, version, messages) select id, version + 1, ${messages}::uuid[] from track where id = ${id}`.execute(
      tx,
    );
    await sql`update track set version = version + 1 where id = ${id}`.execute(tx);
  } else {
    await sql`update track_version v set messages = ${messages}::uuid[] from track t
      where t.id = ${id} and v.track_id = t.id and v.version = t.version`.execute(tx);
  }
  const { rows } = await sql<{ version: number }>`select version from track where id = ${id}`.execute(tx);
  return rows[0]!.version;
};

export const deleteTrack = async (tx: Tx, id: TrackId): Promise<void> => {
  await sql`delete from track where id = ${id}`.execute(tx);
};
