import { type RawBuilder, sql } from 'kysely';
import type { ChangeSide } from '../../../contract/audience-changes.ts';
import type { PartyId } from '../../../contract/ids.ts';
import type { Line } from '../../../contract/runs.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { type AskedBoth, type ChangedLine, verdictQuery, withOutcomes } from '../audiences/index.ts';
import type { StoredRun } from './run.store.ts';

/** Alike in all that tells why: the same reasons, the same outcomes. */
export interface ChangePattern extends ChangedLine {
  outcomes: (boolean | null)[] | null;
  pattern: string;
  lines: number;
}

export interface ChangedRow extends ChangedLine {
  outcomes: (boolean | null)[] | null;
  id: PartyId;
  role: Line['role'];
  assetId: string | null;
  name: string | null;
  address: string | null;
}

const ONE_ASSET = (side: string) =>
  sql`coalesce(${sql.ref(`${side}.asset_id`)}, '00000000-0000-0000-0000-000000000000'::uuid)`;

/** The lines of the earlier list under the ids of today; one that was left out under a name merged since counts as none. */
const beforeLines = ({ id }: Pick<StoredRun, 'id'>): RawBuilder<unknown> => sql`
  select l.party_kind, coalesce(ca.contact_id, fa.company_id, la.lead_id, l.party_id) as party_id, l.role, l.asset_id, l.address, l.verdict, l.reason, l.origin
  from recipient l
  left join contact_alias ca on l.party_kind = 'contact' and ca.old_id = l.party_id
  left join company_alias fa on l.party_kind = 'company' and fa.old_id = l.party_id
  left join lead_alias la on l.party_kind = 'lead' and la.old_id = l.party_id
  where l.run_id = ${id} and (l.verdict = 'planned' or coalesce(ca.contact_id, fa.company_id, la.lead_id) is null)`;

/** Every line that is planned on one side only, with what tells why. */
const changes = (run: StoredRun, asked: AskedBoth): RawBuilder<unknown> => sql`
  with before_line as (${beforeLines(run)}), now_line as materialized (
    select party_kind, party_id, role, asset_id, address, verdict, reason, origin from (${verdictQuery(asked.now)}) as verdict
  ), changed as materialized (
    -- Once, where two of the list have become one since.
    select distinct on (2, 1, 3, 4) coalesce(n.party_kind, b.party_kind) as party_kind, coalesce(n.party_id, b.party_id) as id,
      coalesce(n.role, b.role) as role, coalesce(n.asset_id, b.asset_id) as asset_id, coalesce(n.address, b.address) as address,
      case when n.verdict = 'planned' then 'joined' else 'left' end as side, b.reason as before_reason, b.origin as before_origin,
      n.reason as now_reason, n.origin as now_origin
    from before_line b full join now_line n on n.party_kind = b.party_kind and n.party_id = b.party_id and n.role = b.role
      and ${ONE_ASSET('n')} = ${ONE_ASSET('b')}
    where coalesce(b.verdict = 'planned', false) <> coalesce(n.verdict = 'planned', false)
  ), told as (
    select asked.*, concat_ws('|', side, party_kind, there, made, coalesce(before_reason, '-'), coalesce(before_origin, '-'),
      coalesce(now_reason, '-'), coalesce(now_origin, '-'), outcomes::text) as pattern
    from (${withOutcomes(asked, run.generatedAt ?? new Date(0))}) as asked
  )`;

const TELLING = sql.raw(
  'side, party_kind, there, made, before_reason, before_origin, now_reason, now_origin, outcomes',
);

/** How many of each pattern: few, however many lines. */
export const countChanges = async (tx: Tx, run: StoredRun, asked: AskedBoth): Promise<ChangePattern[]> => {
  const { rows } = await sql<ChangePattern>`
    ${changes(run, asked)} select ${TELLING}, pattern, count(*)::int as lines from told group by ${TELLING}, pattern`.execute(
    tx,
  );
  return rows;
};

export interface ChangeFilter {
  side: ChangeSide;
  /** Only those of these patterns; null: all. */
  patterns: readonly string[] | null;
  search: string | undefined;
}

export const readChanges = async (
  tx: Tx,
  run: StoredRun,
  asked: AskedBoth,
  { side, patterns, search }: ChangeFilter,
  page: { after: number; limit: number },
): Promise<{ rows: ChangedRow[]; total: number }> => {
  const like = search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : null;
  const conditions = [
    sql`side = ${side}`,
    ...(patterns === null ? [] : [sql`pattern = any(${[...patterns]}::text[])`]),
    ...(like === null ? [] : [sql`(name ilike ${like} or address ilike ${like})`]),
  ];
  const { rows } = await sql<ChangedRow & { total: number }>`
    ${changes(run, asked)} select ${TELLING}, id, role, asset_id, name, address, count(*) over ()::int as total from told
    where ${sql.join(conditions, sql` and `)} order by name collate human nulls last, id, role, asset_id offset ${page.after} limit ${page.limit}`.execute(
    tx,
  );
  return { rows, total: rows[0]?.total ?? 0 };
};
