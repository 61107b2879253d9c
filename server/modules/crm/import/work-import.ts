import { sql } from 'kysely';
import type { Clock } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import type { Ids } from '../../../platform/ids.ts';
import { listColleagues } from '../../access/index.ts';
import { loadFields } from '../fields.ts';
import type { ImportHooks } from '../import-hooks.ts';
import { columnNames } from '../model/columns.ts';
import type { CsvRecord } from '../model/csv-reader.ts';
import { applyBatch, partiesInBatch } from './apply-batch.ts';
import { stageTable } from './batch-columns.ts';
import { type Batch, decideBatch } from './decide-batch.ts';
import { finishWork, lockImport, recordBatch, type StoredImport, stopWork } from './import.store.ts';
import { importFile, readRecords } from './read-file.ts';
import { type RefusedRow, type RowReading, readRow, type StagedRow } from './read-row.ts';

export interface WorkNeeds {
  db: Db;
  ids: Ids;
  clock: Clock;
  config: { dataFolder: string };
  importHooks: ImportHooks;
}

const BATCH_ROWS = 5_000;
/** One batch at a time in the whole house: two imports never make the same person twice. */
const IMPORTING = 7_268_437;

const AT_WORK = ['checking', 'running'];

/** A batch found that another process has gone on, or that the import was stopped. */
class Overtaken extends Error {}

/** One batch in one transaction: what it does, its report, its sums and the new position. Answers the position. */
const workBatch = async (
  needs: WorkNeeds,
  found: StoredImport,
  rows: { staged: StagedRow[]; refused: RefusedRow[] },
): Promise<number> => {
  const { db, ids, clock, importHooks } = needs;
  const batch: Batch = {
    importId: found.id,
    entity: found.entity,
    options: found.options,
    namesCompany: namesCompany(found),
  };
  return db.transaction().execute(async (tx) => {
    const present = await lockImport(tx, found.id);
    if (present.state !== found.state || present.done !== found.done) throw new Overtaken();
    if (found.state === 'running') await sql`select pg_advisory_xact_lock(${sql.lit(IMPORTING)})`.execute(tx);
    await stageTable(batch.entity).execute(tx);
    const staged = rows.staged.map((row) => ({
      ...row,
      id: ids.next(),
      new_company_id: batch.namesCompany ? ids.next() : null,
    }));
    await sql`insert into import_stage select * from json_populate_recordset(null::import_stage, ${JSON.stringify(staged)}::json)`.execute(
      tx,
    );
    await sql`analyze import_stage`.execute(tx);
    await decideBatch(tx, batch);
    if (found.state === 'running') {
      await applyBatch(tx, batch, clock.now());
      await recordConsent(tx, importHooks, found);
    }
    await recordBatch(tx, found, rows.refused, clock.now());
    return found.done + rows.staged.length + rows.refused.length;
  });
};

const recordConsent = async (tx: Tx, hooks: ImportHooks, { id, entity, options, createdBy }: StoredImport) => {
  if (options.consent === null) return;
  const parties = (await partiesInBatch(tx)).filter(({ addressKey }) => addressKey !== '');
  if (parties.length === 0) return;
  await hooks.recordConsent(tx, {
    ...options.consent,
    importId: id,
    recordedBy: createdBy,
    parties: parties.map((party) => ({ kind: entity, ...party })),
  });
};

const namesCompany = ({ entity, mapping }: StoredImport) =>
  entity === 'contact' && mapping.some((field) => field?.startsWith('company.'));

const prepareReading = async ({ db }: WorkNeeds, found: StoredImport, first: CsvRecord): Promise<RowReading> => {
  const names = columnNames([first], found.reading.header);
  const colleagues = await listColleagues({ db });
  return {
    entity: found.entity,
    columns: names.map((name, place) => ({ name, field: found.mapping[place] ?? null })),
    fields: await loadFields(db),
    options: found.options,
    users: new Map(colleagues.rows.map(({ id, name }) => [name.toLowerCase(), id])),
  };
};

/** The data rows from a position on, with how each is read. */
async function* rowsFrom(needs: WorkNeeds, found: StoredImport) {
  let reading: RowReading | null = null;
  let no = found.reading.header ? -1 : 0;
  for await (const record of readRecords(importFile(needs.config.dataFolder, found.id), found.reading)) {
    reading ??= await prepareReading(needs, found, record);
    no += 1;
    if (no > found.done) yield readRow(record, no, reading);
  }
}

const workThrough = async (needs: WorkNeeds, start: StoredImport, goOn: () => boolean): Promise<'done' | 'paused'> => {
  let found = start;
  let rows: { staged: StagedRow[]; refused: RefusedRow[] } = { staged: [], refused: [] };
  const flush = async () => {
    found = { ...found, done: await workBatch(needs, found, rows) };
    rows = { staged: [], refused: [] };
  };
  for await (const outcome of rowsFrom(needs, start)) {
    if ('staged' in outcome) rows.staged.push(outcome.staged);
    else rows.refused.push(outcome.refused);
    if (rows.staged.length + rows.refused.length < BATCH_ROWS) continue;
    await flush();
    if (!goOn()) return 'paused';
  }
  if (rows.staged.length + rows.refused.length > 0) await flush();
  await needs.db.transaction().execute(async (tx) => {
    const present = await lockImport(tx, found.id);
    if (present.state !== found.state || present.done !== found.done) throw new Overtaken();
    await finishWork(tx, found.id, found.state === 'running' ? 'finished' : 'checked', needs.clock.now());
  });
  return 'done';
};

/**
 * Checks or runs an import from where it stands to its end. After a crash it goes on exactly there: each batch of 5,000 rows is one transaction with its
 * position. `goOn` is asked after each batch; `paused` means that somebody must call again.
 */
export const workImport = async (
  needs: WorkNeeds,
  importId: string,
  goOn: () => boolean = () => true,
): Promise<'done' | 'paused'> => {
  const found = await needs.db.transaction().execute((tx) => lockImport(tx, importId));
  if (!AT_WORK.includes(found.state)) return 'done';
  try {
    return await workThrough(needs, found, goOn);
  } catch (error) {
    if (error instanceof Overtaken) return 'done';
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await needs.db.transaction().execute((tx) => stopWork(tx, importId, 'failed', 'file_gone', needs.clock.now()));
    return 'done';
  }
};
