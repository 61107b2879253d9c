import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/open-database.ts';
import type { ImportHooks } from '../import-hooks.ts';
import { applyBatch, partiesInBatch } from './apply-batch.ts';
import { type Batch, decideBatch } from './decide-batch.ts';
import {
  finishWork,
  forgetReading,
  goOnWith,
  lockImport,
  recordBatch,
  type StoredImport,
  stopWork,
} from './import.store.ts';
import { Overtaken } from './overtaken.ts';
import { type StageNeeds, stageFile } from './stage-file.ts';
import { dropStage, stagedRows } from './stage-table.ts';

export interface WorkNeeds extends StageNeeds {
  importHooks: ImportHooks;
}

const BATCH_ROWS = 20_000;
/** One batch at a time in the whole house: two imports never make the same person twice. */
const IMPORTING = 7_268_437;

const AT_WORK = ['checking', 'running'];

const namesCompany = ({ entity, mapping }: StoredImport) =>
  entity === 'contact' && mapping.some((field) => field?.startsWith('company.'));

const batchAt = (found: StoredImport, rows: number): Batch => ({
  importId: found.id,
  entity: found.entity,
  options: found.options,
  namesCompany: namesCompany(found),
  from: found.done,
  to: Math.min(found.done + BATCH_ROWS, rows),
});

const joinAudience = async (tx: Tx, hooks: ImportHooks, found: StoredImport, batch: Batch) => {
  const { audience } = found.options;
  const { entity } = found;
  if (audience === null || entity === 'asset') return;
  const parties = (await partiesInBatch(tx, batch)).map(({ id }) => ({ kind: entity, id }));
  if (parties.length > 0)
    await hooks.joinAudience(tx, { actionId: audience.actionId, pickedBy: found.createdBy, parties });
};

const recordConsent = async (
  tx: Tx,
  hooks: ImportHooks,
  { id, entity, options, createdBy }: StoredImport,
  batch: Batch,
) => {
  if (options.consent === null || entity === 'asset') return;
  const parties = (await partiesInBatch(tx, batch)).filter(({ addressKey }) => addressKey !== '');
  if (parties.length === 0) return;
  await hooks.recordConsent(tx, {
    ...options.consent,
    importId: id,
    recordedBy: createdBy,
    parties: parties.map((party) => ({ kind: entity, ...party })),
  });
};

/** One batch in one transaction: what it does, its report, its sums and the new position. Answers where the import stands. */
const workBatch = async (
  { db, clock, importHooks }: WorkNeeds,
  found: StoredImport,
  rows: number,
): Promise<StoredImport> => {
  const batch = batchAt(found, rows);
  await db.transaction().execute(async (tx) => {
    await goOnWith(tx, found);
    if (found.state === 'running') await sql`select pg_advisory_xact_lock(${sql.lit(IMPORTING)})`.execute(tx);
    await decideBatch(tx, batch);
    if (found.state === 'running') {
      await applyBatch(tx, batch, clock.now());
      await recordConsent(tx, importHooks, found, batch);
      await joinAudience(tx, importHooks, found, batch);
    }
    await recordBatch(tx, found, clock.now());
  });
  return { ...found, done: batch.to };
};

const finish = ({ db, clock }: WorkNeeds, found: StoredImport) =>
  db.transaction().execute(async (tx) => {
    await goOnWith(tx, found);
    await finishWork(tx, found.id, found.state === 'running' ? 'finished' : 'checked', clock.now());
    if (found.state === 'running') await dropStage(tx, found.id);
  });

const workThrough = async (needs: WorkNeeds, start: StoredImport, goOn: () => boolean): Promise<'done' | 'paused'> => {
  let found = start.readAll ? start : await stageFile(needs, start, goOn);
  if (found === null) return 'paused';
  while (found.done < found.readRows) {
    found = await workBatch(needs, found, found.readRows);
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
    await needs.db.transaction().execute((tx) => stopWork(tx, importId, 'failed', 'file_gone', needs.clock.now()));
    return 'done';
  }
};
