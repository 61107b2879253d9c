import { sql } from 'kysely';
import type { Import, ImportEntity, ImportOptions, Mapping, Reading } from '../../../../contract/import.ts';
import { json } from '../../../platform/database/json.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import { Overtaken } from './overtaken.ts';

export interface StoredImport {
  id: string;
  entity: ImportEntity;
  fileName: string;
  state: Import['state'];
  reading: Reading;
  mapping: Mapping;
  options: ImportOptions;
  rows: number | null;
  done: number;
  /** Rows in the staging table, and whether that is all of them. */
  readRows: number;
  readAll: boolean;
  createdBy: string | null;
  /** The headers as they are compared, kept when the file is removed. */
  headers: string[] | null;
}

/** Throws NotFound. Whoever works at the import holds its row until the end of the transaction. */
export const lockImport = async (tx: Tx, importId: string): Promise<StoredImport> => {
  const { rows } =
    await sql<StoredImport>`select id, entity, file_name, state, reading, mapping, options, rows, done, read_rows, read_all, created_by, guess -> 'headers' as headers
    from import where id = ${importId} for update`.execute(tx);
  if (rows[0] === undefined) throw new NotFound('import');
  return rows[0];
};

/** Throws Conflict once a check or a run is under way or over. */
export const assertWaiting = ({ state }: Pick<StoredImport, 'state'>): void => {
  if (state !== 'uploaded' && state !== 'checked') throw new Conflict('import_not_waiting');
};

/** Begins a check or a run from the first row. */
export const startWork = async (tx: Tx, importId: string, state: 'checking' | 'running', now: Date): Promise<void> => {
  await sql`delete from import_row where import_id = ${importId}`.execute(tx);
  await sql`update import set state = ${state}, done = 0, created = 0, updated = 0, unchanged = 0, skipped = 0, refused = 0, failure = null,
    started_at = ${now}, beat_at = ${now}, finished_at = null where id = ${importId}`.execute(tx);
};

/** Locks the import if it stands where it was left; throws Overtaken otherwise. */
export const goOnWith = async (tx: Tx, known: StoredImport): Promise<void> => {
  const present = await lockImport(tx, known.id);
  if (present.state !== known.state || present.readRows !== known.readRows || present.done !== known.done)
    throw new Overtaken();
};

/**
 * Puts the rows of a batch into the report and their sums and the position into the import: one transaction with what they did. Neighbours that fared alike,
 * and of which nothing more is to be said, share a line of the report.
 */
export const recordBatch = async (tx: Tx, { id: importId, state }: StoredImport, now: Date): Promise<void> => {
  const running = state === 'running';
  await sql`insert into import_row (import_id, no, last_no, line, verdict, reason)
    select ${importId}, min(no), nullif(max(no), min(no)), min(line), verdict, reason
    from (select no, line, verdict, reason, line - no as ahead, no - row_number() over (partition by verdict, reason, line - no order by no) as run
      from import_batch where column_name is null and first_line is null and value is null
        and (verdict not in ('created', 'updated') or (not ${running} and verdict = 'created'))) r
    group by verdict, reason, ahead, run`.execute(tx);
  await sql`insert into import_row (import_id, no, line, verdict, reason, column_name, value, first_line, party_id)
    select ${importId}, no, line, verdict, reason, column_name, value, first_line, case when ${running} or party_id <> id then party_id end
    from import_batch where column_name is not null or first_line is not null or value is not null
      or verdict = 'updated' or (${running} and verdict = 'created') order by no`.execute(tx);
  await sql`update import i set created = i.created + b.created, updated = i.updated + b.updated, unchanged = i.unchanged + b.unchanged,
      skipped = i.skipped + b.skipped, refused = i.refused + b.refused, done = i.done + b.all_rows, beat_at = ${now}
    from (select count(*)::int as all_rows, count(*) filter (where verdict = 'created')::int as created,
        count(*) filter (where verdict = 'updated')::int as updated, count(*) filter (where verdict = 'unchanged')::int as unchanged,
        count(*) filter (where verdict = 'skipped')::int as skipped, count(*) filter (where verdict = 'refused')::int as refused from import_batch) b
    where i.id = ${importId}`.execute(tx);
};

/** The staging table is not there, or not whole: the file is read anew. */
export const forgetReading = async (tx: Tx, importId: string): Promise<void> => {
  await sql`update import set read_rows = 0, read_all = false where id = ${importId}`.execute(tx);
};

/** What a profile needs to know of a file that is removed. */
export const keepHeaders = async (tx: Tx, importId: string, headers: string[]): Promise<void> => {
  await sql`update import set guess = guess || ${json({ headers })} where id = ${importId}`.execute(tx);
};

/** The file was read to its end: the number of rows is known. */
export const finishWork = async (tx: Tx, importId: string, state: 'checked' | 'finished', now: Date): Promise<void> => {
  await sql`update import set state = ${state}, finished_at = ${now}, beat_at = ${now} where id = ${importId}`.execute(
    tx,
  );
};

export const stopWork = async (
  tx: Tx,
  importId: string,
  state: 'uploaded' | 'cancelled' | 'failed',
  failure: string | null,
  now: Date,
) => {
  await sql`update import set state = ${state}, failure = ${failure}, finished_at = ${now} where id = ${importId}`.execute(
    tx,
  );
};
