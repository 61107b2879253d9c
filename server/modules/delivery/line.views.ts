import { type RawBuilder, sql } from 'kysely';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { RunId } from '../../../contract/ids.ts';
import type { Page } from '../../../contract/paging.ts';
import type { Line, listLines } from '../../../contract/runs.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { presentId } from '../crm/index.ts';

export type LineFilter = Omit<InputOf<typeof listLines>, 'limit' | 'sort' | 'direction' | 'after'>;
type LineMark = Omit<LineFilter, 'id' | 'link' | 'fact'>;

const LAST = sql`
  left join lateral (
    select seq, state, reason, reply, next_at, at from outcome where run_id = r.run_id and no = r.no order by seq desc limit 1
  ) o on true`;

const STATE = sql`case when r.verdict = 'excluded' then 'excluded' else coalesce(o.state, 'open') end`;

const NAMED = sql`
  left join contact k on r.party_kind = 'contact' and k.id = ${presentId('contact', sql`r.party_id`)}
  left join company f on f.id = ${presentId('company', sql`(case r.party_kind when 'company' then r.party_id else r.company_id end)`)}
  left join lead d on r.party_kind = 'lead' and d.id = ${presentId('lead', sql`r.party_id`)}`;

/** What the person or company of a line is called now; never null. */
export const LINE_NAME = sql`coalesce(nullif(case r.party_kind when 'contact' then trim(k.first_name || ' ' || k.last_name)
  when 'lead' then trim(d.first_name || ' ' || d.last_name) else f.name end, ''), r.address, '')`;

/** Lines `r` with their last outcome `o` and their party `k`, `f` or `d`. */
export const LINE_TABLES = sql`recipient r ${LAST} ${NAMED}`;

/** Opens and clicks of machines are told apart; the other facts are facts whoever brought them. */
const withFact = (fact: string, link: number | undefined) => sql`exists (
  select from first_event e where e.run_id = r.run_id and e.no = r.no and e.kind = ${fact} and e.link_no = ${link ?? 0}
    and (e.kind not in ('opened', 'clicked') or e.actor = 'human'))`;

/**
 * A state is filtered where its index is: by the outcome for what was tried, by the line for what was not. Of one run the outcomes are a
 * list to look into (`is true` keeps it one): of a run that just began the database knows nothing, and would compare each line with each.
 */
const inState = (state: string, runId: RunId | undefined): RawBuilder<unknown> => {
  if (state === 'excluded') return sql`r.verdict = 'excluded'`;
  if (state === 'open') return sql`r.verdict = 'planned' and (o.state is null or o.state = 'deferred')`;
  const everIn = runId
    ? sql`(r.no in (select s.no from outcome s where s.run_id = ${runId} and s.state = ${state})) is true`
    : sql`exists (select from outcome s where s.run_id = r.run_id and s.no = r.no and s.state = ${state})`;
  return sql`r.verdict = 'planned' and o.state = ${state} and ${everIn}`;
};

/** What each line of a list must meet, over `LINE_TABLES`. */
export const lineConditions = (filter: LineMark, runId?: RunId): RawBuilder<unknown>[] => {
  const like = filter.search ? `%${filter.search.replace(/[\\%_]/g, '\\$&')}%` : null;
  return [
    ...(filter.state ? [inState(filter.state, runId)] : []),
    ...(filter.planned !== undefined ? [sql`(r.verdict = 'planned') = ${filter.planned}`] : []),
    ...(filter.reason ? [sql`coalesce(r.reason, o.reason) = ${filter.reason}`] : []),
    ...(filter.partyKind ? [sql`r.party_kind = ${filter.partyKind}`] : []),
    ...(like ? [sql`(r.address ilike ${like} or ${LINE_NAME} ilike ${like} or f.name ilike ${like})`] : []),
  ];
};

const conditions = (filter: LineFilter): RawBuilder<unknown> =>
  sql.join(
    [
      sql`r.run_id = ${filter.id}`,
      ...lineConditions(filter, filter.id),
      ...(filter.fact ? [withFact(filter.fact, filter.link)] : []),
    ],
    sql` and `,
  );

const FACTS = sql`(
  select coalesce(array_agg(distinct e.kind), '{}') from first_event e
  where e.run_id = r.run_id and e.no = r.no and (e.kind not in ('opened', 'clicked') or e.actor = 'human'))`;

/** Where nobody is written to, no address is frozen: what the record has now tells who it is. */
const SHOWN_ADDRESS = sql`coalesce(r.address, case when (select channel from run where id = r.run_id) in ('list', 'task', 'opportunity', 'offer', 'invoice')
  then coalesce(nullif(k.email, ''), nullif(k.phone, ''), nullif(f.email, ''), nullif(f.phone, ''), nullif(d.email, ''), nullif(d.phone, '')) end)`;

/** A line that is about no asset looks for none. */
const ASSETS = sql`case when r.asset_id is null and r.asset_ids is null then '{}'::text[] else array(
  select concat_ws(' · ', thing.name, thing.identifier) from asset thing where thing.id = r.asset_id or thing.id = any(r.asset_ids)
  order by thing.name collate human, thing.identifier collate human, thing.id) end`;

/** A \`Line\` over \`LINE_TABLES\`. */
export const LINE_COLUMNS = sql`r.run_id, r.no, r.party_kind, r.party_id, r.role, ${LINE_NAME} as name,
  case r.party_kind when 'company' then null when 'lead' then d.company_name else f.name end as company_name, ${ASSETS} as assets,
  ${SHOWN_ADDRESS} as address, r.origin, ${STATE} as state, coalesce(r.reason, o.reason) as reason, r.seen, o.reply, o.next_at, o.at,
  (select count(*)::int from attempt t where t.run_id = r.run_id and t.no = r.no and t.released_at is null) as attempts,
  ${FACTS} as facts`;

/** Lines in the order of their numbers, after `afterNo`. */
export const readLines = async (db: Db, filter: LineFilter, afterNo: number, limit: number): Promise<Line[]> => {
  const { rows } = await sql<Line>`
    select ${LINE_COLUMNS} from ${LINE_TABLES} where ${conditions(filter)} and r.no > ${afterNo}
    order by r.no limit ${limit}`.execute(db);
  return rows;
};

export const showLines = async (db: Db, input: InputOf<typeof listLines>): Promise<Page<Line>> => {
  const afterNo = Number(input.after ?? 0);
  const rows = await readLines(db, input, afterNo, input.limit + 1);
  const page = rows.slice(0, input.limit);
  const total = await countLines(db, input);
  return { rows: page, next: rows.length > input.limit ? String(page.at(-1)?.no) : null, total };
};

/** Exact, but only where it is not dear: an unfiltered list is counted by its run. */
const countLines = async (db: Db, filter: LineFilter): Promise<number> => {
  const { state, planned, reason, partyKind, fact, search } = filter;
  if (![state, planned, reason, partyKind, fact, search].some((one) => one !== undefined)) {
    const run = await db.selectFrom('run').select('matched').where('id', '=', filter.id).executeTakeFirst();
    return run?.matched ?? 0;
  }
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${LINE_TABLES} where ${conditions(filter)}`.execute(db);
  return rows[0]?.count ?? 0;
};

interface Story {
  at: Date;
  what: string;
  detail: string | null;
  actor: string | null;
}

/** Every attempt, outcome and event of one line, in order of time. */
export const readStory = async (db: Db, runId: RunId, no: number): Promise<Story[]> => {
  const { rows } = await sql<Story>`
    select at, what, detail, actor from (
      select at, 'attempt' as what, concat_ws(' · ', (select name from sending_account s where s.id = sending_account_id), message_id) as detail,
        null as actor, 1 as rank from attempt where run_id = ${runId} and no = ${no}
      union all
      select o.at, o.state, concat_ws(' · ', o.reason, nullif(o.reply, '')), u.name, 2 from outcome o left join app_user u on u.id = o.decided_by
        where o.run_id = ${runId} and o.no = ${no}
      union all
      select e.at, e.kind, l.url, e.actor, 3 from event e
        left join run on run.id = e.run_id left join link l on l.content_version_id = run.content_version_id and l.link_no = e.link_no
        where e.run_id = ${runId} and e.no = ${no}
    ) story order by at, rank`.execute(db);
  return rows;
};
