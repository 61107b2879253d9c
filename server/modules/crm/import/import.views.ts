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
  i.rows, coalesce(i.rows, (i.guess ->> 'lines')::int) as expected, i.done, i.created, i.updated, i.unchanged, i.skipped, i.refused, i.failure,
  ${userName(sql`i.created_by`)} as created_by, i.created_at, i.started_at, i.finished_at`;

type Found = Omit<ShownImport, 'finishEstimate'>;

/** At the pace so far. */
const withEstimate = (found: Found, now: Date): ShownImport => {
  const { state, done, expected, startedAt } = found;
  if ((state !== 'checking' && state !== 'running') || done === 0 || startedAt === null)
    return { ...found, finishEstimate: null };
  const left = (Math.max(0, expected - done) * (now.getTime() - startedAt.getTime())) / done;
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

const ROW = sql`import_id || ':' || no as id, no, line, verdict, reason, column_name as "column", value, first_line, party_id`;

export const pageOfImportRows = async (db: Db, { id, after, limit, verdict }: RowsInput): Promise<Page<ImportRow>> => {
  const wanted = sql`import_id = ${id} and (${verdict ?? null}::text is null or verdict = ${verdict ?? null})`;
  const beyond = /^\d+$/.test(after ?? '') ? Number(after) : 0;
  const { rows } =
    await sql<ImportRow>`select ${ROW} from import_row where ${wanted} and no > ${beyond} order by no limit ${limit + 1}`.execute(
      db,
    );
  const { rows: counted } = await sql<{
    total: number;
  }>`select count(*)::int as total from import_row where ${wanted}`.execute(db);
  const page = rows.slice(0, limit);
  return {
    rows: page,
    next: rows.length > limit ? String(page.at(-1)?.no ?? '') : null,
    total: counted[0]?.total ?? 0,
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
