import { sql } from 'kysely';
import { partyIds, type TimelineItem, type TimelineSource } from '../crm/index.ts';
import { partyKeys } from './party-keys.ts';

/** What a party consented to and withdrew, and what was suppressed or allowed again at its present addresses. */
export const consentTimeline: TimelineSource = async (db, party, { before, limit }) => {
  const { email, phone } = await partyKeys(db, party);
  const { rows } = await sql<TimelineItem>`
    select id, at, kind, params, null as link from (
      select 'consent:' || r.id as id, r.at, 'consent_' || r.decision as kind,
        jsonb_build_object('topic', topic.name, 'channel', r.channel, 'source', r.source) as params
      from consent_record r join topic on topic.id = r.topic_id where r.party_id in ${partyIds(party)} and r.party_kind = ${party.kind}
      union all
      select 'suppression:' || s.id, s.at, 'suppressed', jsonb_build_object('value', s.value, 'channel', s.channel, 'reason', s.reason)
      from suppression s where s.value <> '' and s.value in (${email}, ${phone})
      union all
      select 'suppression:' || s.id || ':lifted', s.lifted_at, 'suppression_lifted',
        jsonb_build_object('value', s.value, 'channel', s.channel, 'reason', s.reason)
      from suppression s where s.value <> '' and s.value in (${email}, ${phone}) and s.lifted_at is not null
    ) as entry where ${before}::timestamptz is null or at < ${before} order by at desc, id desc limit ${limit}`.execute(
    db,
  );
  return rows;
};
