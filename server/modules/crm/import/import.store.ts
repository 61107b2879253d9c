import { sql } from 'kysely';
import type { Import, ImportEntity, ImportOptions, Mapping, Reading } from '../../../../contract/import.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { RefusedRow } from './read-row.ts';

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
  createdBy: string | null;
}

/** Throws NotFound. Whoever works at the import holds its row until the end of the transaction. */
export const lockImport = async (tx: Tx, importId: string): Promise<StoredImport> => {
  const { rows } =
    await sql<StoredImport>`select id, entity, file_name, state, reading, mapping, options, rows, done, created_by
    from import where id = ${importId} for update`.execute(tx);
  if (rows[0] === undefined) throw new NotFound('import');
  return rows[0];
};

/** Begins a check or a run from the first row. */
export const startWork = async (tx: Tx, importId: string, state: 'checking' | 'running', now: Date): Promise<void> => {
  await sql`delete from import_row where import_id = ${importId}`.execute(tx);
  await sql`update import set state = ${state}, done = 0, created = 0, updated = 0, unchanged = 0, skipped = 0, refused = 0, failure = null,
    started_at = ${now}, beat_at = ${now}, finished_at = null where id = ${importId}`.execute(tx);
};

/** Puts the rows of a batch into the report and their sums and the position into the import: one transaction with what they did. */
export const recordBatch = async (
  tx: Tx,
  { id: importId, state }: Pick<StoredImport, 'id' | 'state'>,
  refused: readonly RefusedRow[],
  now: Date,
): Promise<void> => {
  await sql`insert into import_row (import_id, no, line, verdict, reason, first_line, party_id, match_key)
    select ${importId}, no, line, verdict, reason, first_line, case when ${state === 'running'} or party_id <> id then party_id end,
      case when reason is distinct from 'duplicate_in_file' then match_key end
    from import_stage`.execute(tx);
  await sql`insert into import_row (import_id, no, line, verdict, reason, column_name, value)
    select ${importId}, no, line, verdict, reason, column_name, value
    from jsonb_to_recordset(${JSON.stringify(refused)}::jsonb)
      as r (no int, line int, verdict text, reason text, column_name text, value text)`.execute(tx);
  const refusals = refused.filter(({ verdict }) => verdict === 'refused').length;
  await sql`update import i set created = i.created + b.created, updated = i.updated + b.updated, unchanged = i.unchanged + b.unchanged,
      skipped = i.skipped + b.skipped + ${refused.length - refusals}::int, refused = i.refused + ${refusals}::int,
      done = i.done + b.all_rows + ${refused.length}::int, beat_at = ${now}
    from (select count(*)::int as all_rows, count(*) filter (where verdict = 'created')::int as created,
        count(*) filter (where verdict = 'updated')::int as updated, count(*) filter (where verdict = 'unchanged')::int as unchanged,
        count(*) filter (where verdict = 'skipped')::int as skipped from import_stage) b
    where i.id = ${importId}`.execute(tx);
};

/** The file was read to its end: the number of rows is known. */
export const finishWork = async (tx: Tx, importId: string, state: 'checked' | 'finished', now: Date): Promise<void> => {
  await sql`update import set state = ${state}, rows = done, finished_at = ${now}, beat_at = ${now} where id = ${importId}`.execute(
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
