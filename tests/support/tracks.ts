import { sql } from 'kysely';
import type { Audience } from '../../contract/audience.ts';
import type { ActionId, CampaignId } from '../../contract/ids.ts';
import type { Pace } from '../../contract/track-pace.ts';
import type { TrackId } from '../../contract/tracks.ts';
import { insertPlan, insertTrack } from '../../server/modules/campaigns/tracks/track.store.ts';
import type { Db } from '../../server/platform/database/open-database.ts';
import { uuidIds } from '../../server/platform/ids.ts';
import { givenCampaign, type givenHouse } from './ready-campaign.ts';

export interface TracksWish {
  kind: 'sequential' | 'parallel';
  /** Messages are named by the track: A1, A2, … */
  tracks: { name: string; interest?: string; afterFailure?: 'go_on' | 'wait' | 'leave'; messages: number }[];
  joining?: 'live' | 'once';
  againAfterDays?: number;
  pace?: Pace;
  audience?: Audience;
}

/** A profiled campaign that can start. */
export const givenTracks = async (
  db: Db,
  house: Awaited<ReturnType<typeof givenHouse>>,
  { kind, tracks, joining = 'live', againAfterDays, pace, audience }: TracksWish,
): Promise<CampaignId> => {
  const like = await givenCampaign(db, house);
  const campaignId = like.campaignId;
  await sql`update campaign set kind = ${kind} where id = ${campaignId}`.execute(db);
  await db.transaction().execute(async (tx) => {
    await insertPlan(tx, campaignId, {
      audience: audience!,
      joining,
      againAfterDays: againAfterDays ?? null,
      pace: pace!,
    });
    let position = 1;
    for (const [index, { name, interest = null, afterFailure = 'go_on', messages }] of tracks.entries()) {
      const ids: ActionId[] = [];
      for (let step = 1; step <= messages; step += 1) {
        position += 1;
        const id = uuidIds.next() as ActionId;
        await sql`insert into action (id, campaign_id, position, name, channel, state, audience, basis, interaction_type_id, content_version_id, sending_account_id)
          select ${id}, campaign_id, ${position}, ${name + step}, channel, state, audience, basis, interaction_type_id, content_version_id, sending_account_id
          from action where id = ${like.actionId}`.execute(tx);
        ids.push(id);
      }
      const track = { id: uuidIds.next() as TrackId, position: index + 1, name, interest, afterFailure };
      await insertTrack(tx, campaignId, { ...track, messages: ids });
    }
  });
  return campaignId;
};
