import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { Enrolment, listEnrolments as endpoint } from '../../../../contract/tracks.ts';
import { keyset } from '../../../platform/database/keyset.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { personName } from '../../crm/index.ts';

const NAME = personName('c');
const SORTS = {
  since: { by: sql`e.created_at`, type: 'timestamptz' },
  next: { by: sql`coalesce(e.next_at, 'infinity')`, type: 'timestamptz' },
  name: { by: sql`${NAME} collate human`, type: 'text' },
} as const;

/** Who is in the tracks; whoever was deleted since is left out. */
export const listEnrolments = async (
  { db }: { db: Db },
  actor: Actor,
  { id, trackId, state, search = '', ...paging }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  const words = search.split(/\s+/).filter((word) => word !== '');
  const where = sql.join(
    [
      sql`e.campaign_id = ${id}`,
      ...(trackId ? [sql`e.track_id = ${trackId}`] : []),
      ...(state ? [sql`e.state = ${state}`] : []),
      ...words.map((word) => sql`strpos(lower(${NAME} || ' ' || coalesce(c.email, '')), lower(${word})) > 0`),
    ],
    sql` and `,
  );
  const pages = keyset(paging, SORTS, { sort: 'since', direction: 'desc', id: sql`e.id`, idType: 'numeric' });
  const found = sql`enrolment e join contact c on c.id = e.contact_id`;
  const { rows } = await sql<Enrolment & { pageKey: string }>`
    select e.id, e.contact_id, ${NAME} as name, c.email, t.name as track, e.state, e.step, cardinality(v.messages) as steps,
      e.next_at, e.waits_for, e.left_for, e.created_at as since, ${pages.key} as page_key,
      case when e.state in ('queued', 'active', 'held') then (select a.name from action a where a.id = v.messages[e.step + 1]) end as next
    from ${found} join track t on t.id = e.track_id join track_version v on v.track_id = e.track_id and v.version = e.version
    where ${where} and ${pages.where} ${pages.order} limit ${pages.limit}`.execute(db);
  const { rows: counted } = await sql<{
    total: number;
  }>`select count(*)::int as total from ${found} where ${where}`.execute(db);
  return pages.page(rows, counted[0]?.total ?? 0);
};
