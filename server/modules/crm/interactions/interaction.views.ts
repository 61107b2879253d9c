import { type RawBuilder, sql } from 'kysely';
import type { Interaction, InteractionFilters } from '../../../../contract/interactions.ts';
import type { Page, PageInput } from '../../../../contract/paging.ts';
import { keyset, type SortKey } from '../../../platform/database/keyset.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { NotFound } from '../../../platform/errors.ts';
import { userName } from '../../access/index.ts';

type Moments = 'dueAt' | 'doneAt' | 'createdAt' | 'updatedAt';
export type ShownInteraction = Omit<Interaction, Moments> & {
  dueAt: Date | null;
  doneAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

const person = (alias: string) =>
  sql`coalesce(nullif(concat_ws(' ', nullif(${sql.ref(`${alias}.first_name`)}, ''), nullif(${sql.ref(`${alias}.last_name`)}, '')), ''),
    ${sql.ref(`${alias}.email`)}, ${sql.ref(`${alias}.phone`)}, '')`;

const PARTY = sql<
  string | null
>`case when pc.id is not null then ${person('pc')} when pl.id is not null then ${person('pl')} else pf.name end`;
const overdue = (now: Date) => sql<boolean>`(i.state = 'open' and coalesce(i.due_at < ${now}, false))`;

export const INTERACTION_TABLES = sql`interaction i join interaction_type t on t.id = i.type_id
  left join contact pc on i.party_kind = 'contact' and pc.id = i.party_id
  left join company pf on i.party_kind = 'company' and pf.id = i.party_id
  left join lead pl on i.party_kind = 'lead' and pl.id = i.party_id
  left join campaign c on c.id = i.campaign_id`;

const columns = (now: Date) => sql`i.id, jsonb_build_object('id', t.id, 'name', t.name, 'work', t.work) as type,
  jsonb_build_object('kind', i.party_kind, 'id', i.party_id, 'name', ${PARTY}) as party, i.subject, i.body, i.state, ${overdue(now)} as overdue,
  case when i.responsible_id is null then null
    else jsonb_build_object('id', i.responsible_id, 'name', ${userName(sql`i.responsible_id`)}) end as responsible,
  i.due_at, i.done_at, i.custom, case when c.id is null then null else jsonb_build_object('id', c.id, 'name', c.name) end as campaign,
  (array['high', 'normal', 'low'])[i.priority] as priority, i.outcome, i.proof,
  case when i.run_id is null then null else jsonb_build_object('runId', i.run_id::text, 'no', i.no) end as line,
  ${userName(sql`i.created_by`)} as created_by, i.created_at, i.updated_at`;

const text = (by: RawBuilder<unknown>): SortKey => ({ by: sql`coalesce(${by}, '') collate human`, type: 'text' });
const SORTS: Record<string, SortKey> = {
  dueAt: { by: sql`coalesce(i.due_at, 'infinity'::timestamptz)`, type: 'timestamptz' },
  createdAt: { by: sql`i.created_at`, type: 'timestamptz' },
  subject: text(sql`i.subject`),
  party: text(PARTY),
  responsible: text(userName(sql`i.responsible_id`)),
  type: text(sql`t.name`),
};

const likeAnywhere = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

export interface Asked {
  filters: InteractionFilters & { search?: string | undefined };
  /** Who asks: "mine" is his. */
  userId: string | null;
  now: Date;
}

/** What the search and the filters leave, over `INTERACTION_TABLES`. */
export const interactionsWhere = ({ filters: f, userId, now }: Asked): RawBuilder<boolean> => {
  const words = (f.search ?? '').split(/\s+/).filter((word) => word !== '');
  const all: RawBuilder<unknown>[] = [
    sql`true`,
    ...(f.whose === 'mine' ? [sql`i.responsible_id = ${userId}`] : []),
    ...(f.whose === 'nobody' ? [sql`i.responsible_id is null`] : []),
    ...(f.responsibleId ? [sql`i.responsible_id = ${f.responsibleId}`] : []),
    ...(f.state ? [sql`i.state = ${f.state}`] : []),
    ...(f.overdue === undefined ? [] : [f.overdue ? overdue(now) : sql`not ${overdue(now)}`]),
    ...(f.typeId ? [sql`i.type_id = ${f.typeId}`] : []),
    ...(f.campaignId ? [sql`i.campaign_id = ${f.campaignId}`] : []),
    ...(f.outcome ? [f.outcome === 'none' ? sql`i.outcome is null` : sql`i.outcome = ${f.outcome}`] : []),
    ...(f.partyId ? [sql`i.party_id = ${f.partyId}`] : []),
    ...(f.field === undefined ? [] : [sql`coalesce(i.custom ->> ${f.field}::text, '') = ${f.value ?? ''}`]),
    ...words.map(
      (
        word,
      ) => sql`concat_ws(' ', i.subject, i.body, t.name, c.name, pc.first_name, pc.last_name, pc.email, pf.name, pl.first_name, pl.last_name,
        pl.email) ilike ${likeAnywhere(word)}`,
    ),
  ];
  return sql<boolean>`(${sql.join(all, sql` and `)})`;
};

export const pageOfInteractions = async (
  db: Db,
  input: PageInput & InteractionFilters,
  asker: Omit<Asked, 'filters'>,
): Promise<Page<ShownInteraction>> => {
  const paging = keyset(input, SORTS, { sort: 'dueAt', id: sql`i.id` });
  const where = interactionsWhere({ filters: input, ...asker });
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql<
      ShownInteraction & { pageKey: string }
    >`select ${columns(asker.now)}, ${paging.key} as page_key from ${INTERACTION_TABLES}
      where ${where} and ${paging.where} ${paging.order} limit ${paging.limit}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from ${INTERACTION_TABLES} where ${where}`.execute(db),
  ]);
  return paging.page(rows, counted[0]?.total ?? 0);
};

/** Throws NotFound. */
export const showInteraction = async (db: Db | Tx, id: string, now: Date): Promise<ShownInteraction> => {
  const { rows } =
    await sql<ShownInteraction>`select ${columns(now)} from ${INTERACTION_TABLES} where i.id = ${id}`.execute(db);
  if (rows[0] === undefined) throw new NotFound('interaction');
  return rows[0];
};

/** By the names of their columns in an export, in the order of their ids. */
export const exportPage = async (
  db: Db,
  where: RawBuilder<boolean>,
  after: string | null,
  now: Date,
  limit: number,
) => {
  const { rows } = await sql<ShownInteraction>`select ${columns(now)} from ${INTERACTION_TABLES}
    where ${where} and (${after}::uuid is null or i.id > ${after}::uuid) order by i.id limit ${limit}`.execute(db);
  return rows;
};
