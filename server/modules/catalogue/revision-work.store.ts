import { sql } from 'kysely';
import type { RevisionWork } from '../../../contract/catalogue-revisions.ts';
import { json } from '../../platform/database/json.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { FieldProblem } from '../../platform/errors.ts';

export interface StoredWork {
  revisionId: string;
  kind: RevisionWork['kind'];
  day: string;
  expected: number | null;
  afterId: string | null;
  begunBy: string | null;
}

/** Somebody stopped the work, or another process has gone on with it: whoever finds out lets go. */
export class LetGo extends Error {}

interface Begun extends Omit<StoredWork, 'expected' | 'afterId'> {
  total: number;
  expected?: number;
}

export const beginWork = async (tx: Tx, { expected, ...work }: Begun, now: Date): Promise<void> => {
  await tx
    .insertInto('priceRevisionWork')
    .values({ ...work, expected: expected ?? null, startedAt: now, beatAt: now } as never)
    .execute();
  await sql`update price_revision set failure = null where id = ${work.revisionId}`.execute(tx);
};

const COLUMNS = sql`revision_id, kind, day, expected, after_id, begun_by`;

export const findWork = async (db: Db, revisionId: string): Promise<StoredWork | null> => {
  const { rows } = await sql<StoredWork>`
    select ${COLUMNS} from price_revision_work where revision_id = ${revisionId}`.execute(db);
  return rows[0] ?? null;
};

/** Holds the work if it stands where it was left; throws LetGo otherwise. */
export const lockWork = async (tx: Tx, known: StoredWork): Promise<void> => {
  const { rows } = await sql`select from price_revision_work
    where revision_id = ${known.revisionId} and kind = ${known.kind} and after_id is not distinct from ${known.afterId}::uuid for update`.execute(
    tx,
  );
  if (rows.length === 0) throw new LetGo();
};

/** Adds to what is done, for everybody to see. Throws LetGo once the work was stopped. */
export const tellProgress = async (
  db: Db | Tx,
  { revisionId, kind }: StoredWork,
  { count, afterId = null }: { count: number; afterId?: string | null },
  now: Date,
): Promise<void> => {
  const { numAffectedRows } = await sql`update price_revision_work
    set done = done + ${count}, after_id = ${afterId}::uuid, beat_at = ${now} where revision_id = ${revisionId} and kind = ${kind}`.execute(
    db,
  );
  if (numAffectedRows === 0n) throw new LetGo();
};

/** A piece that is done in one transaction begins anew after its process died. */
export const beginAnew = async (db: Db, { revisionId }: StoredWork, now: Date): Promise<void> => {
  await sql`update price_revision_work set done = 0, beat_at = ${now} where revision_id = ${revisionId}`.execute(db);
};

/** Throws LetGo when somebody stopped it just now: nothing of it stays then. */
export const endWork = async (tx: Tx, { revisionId, kind }: StoredWork): Promise<void> => {
  const { numAffectedRows } = await sql`
    delete from price_revision_work where revision_id = ${revisionId} and kind = ${kind}`.execute(tx);
  if (numAffectedRows === 0n) throw new LetGo();
};

export const stopWork = async (db: Db | Tx, revisionId: string): Promise<void> => {
  await sql`delete from price_revision_work where revision_id = ${revisionId}`.execute(db);
};

/** Ends it without effect, and says why. */
export const giveUpWork = async (db: Db, { revisionId }: StoredWork, { code, params }: FieldProblem): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    await stopWork(tx, revisionId);
    await sql`update price_revision set failure = ${json({ code, params })} where id = ${revisionId}`.execute(tx);
  });
};

/** Work that nobody has gone on with since then. */
export const silentWork = async (db: Db, since: Date): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select revision_id as id from price_revision_work where beat_at < ${since}`.execute(db);
  return rows.map(({ id }) => id);
};
