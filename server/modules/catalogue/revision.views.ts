import { type RawBuilder, sql } from 'kysely';
import type * as api from '../../../contract/catalogue-revisions.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Page } from '../../../contract/paging.ts';
import { keyset, type SortKey } from '../../platform/database/keyset.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { userName } from '../access/index.ts';
import { inForce, writtenBy } from './prices.ts';

type Stamps = 'createdAt' | 'rehearsedAt' | 'appliedAt' | 'reversedAt';
type Dated<T> = Omit<T, Stamps> & {
  createdAt: Date;
  rehearsedAt: Date | null;
  appliedAt: Date | null;
  reversedAt: Date | null;
};
type Shown<T extends { work: unknown }> = Omit<Dated<T>, 'work'> & { work: ShownWork | null };
type ShownWork = Omit<api.RevisionWork, 'startedAt' | 'finishEstimate'> & {
  startedAt: Date;
  finishEstimate: Date | null;
};
type ShownRow = Shown<api.PriceRevisionRow>;
export type ShownRevision = Shown<api.PriceRevision>;

/** As the database has it, its moments in text. */
type Found<T extends { work: unknown }> = Omit<T, 'work'> & { work: Omit<api.RevisionWork, 'finishEstimate'> | null };

/** At the pace so far. */
const withEstimate = <T extends Found<{ work: unknown }>>(
  found: T,
  now: Date,
): Omit<T, 'work'> & { work: ShownWork | null } => {
  const { work } = found;
  if (work === null) return { ...found, work };
  const startedAt = new Date(work.startedAt);
  const { done, total } = work;
  const left = (Math.max(0, total - done) * (now.getTime() - startedAt.getTime())) / done;
  return { ...found, work: { ...work, startedAt, finishEstimate: done === 0 ? null : new Date(now.getTime() + left) } };
};

const COLUMNS = sql`r.id, r.name, jsonb_build_object('id', l.id, 'name', l.name, 'currency', l.currency) as list, r.state, r.rule,
  r.effective_on, r.valid_from, ${userName(sql`r.created_by`)} as created_by, r.created_at, r.rehearsed_at, r.applied_at,
  ${userName(sql`r.applied_by`)} as applied_by, r.reversed_at, ${userName(sql`r.reversed_by`)} as reversed_by, r.reversed_lines,
  case when r.state <> 'draft' then
    (select count(*)::int from price_revision_line x where x.revision_id = r.id and x.verdict = 'change') end as changes,
  case when w.revision_id is not null then
    jsonb_build_object('kind', w.kind, 'done', w.done, 'total', w.total, 'startedAt', w.started_at) end as work`;
const TABLES = sql`price_revision r join price_list l on l.id = r.list_id left join price_revision_work w on w.revision_id = r.id`;

const SORTS: Record<string, SortKey> = {
  createdAt: { by: sql`r.created_at`, type: 'timestamptz' },
  name: { by: sql`r.name collate human`, type: 'text' },
};

export const pageOfRevisions = async (
  db: Db,
  input: InputOf<typeof api.listPriceRevisions>,
  now: Date,
): Promise<Page<ShownRow>> => {
  const pages = keyset(input, SORTS, { sort: 'createdAt', direction: 'desc', id: sql`r.id` });
  const where = sql`strpos(lower(r.name), lower(${input.search ?? ''})) > 0
    and (${input.state ?? null}::text is null or r.state = ${input.state ?? null})`;
  const { rows } = await sql<
    Found<ShownRow> & { pageKey: string }
  >`select ${COLUMNS}, ${pages.key} as page_key from ${TABLES}
    where ${where} and ${pages.where} ${pages.order} limit ${pages.limit}`.execute(db);
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from price_revision r where ${where}`.execute(db);
  const page = pages.page(rows, counted[0]?.total ?? 0);
  return { ...page, rows: page.rows.map((row) => withEstimate(row, now)) };
};

/** Of the lines that are left: totals of the old and the new price where both are there. */
const TOTALS = sql`count(*)::int as lines, count(*) filter (where changes)::int as change,
  coalesce(sum(old_amount) filter (where changes and old_amount is not null), 0)::float8 as old_total,
  coalesce(sum(new_amount) filter (where changes and old_amount is not null), 0)::float8 as new_total`;
const LINES = (id: string) =>
  sql`(select *, verdict = 'change' as changes from price_revision_line where revision_id = ${id}) as line`;
const margin = (amount: RawBuilder<unknown>) => sql`
  (sum(${amount} - cost) filter (where changes and cost is not null and old_amount is not null))::float8
  / nullif(sum(${amount}) filter (where changes and cost is not null and old_amount is not null), 0)::float8`;

const sumsOf = async (db: Db, id: string, sellsSomewhere: boolean): Promise<api.RevisionSums> => {
  const [{ rows: whole }, { rows: refusedBy }, { rows: byGroup }] = await Promise.all([
    sql<Omit<api.RevisionSums, 'refusedBy' | 'byGroup'>>`select ${TOTALS},
      count(*) filter (where verdict = 'same')::int as same, count(*) filter (where verdict = 'refused')::int as refused,
      count(*) filter (where changes and new_amount > old_amount)::int as raised,
      count(*) filter (where changes and new_amount < old_amount)::int as lowered,
      ${margin(sql`old_amount`)} as margin_before, ${margin(sql`new_amount`)} as margin_after,
      count(*) filter (where changes and planned_from is not null)::int as planned_later,
      case when ${sellsSomewhere} then coalesce(sum(uses) filter (where changes), 0)::int end as uses from ${LINES(id)}`.execute(
      db,
    ),
    sql<api.RevisionSums['refusedBy'][number]>`
      select reason, count(*)::int as count from ${LINES(id)} where reason is not null group by reason order by 2 desc, 1`.execute(
      db,
    ),
    sql<api.RevisionSums['byGroup'][number]>`
      select line.group_id, g.name as "group", ${TOTALS} from ${LINES(id)} left join product_group g on g.id = line.group_id
      group by line.group_id, g.name order by g.name collate human nulls last limit 500`.execute(db),
  ]);
  return { ...whole[0]!, refusedBy, byGroup };
};

/** What becomes of an applied line that is taken back on a day, for the lines of a page; over `line`. `reversibleOf` counts it. */
const reversal = (id: string, listId: string, day: string) => sql`case when line.verdict = 'change' then (
  select case when own.seq is null then 'product_gone' when held.seq = own.seq then 'possible' else 'changed_since' end
  from (select 1) as always
  left join lateral (${writtenBy(id, sql`line.product_id`)}) as own on true
  left join lateral (${inForce(sql`${listId}::uuid`, sql`line.product_id`, day)}) as held on true) end`;

/** The day from which taking back would hold: not before the revision itself does. */
const reversalDay = (validFrom: string, today: string) => (validFrom > today ? validFrom : today);

const reversibleOf = async (db: Db, { id, list, validFrom }: RevisionHead, today: string) => {
  const day = reversalDay(validFrom ?? today, today);
  const { rows } = await sql<{ possible: number; blocked: number }>`
    select count(*) filter (where held.seq = own.seq)::int as possible,
      count(*) filter (where held.seq is distinct from own.seq or own.seq is null)::int as blocked
    from price_revision_line line
    left join lateral (${writtenBy(id, sql`line.product_id`)}) as own on true
    left join lateral (${inForce(sql`${list.id}::uuid`, sql`line.product_id`, day)}) as held on true
    where line.revision_id = ${id} and line.verdict = 'change'`.execute(db);
  return rows[0] ?? { possible: 0, blocked: 0 };
};

/** Throws NotFound. */
export const showRevision = async (
  db: Db,
  id: string,
  { today, now, sells }: { today: string; now: Date; sells: boolean },
): Promise<ShownRevision> => {
  const { rows } = await sql<Found<Omit<ShownRevision, 'sums' | 'reversible'>>>`
    select ${COLUMNS}, r.selection, r.fingerprint, r.failure from ${TABLES} where r.id = ${id}`.execute(db);
  if (rows[0] === undefined) throw new NotFound('price revision');
  const revision = withEstimate(rows[0], now);
  // While something is under way its progress is asked for each second, and the sums would be dear.
  if (revision.work !== null) return { ...revision, sums: null, reversible: null };
  return {
    ...revision,
    sums: revision.state === 'draft' ? null : await sumsOf(db, id, sells),
    reversible: revision.state === 'applied' ? await reversibleOf(db, revision, today) : null,
  };
};

const LINE_SORTS: Record<string, SortKey> = {
  number: { by: sql`(line.number collate human)`, type: 'text' },
  name: { by: sql`(line.name collate human)`, type: 'text' },
  oldAmount: { by: sql`coalesce(line.old_amount, -1)`, type: 'bigint' },
  newAmount: { by: sql`coalesce(line.new_amount, -1)`, type: 'bigint' },
  change: { by: sql`coalesce(line.new_amount::numeric / nullif(line.old_amount, 0), 0)`, type: 'numeric' },
  margin: {
    by: sql`coalesce((line.new_amount - line.cost)::numeric / nullif(line.new_amount, 0), -1000000)`,
    type: 'numeric',
  },
};

type Asked = Omit<InputOf<typeof api.listRevisionLines>, 'id'>;
export type RevisionHead = Pick<ShownRow, 'id' | 'list' | 'state' | 'validFrom'>;

/** What its lines need to know of a revision. Throws NotFound. */
export const headOf = async (db: Db, id: string): Promise<RevisionHead> => {
  const { rows } = await sql<RevisionHead>`
    select r.id, jsonb_build_object('id', l.id, 'name', l.name, 'currency', l.currency) as list, r.state, r.valid_from
    from ${TABLES} where r.id = ${id}`.execute(db);
  if (rows[0] === undefined) throw new NotFound('price revision');
  return rows[0];
};

export const pageOfLines = async (
  db: Db,
  { id, list, state, validFrom }: RevisionHead,
  today: string,
  asked: Asked,
  { counted = true } = {},
): Promise<Page<api.RevisionLine>> => {
  const pages = keyset(asked, LINE_SORTS, { sort: 'number', id: sql`line.product_id` });
  const back = state === 'applied' ? reversal(id, list.id, reversalDay(validFrom ?? today, today)) : sql`null`;
  const where = sql`line.revision_id = ${id} and (${asked.verdict ?? null}::text is null or line.verdict = ${asked.verdict ?? null})
    and strpos(lower(line.number || ' ' || line.name), lower(${asked.search ?? ''})) > 0
    ${asked.blocked ? sql`and ${back} <> 'possible'` : sql``}`;
  const { rows } = await sql<api.RevisionLine & { id: string; pageKey: string }>`
    select line.product_id as id, line.product_id, line.number, line.name, g.name as "group", line.old_amount::float8 as old_amount,
      line.new_amount::float8 as new_amount, line.cost::float8 as cost, line.verdict, line.reason, line.planned_from, line.uses,
      ${back} as reversal, line.page_key
    from (select line.*, ${pages.key} as page_key from price_revision_line line where ${where} and ${pages.where}
      ${pages.order} limit ${pages.limit}) as line
    left join product_group g on g.id = line.group_id ${pages.order}`.execute(db);
  if (!counted) return pages.page(rows, null);
  const { rows: totals } = await sql<{ total: number }>`
    select count(*)::int as total from price_revision_line line where ${where}`.execute(db);
  return pages.page(rows, totals[0]?.total ?? 0);
};
