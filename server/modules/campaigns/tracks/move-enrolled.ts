import { sql } from 'kysely';
import type { TrackId } from '../../../../contract/tracks.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import type { StoredCampaign } from '../campaign.store.ts';
import { activateQueued } from './moments.ts';
import { getPlan } from './track.store.ts';

/** The place before the first message of the new version that he has not had yet; null where he has had them all. */
const place = sql`(select min(i) - 1 from track_version v cross join lateral generate_subscripts(v.messages, 1) i
  where v.track_id = e.track_id and v.version = given.version and not exists (
    select from track_step o where o.enrolment_id = e.id and o.action_id = v.messages[i] and o.pass = e.pass))`;
const all = sql`(select cardinality(v.messages) from track_version v where v.track_id = e.track_id and v.version = given.version)`;

/** Those under way in a track go on in its new version, with the first message they have not had. */
export const moveEnrolled = async (tx: Tx, trackId: TrackId, version: number): Promise<void> => {
  await sql`
    update enrolment e set version = given.version, moved = true, step = coalesce(${place}, ${all})
    from (values (${version}::int)) as given (version)
    where e.track_id = ${trackId} and e.state in ('queued', 'active', 'held')`.execute(tx);
};

/** Those who are through get what is new, one interval from now; in a sequential campaign after the track they are in. */
export const receiveWhatIsNew = async (
  tx: Tx,
  campaign: StoredCampaign,
  trackId: TrackId,
  version: number,
  now: Date,
): Promise<void> => {
  const { rows } = await sql<{ contactId: string }>`
    update enrolment e set state = 'queued', version = given.version, moved = true, step = ${place}, finished_at = null
    from (values (${version}::int)) as given (version)
    where e.track_id = ${trackId} and e.state = 'finished' and ${place} is not null returning e.contact_id`.execute(tx);
  if (rows.length === 0) return;
  const people = sql`select unnest(${rows.map(({ contactId }) => contactId)}::uuid[])`;
  await activateQueued(tx, campaign, await getPlan(tx, campaign.id), people, 'following', now);
};
