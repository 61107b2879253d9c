import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { listNotices as endpoint, Notice } from '../../../contract/notices.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Actor } from '../access/index.ts';
import { partyName } from '../audiences/index.ts';

/** What Fanfare told somebody, newest first, with the names as they are now; the cursor is the last one's id. */
export const listNotices = async (
  { db }: { db: Db },
  { userId }: Actor,
  { after, limit }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  if (after !== undefined && !/^\d{1,18}$/.test(after)) throw new Invalid('after', 'invalid', { reason: 'cursor' });
  const { rows } = await sql<Notice>`
    select n.id::text as id, n.kind, n.at, n.read_at, n.detail,
      case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name) end as campaign,
      case when n.party_id is not null then jsonb_build_object('kind', n.party_kind, 'id', n.party_id,
        'name', coalesce(${partyName(sql`n.party_kind`, sql`n.party_id`)}, '')) end as party
    from notice n left join campaign c on c.id = n.campaign_id
    where n.user_id = ${userId} and (${after ?? null}::bigint is null or n.id < ${after ?? null}::bigint)
    order by n.id desc limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null, total: null };
};
