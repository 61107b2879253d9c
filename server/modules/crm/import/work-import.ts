import { sql } from 'kysely';
import { isParty } from '../../../../contract/import.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import type { ImportHooks } from '../import-hooks.ts';
import { applyBatch, partiesInBatch } from './apply-batch.ts';
import { removeFile } from './clear-away.ts';
import { decideBatch } from './decide-batch.ts';
import {
  finishWork,
  forgetReading,
  goOnWith,
  keepHeaders,
  lockImport,
  recordBatch,
  type StoredImport,
  stopWork,
} from './import.store.ts';
import type { Batch } from './import-kind.ts';
import { headersOf } from './import-sample.ts';
import { Overtaken } from './overtaken.ts';
import { type StageNeeds, stageFile } from './stage-file.ts';
import { dropStage, stagedRows } from './stage-table.ts';

export interface WorkNeeds extends StageNeeds {
  importHooks: ImportHooks;
  /** How many rows one transaction brings in. */
  batchRows?: number;
}

const BATCH_ROWS = 20_000;
/** One batch at a time in the whole house: two imports never make the same person twice. */
const IMPORTING = 7_268_437;

/** From so many new rows on, the database would plan for minutes as if they were not there. */
const MANY_ROWS = 2_000;

const AT_WORK = ['checking', 'running'];

const nextBatch = ({ importKinds, clock, batchRows = BATCH_ROWS }: WorkNeeds, found: StoredImport): Batch => ({
  importId: found.id,
  kind: importKinds[found.entity],
  options: found.options,
  mapping: found.mapping,
  from: found.done,
  to: Math.min(found.done + batchRows, found.readRows),
  now: clock.now(),
  by: found.createdBy,
});

/** What later modules do with the people and firms of a batch. */
const tellOthers = async (tx: Tx, hooks: ImportHooks, found: StoredImport, batch: Batch) => {
  const { audience, consent } = found.options;
  const kind = found.entity;
  if (!isParty(kind) || (audience === null && consent === null)) return;
  const parties = (await partiesInBatch(tx, batch)).map((party) => ({ kind, ...party }));
  const reached = parties.filter(({ addressKey }) => addressKey !== '');
  if (consent !== null && reached.length > 0)
    await hooks.recordConsent(tx, { ...consent, importId: found.id, recordedBy: found.createdBy, parties: reached });
  if (audience !== null && parties.length > 0)
    await hooks.joinAudience(tx, { actionId: audience.actionId, pickedBy: found.createdBy, parties });
};

/** One batch in one transaction: what it does, its report, its sums and the new position. Answers where the import stands. */
const workBatch = async (needs: WorkNeeds, found: StoredImport): Promise<StoredImport> => {
  const { db, ids, importHooks } = needs;
  const batch = nextBatch(needs, found);
  await db.transaction().execute(async (tx) => {
    await goOnWith(tx, found);
    if (found.state === 'running') await sql`select pg_advisory_xact_lock(${sql.lit(IMPORTING)})`.execute(tx);
    await decideBatch(tx, batch);
    if (found.state === 'running') {
      await applyBatch(tx, batch, ids);
      await tellOthers(tx, importHooks, found, batch);
    }
    await recordBatch(tx, found, batch.now);
  });
  return { ...found, done: batch.to };
};

const finish = async ({ db, clock, config }: WorkNeeds, found: StoredImport) => {
  const over = found.state === 'running';
  const headers = over ? await headersOf(config.dataFolder, found).catch(() => []) : null;
  await db.transaction().execute(async (tx) => {
    await goOnWith(tx, found);
    await finishWork(tx, found.id, over ? 'finished' : 'checked', clock.now());
    if (headers === null) return;
    await keepHeaders(tx, found.id, headers);
    await dropStage(tx, found.id);
  });
  if (!over) return;
  await removeFile(config.dataFolder, found.id);
  // People, and what later modules noted of them.
  if (found.readRows >= MANY_ROWS) await sql`analyze`.execute(db);
};

const workThrough = async (needs: WorkNeeds, start: StoredImport, goOn: () => boolean): Promise<'done' | 'paused'> => {
  let found = start.readAll ? start : await stageFile(needs, start, goOn);
  if (found === null) return 'paused';
  while (found.done < found.readRows) {
    found = await workBatch(needs, found);
    if (found.done < found.readRows && !goOn()) return 'paused';
  }
  await finish(needs, found);
  return 'done';
};

/** Where the import stands. A staging table that a crash of the server emptied is made anew; rows brought in before stay and are not judged again. */
const findWork = ({ db }: WorkNeeds, importId: string) =>
  db.transaction().execute(async (tx) => {
    const found = await lockImport(tx, importId);
    if (!AT_WORK.includes(found.state) || found.readRows === 0) return found;
    if ((await stagedRows(tx, importId)) === found.readRows) return found;
    await forgetReading(tx, importId);
    return { ...found, readRows: 0, readAll: false };
  });

/**
 * Checks or runs an import from where it stands to its end: the file is read into its staging table, then each batch of 20,000 rows is one transaction with
 * its position, so that after a crash it goes on exactly there. `goOn` is asked after each piece; `paused` means that somebody must call again.
 */
export const workImport = async (
  needs: WorkNeeds,
  importId: string,
  goOn: () => boolean = () => true,
): Promise<'done' | 'paused'> => {
  const found = await findWork(needs, importId);
  if (!AT_WORK.includes(found.state)) return 'done';
  try {
    return await workThrough(needs, found, goOn);
  } catch (error) {
    if (error instanceof Overtaken) return 'done';
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await needs.db.transaction().execute(async (tx) => {
      await stopWork(tx, importId, 'failed', 'file_gone', needs.clock.now());
      await dropStage(tx, importId);
    });
    return 'done';
  }
};
