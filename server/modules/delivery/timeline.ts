import { sql } from 'kysely';
import { itemOfLine, partyIds, type TimelineItem, type TimelineSource } from '../crm/index.ts';

/** What was sent to a party and what came back, each entry opening the message as it was received. That somebody is to be called, his item tells. */
export const deliveryTimeline: TimelineSource = async (db, party, { before, limit }) => {
  const { rows } = await sql<TimelineItem>`
    with sent as (
      select t.at, t.run_id, t.no, t.channel, case when (r.terms #>> '{dossier,work}') = 'false' then r.terms #>> '{dossier,name}' end as type, c.id as campaign_id, c.name as campaign from touch t
      join run r on r.id = t.run_id join campaign c on c.id = r.campaign_id
      where t.party_id in ${partyIds(party)} and t.party_kind = ${party.kind}
    ), entry as (
      select 'sent:' || run_id || '.' || no as id, at, case channel when 'list' then 'listed' else 'message' end as kind, campaign, campaign_id, channel,
        run_id, no, null::text as url, type, ${itemOfLine(sql`run_id`, sql`no`)} as interaction_id from sent where channel <> 'call'
      union all
      select 'event:' || e.run_id || '.' || e.no || ':' || e.event_id, e.at, e.kind, s.campaign, s.campaign_id, s.channel, e.run_id, e.no, l.url, null, null::uuid
      from sent s join event e on e.run_id = s.run_id and e.no = s.no and (e.kind not in ('opened', 'clicked') or e.actor = 'human')
      left join run r on r.id = e.run_id left join link l on l.content_version_id = r.content_version_id and l.link_no = e.link_no
    )
    select id, at, kind, jsonb_strip_nulls(jsonb_build_object('campaign', campaign, 'campaignId', campaign_id, 'channel', channel, 'url', url, 'type', type)) as params,
      interaction_id,
      case when channel in ('list', 'call') then null else jsonb_build_object('runId', run_id::text, 'no', no) end as link
    from entry where ${before}::timestamptz is null or at < ${before}::timestamptz
    order by at desc, id desc limit ${limit}`.execute(db);
  return rows;
};
