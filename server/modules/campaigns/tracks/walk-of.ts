import { type RawBuilder, sql } from 'kysely';
import type { ActionId, CampaignId } from '../../../../contract/ids.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { NotFound } from '../../../platform/errors.ts';
import { loadInstallation } from '../../access/index.ts';
import { hasInterest } from '../../crm/index.ts';
import { getCampaignRow } from '../campaign.store.ts';
import { nextOpening, zoneOf } from '../model/pace.ts';
import type { Walk } from '../model/rehearse.ts';
import { getPlan } from './track.store.ts';

export interface WalkMessage {
  actionId: ActionId;
  name: string;
  track: string;
  steps: number;
}

export type PersonsWalk = Pick<Walk<WalkMessage>, 'inTurn' | 'pace' | 'zone' | 'places'> & {
  purposeClass: 'marketing' | 'notice';
};

interface PlaceRow {
  track: string;
  state: string | null;
  step: number | null;
  nextAt: Date | null;
  messages: { actionId: ActionId; name: string }[];
}

/** The tracks for one person: as he stands in them, or as he would begin them. */
const placesOf = async (db: Db, campaignId: CampaignId, contactId: string): Promise<PlaceRow[]> => {
  const interested: RawBuilder<boolean> = sql`(t.interest is null or ${hasInterest('c', sql`t.interest`)})`;
  const { rows } = await sql<PlaceRow>`
    select t.name as track, e.state, e.step, e.next_at, (
      select coalesce(jsonb_agg(jsonb_build_object('actionId', a.id, 'name', a.name) order by m.place), '[]')
      from unnest(v.messages) with ordinality as m (id, place) join action a on a.id = m.id
    ) as messages
    from track t join contact c on c.id = ${contactId}
    left join enrolment e on e.campaign_id = t.campaign_id and e.track_id = t.id and e.contact_id = c.id
    join track_version v on v.track_id = t.id and v.version = coalesce(e.version, t.version)
    where t.campaign_id = ${campaignId} and ${interested} and e.state is distinct from 'finished' and e.state is distinct from 'left'
    order by t.position`.execute(db);
  return rows;
};

/** What a rehearsal begins with; contact pressure and what reached the person lately are for the caller to add. */
export const walkOf = async (db: Db, campaignId: CampaignId, contactId: string, from: Date): Promise<PersonsWalk> => {
  const [campaign, { pace }, { timeZone }] = await Promise.all([
    getCampaignRow(db, campaignId),
    getPlan(db, campaignId),
    loadInstallation(db),
  ]);
  const contact = await db.selectFrom('contact').select('timeZone').where('id', '=', contactId).executeTakeFirst();
  if (contact === undefined) throw new NotFound('contact');
  const zone = zoneOf(pace, contact.timeZone, timeZone);
  const rows = await placesOf(db, campaignId, contactId);
  const inTurn = campaign.kind === 'sequential';
  const underWay = rows.some(({ state }) => state === 'active' || state === 'held');
  const places = rows.map(({ track, state, step, nextAt, messages }, index) => {
    const waits = inTurn && (state === 'queued' || (state === null && (underWay || index > 0)));
    const opening = nextOpening(pace, new Date(Math.max(from.getTime(), nextAt?.getTime() ?? 0)), zone);
    return {
      messages: messages.map((message) => ({ ...message, track, steps: messages.length })),
      step: step ?? 0,
      nextAt: waits ? null : opening,
    };
  });
  return { inTurn, pace, zone, places, purposeClass: campaign.purposeClass };
};
