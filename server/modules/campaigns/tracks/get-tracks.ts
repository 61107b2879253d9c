import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { CampaignId } from '../../../../contract/ids.ts';
import type {
  countComing as comingEndpoint,
  getTracks as endpoint,
  Track,
  TrackMessage,
  Tracks,
} from '../../../../contract/tracks.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { type Actor, authorise, loadInstallation } from '../../access/index.ts';
import { listInterests } from '../../crm/index.ts';
import type { Viewing } from '../get-campaign.ts';
import { ranOf } from '../run-totals.ts';
import { countComingPeople, type EnrollingNeeds } from './enrol.ts';
import { getPlan, tracksOf } from './track.store.ts';

/** The name and the subject of each message, in the content’s own language. */
const wordsOf = async (db: Db, campaignId: CampaignId) => {
  const { rows } = await sql<Pick<TrackMessage, 'actionId' | 'name' | 'subject' | 'written'>>`
    select a.id as action_id, a.name, coalesce(v.variants -> v.default_language ->> 'subject', '') as subject,
      exists (select from jsonb_each(v.variants) as one (language, text) where coalesce(one.text ->> 'html', '') || coalesce(one.text ->> 'text', '') <> '')
        as written
    from action a left join content_version v on v.id = a.content_version_id where a.campaign_id = ${campaignId}`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.actionId, row]));
};

const peopleOf = async (db: Db, campaignId: CampaignId) => {
  const { rows } = await sql<{ id: string; people: Track['people']; onEarlierVersion: number }>`
    select t.id, coalesce(sum(c.behind), 0)::int as on_earlier_version,
      jsonb_build_object('queued', 0, 'active', 0, 'held', 0, 'finished', 0, 'left', 0) || coalesce(jsonb_object_agg(c.state, c.count) filter (where c.state is not null), '{}')
        as people
    from track t left join lateral (
      select e.state, count(*)::int as count, count(*) filter (where e.version < t.version and e.state in ('queued', 'active', 'held')) as behind
      from enrolment e where e.campaign_id = t.campaign_id and e.track_id = t.id group by e.state
    ) c on true
    where t.campaign_id = ${campaignId} group by t.id`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
};

export const presentTracks = async (needs: Viewing, id: CampaignId): Promise<Tracks> => {
  const { db } = needs;
  const plan = await getPlan(db, id);
  const [tracks, words, people, interests, { timeZone }] = await Promise.all([
    tracksOf(db, id),
    wordsOf(db, id),
    peopleOf(db, id),
    listInterests(db),
    loadInstallation(db),
  ]);
  const ran = (await needs.runTotals(db, [id])).get(id);
  return {
    plan: { ...plan, updatedAt: plan.updatedAt.toISOString() },
    tracks: tracks.map(({ id: trackId, name, interest, afterFailure, messages }) => ({
      id: trackId,
      name,
      interest,
      afterFailure,
      messages: messages.map((actionId) => ({ ...words.get(actionId)!, ...ranOf(ran, actionId) })),
      people: people.get(trackId)!.people,
      onEarlierVersion: people.get(trackId)!.onEarlierVersion,
    })),
    interests,
    timeZone,
  };
};

export const getTracks = async (
  needs: Viewing,
  actor: Actor,
  { id }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  return presentTracks(needs, id);
};

export const countComing = async (
  needs: EnrollingNeeds,
  actor: Actor,
  { id }: InputOf<typeof comingEndpoint>,
): Promise<OutputOf<typeof comingEndpoint>> => {
  authorise(actor, 'campaign.see');
  return { people: await countComingPeople(needs, id) };
};
