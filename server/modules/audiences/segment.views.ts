import { sql } from 'kysely';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Page } from '../../../contract/paging.ts';
import type { listSegments as endpoint, Segment, SegmentRow } from '../../../contract/segments.ts';
import { keyset } from '../../platform/database/keyset.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { userName } from '../access/index.ts';

const COLUMNS = sql`s.id, s.name, s.description, s.party_kind, s.created_at, s.updated_at,
  case when s.owner_id is not null then jsonb_build_object('id', s.owner_id, 'name', coalesce(${userName(sql`s.owner_id`)}, '')) end as owner`;

const SORTS = {
  name: { by: sql`s.name collate human`, type: 'text' },
  partyKind: { by: sql`s.party_kind`, type: 'text' },
  createdAt: { by: sql`s.created_at`, type: 'timestamptz' },
  updatedAt: { by: sql`s.updated_at`, type: 'timestamptz' },
} as const;

const matching = ({ search, partyKind }: InputOf<typeof endpoint>) => {
  const words = (search ?? '').split(/\s+/).filter((word) => word !== '');
  return sql.join(
    [
      sql`s.archived_at is null`,
      ...(partyKind === undefined ? [] : [sql`s.party_kind = ${partyKind}`]),
      ...words.map((word) => sql`strpos(lower(s.name || ' ' || s.description), lower(${word})) > 0`),
    ],
    sql` and `,
  );
};

export const pageOfSegments = async (db: Db, input: InputOf<typeof endpoint>): Promise<Page<SegmentRow>> => {
  const pages = keyset(input, SORTS, { sort: 'name', id: sql`s.id` });
  const found = matching(input);
  const { rows } = await sql<SegmentRow & { pageKey: string }>`
    select ${COLUMNS}, ${pages.key} as page_key from segment s
    where ${found} and ${pages.where} ${pages.order} limit ${pages.limit}`.execute(db);
  const { rows: counted } = await sql<{
    total: number;
  }>`select count(*)::int as total from segment s where ${found}`.execute(db);
  return pages.page(rows, counted[0]?.total ?? 0);
};

/** Throws NotFound. */
export const showSegment = async (db: Db | Tx, id: string): Promise<Omit<Segment, 'uses'>> => {
  const { rows } = await sql<Omit<Segment, 'uses'>>`
    select ${COLUMNS}, s.rule from segment s where s.id = ${id} and s.archived_at is null`.execute(db);
  if (rows[0] === undefined) throw new NotFound('segment');
  return rows[0];
};
