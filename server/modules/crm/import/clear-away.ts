import { readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import type { Clock } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { importFile } from './read-file.ts';
import { dropStage } from './stage-table.ts';

const DAY = 24 * 3_600_000;

/** The uploaded file is not needed any more. One that cannot be removed now, being read, is left for the hourly job. */
export const removeFile = async (dataFolder: string, importId: string): Promise<void> => {
  await rm(importFile(dataFolder, importId), { force: true }).catch(() => {});
};

/** Nobody works at it, and nobody touched it since. */
const leftAloneSince = (since: Date): RawBuilder<unknown> =>
  sql`state not in ('checking', 'running') and greatest(created_at, started_at, beat_at, finished_at) < ${since}`;

/** An import that nobody took further within a day is over. It is held meanwhile; one that somebody else holds is left for the next time. */
const giveUp = async (tx: Tx, id: string, since: Date, now: Date): Promise<boolean> => {
  const { rows } = await sql<{ state: string }>`select state from import
    where id = ${id} and ${leftAloneSince(since)} for update skip locked`.execute(tx);
  const state = rows[0]?.state;
  if (state === undefined) return false;
  await dropStage(tx, id);
  if (state === 'uploaded' || state === 'checked')
    await sql`update import set state = 'cancelled', failure = 'import_abandoned', finished_at = ${now} where id = ${id}`.execute(
      tx,
    );
  return true;
};

const giveUpOn = async (db: Db, now: Date): Promise<void> => {
  const since = new Date(now.getTime() - DAY);
  const { rows } = await sql<{ id: string }>`select id from import where ${leftAloneSince(since)}
    and (state in ('uploaded', 'checked') or to_regclass('staging.import_' || replace(id::text, '-', '')) is not null)`.execute(
    db,
  );
  for (const { id } of rows) await db.transaction().execute((tx) => giveUp(tx, id, since, now));
};

const UPLOADED = /^([0-9a-f-]{36})\.csv(\.xlsx)?$/;

/** Files that no import will read: of those that are over, and of uploads that broke off a day ago. */
const removeFiles = async (db: Db, dataFolder: string, now: Date): Promise<void> => {
  const folder = dirname(importFile(dataFolder, ''));
  const names = (await readdir(folder).catch(() => [])).filter((name) => UPLOADED.test(name));
  const idOf = (name: string) => UPLOADED.exec(name)?.[1] ?? '';
  const { rows } = await sql<{ id: string; open: boolean }>`
    select id, state in ('uploaded', 'checking', 'checked', 'running') as open from import where id = any(${names.map(idOf)}::uuid[])`.execute(
    db,
  );
  const open = new Map(rows.map((row) => [row.id, row.open]));
  for (const name of names) {
    const file = join(folder, name);
    const needed =
      open.get(idOf(name)) ??
      (await stat(file)
        .then(({ mtimeMs }) => mtimeMs > now.getTime() - DAY)
        .catch(() => false));
    if (!needed) await rm(file, { force: true }).catch(() => {});
  }
};

/** Clears away what is left of imports: those that nobody took further for a day are given up, and their staging tables and files removed. */
export const clearAway = async ({
  db,
  clock,
  config,
}: {
  db: Db;
  clock: Clock;
  config: { dataFolder: string };
}): Promise<void> => {
  await giveUpOn(db, clock.now());
  await removeFiles(db, config.dataFolder, clock.now());
};
