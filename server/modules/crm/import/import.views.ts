import { sql } from 'kysely';
import type { ImportId } from '../../../../contract/ids.ts';
import type { Import, ImportRow, Verdict } from '../../../../contract/import.ts';
import type { Page, PageInput } from '../../../../contract/paging.ts';
import { keyset } from '../../../platform/database/keyset.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { NotFound } from '../../../platform/errors.ts';
import { userName } from '../../access/index.ts';

export type ShownImport = Omit<Import, 'createdAt' | 'startedAt' | 'finishedAt' | 'finishEstimate'> & {
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  finishEstimate: Date | null;
};

const COLUMNS = sql`i.id, i.entity, i.file_name, i.bytes::float8 as bytes, i.state, i.reading, (i.guess ->> 'certain')::boolean as certain, i.mapping, i.options,
  (select json_build_object('id', f.id, 'name', f.name) from import_profile f where f.id = i.profile_id) as profile,
  i.rows, i.read_rows, coalesce(i.rows, (i.guess ->> 'lines')::int) as expected, i.done, i.created, i.updated, i.unchanged, i.skipped, i.refused, i.failure,
  ${userName(sql`i.created_by`)} as created_by, i.created_at, i.started_at, i.finished_at`;

type Found = Omit<ShownImport, 'finishEstimate'>;

/** At the pace so far; reading the file is half of the way, unless it was read before. */
const withEstimate = (found: Found, now: Date): ShownImport => {
  const { state, done, expected, startedAt, readRows } = found;
  const past = done + readRows;
  if ((state !== 'checking' && state !== 'running') || past === 0 || startedAt === null)
    return { ...found, finishEstimate: null };
  const left = (Math.max(0, 2 * expected - past) * (now.getTime() - startedAt.getTime())) / past;
  return { ...found, finishEstimate: new Date(now.getTime() + left) };
};

/** Throws NotFound. */
export const showImport = async (db: Db, id: string, now: Date): Promise<ShownImport> => {
  const { rows } = await sql<Found>`select ${COLUMNS} from import i where i.id = ${id}`.execute(db);
  if (rows[0] === undefined) throw new NotFound('import');
  return withEstimate(rows[0], now);
};

export const pageOfImports = async (db: Db, input: PageInput, now: Date): Promise<Page<ShownImport>> => {
  const paging = keyset(
    input,
    { createdAt: { by: sql`i.created_at`, type: 'timestamptz' } },
    { sort: 'createdAt', direction: 'desc', id: sql`i.id` },
  );
  const like = `%${(input.search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Found & { pageKey: string }>`select ${COLUMNS}, ${paging.key} as page_key from import i
    where i.file_name ilike ${like} and ${paging.where} ${paging.order} limit ${paging.limit}`.execute(db);
  const { rows: counted } = await sql<{
    total: number;
  }>`select count(*)::int as total from import i where i.file_name ilike ${like}`.execute(db);
  const page = paging.page(rows, counted[0]?.total ?? 0);
  return { ...page, rows: page.rows.map((row) => withEstimate(row, now)) };
};

type RowsInput = { id: ImportId; after?: string | undefined; limit: number; verdict?: Verdict | undefined };

/** A line of the report stands for no more rows than a batch has. */
const LONGEST_RUN = 100_000;

const reported = (db: Db, { id, after, limit, verdict }: RowsInput) => {
  const beyond = /^\d{1,9}$/.test(after ?? '') ? Number(after) : 0;
  return sql<ImportRow>`
    select r.import_id || ':' || n as id, n as no, r.line + (n - r.no) as line, r.verdict, r.reason, r.column_name as "column", r.value, r.first_line, r.party_id
    from (select * from import_row where import_id = ${id} and (${verdict ?? null}::text is null or verdict = ${verdict ?? null})
        and no > ${beyond - LONGEST_RUN} and coalesce(last_no, no) > ${beyond} order by no limit ${limit + 1}) r
      cross join lateral generate_series(greatest(r.no, ${beyond + 1}), coalesce(r.last_no, r.no)) n
    order by n limit ${limit + 1}`.execute(db);
};

/** How many rows there are is told by the sums. */
const totalOf = async (db: Db, id: ImportId, verdict: Verdict | undefined): Promise<number> => {
  const { rows } = await sql<{
    total: number;
  }>`select ${sql.ref(verdict ?? 'done')} as total from import where id = ${id}`.execute(db);
  return rows[0]?.total ?? 0;
};

export const pageOfImportRows = async (db: Db, input: RowsInput): Promise<Page<ImportRow>> => {
  const { rows } = await reported(db, input);
  const page = rows.slice(0, input.limit);
  return {
    rows: page,
    next: rows.length > input.limit ? String(page.at(-1)?.no ?? '') : null,
    total: await totalOf(db, input.id, input.verdict),
  };
};

/** Every row of the report, a thousand at a time. */
export async function* importRows(db: Db, id: ImportId, verdict: Verdict | undefined): AsyncGenerator<ImportRow> {
  let after: string | undefined;
  do {
    const page = await pageOfImportRows(db, { id, verdict, limit: 1000, after });
    yield* page.rows;
    after = page.next ?? undefined;
  } while (after !== undefined);
}
