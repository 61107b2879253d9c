import { sql } from 'kysely';
import type { Db } from '../../platform/database/open-database.ts';
import { mayTrack } from '../consent/index.ts';
import type { LineLookup, SentLine, SentLines, TrackedLine } from '../tracking/index.ts';

/** What the public pages may know of a line named by a token. */
export const createLineLookup =
  (db: Db): LineLookup =>
  async ({ runId, no }) => {
    const { rows } = await sql<TrackedLine>`
      select r.campaign_id, r.action_id, c.topic_id, t.name as topic_name, r.channel, l.party_kind,
        coalesce(ca.contact_id, fa.company_id, la.lead_id, l.party_id) as party_id, l.address, l.address_key, l.language,
        r.mode = 'test' as test, r.content_version_id, r.terms->'utm' as utm
      from recipient l join run r on r.id = l.run_id join campaign c on c.id = r.campaign_id left join topic t on t.id = c.topic_id
      left join contact_alias ca on l.party_kind = 'contact' and ca.old_id = l.party_id
      left join company_alias fa on l.party_kind = 'company' and fa.old_id = l.party_id
      left join lead_alias la on l.party_kind = 'lead' and la.old_id = l.party_id
      where l.run_id = ${runId} and l.no = ${no}`.execute(db);
    return rows[0] ?? null;
  };

export const createSentLines =
  (db: Db): SentLines =>
  async (lines) => {
    const { rows } = await sql<SentLine>`
      select l.run_id, l.no, r.mode = 'test' as test, (
        select max(o.at) from outcome o where o.run_id = l.run_id and o.no = l.no and o.state in ('sent', 'unknown')
      ) as sent_at,
        ${mayTrack(sql`l.party_kind`, sql`l.party_id`)} as tracked
      from unnest(${lines.map((l) => l.runId)}::bigint[], ${lines.map((l) => l.no)}::int[]) as asked (run_id, no)
      join recipient l on l.run_id = asked.run_id and l.no = asked.no join run r on r.id = l.run_id`.execute(db);
    return rows;
  };
