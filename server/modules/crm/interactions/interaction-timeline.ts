import { sql } from 'kysely';
import { userName } from '../../access/index.ts';
import type { TimelineItem, TimelineSource } from '../timeline.ts';

/** The dossier items of a party. What was written into a line that is itself an item shows with that line, not here. */
export const interactionTimeline: TimelineSource = async (db, party, { before, limit }) => {
  const { rows } = await sql<TimelineItem>`
    select 'interaction:' || i.id as id, coalesce(i.done_at, i.created_at) as at, 'interaction' as kind, i.id as interaction_id, null as link,
      jsonb_strip_nulls(jsonb_build_object('type', t.name, 'subject', i.subject, 'state', i.state, 'outcome', i.outcome, 'responsible', ${userName(sql`i.responsible_id`)},
        'campaign', c.name, 'campaignId', c.id)) as params
    from interaction i join interaction_type t on t.id = i.type_id left join campaign c on c.id = i.campaign_id
    where i.party_id = ${party.id} and i.party_kind = ${party.kind} and not i.proof and (i.run_id is null or t.work)
      and (${before}::timestamptz is null or coalesce(i.done_at, i.created_at) < ${before}::timestamptz)
    order by 2 desc, i.id desc limit ${limit}`.execute(db);
  return rows;
};
