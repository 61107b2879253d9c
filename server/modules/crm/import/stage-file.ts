import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import type { Ids } from '../../../platform/ids.ts';
import { goOnWith, type StoredImport } from './import.store.ts';
import type { ImportKinds } from './import-kind.ts';
import { Overtaken } from './overtaken.ts';
import { type PieceBytes, pieceBytes } from './piece-bytes.ts';
import { piecesFrom } from './row-reading.ts';
import { completeStage, makeStage, stageColumns, stageName } from './stage-table.ts';

export interface StageNeeds {
  db: Db;
  pool: pg.Pool;
  ids: Ids;
  clock: Clock;
  importKinds: ImportKinds;
  config: { dataFolder: string };
}

/** Rows that are written at once; with them the position moves. */
const PIECE_ROWS = 5_000;

/** One COPY and the new position, in one transaction. */
const copyPiece = async (
  { pool, clock, importKinds }: StageNeeds,
  found: StoredImport,
  piece: PieceBytes,
): Promise<void> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const { rowCount } = await client.query(
      'update import set read_rows = read_rows + $1, beat_at = $2 where id = $3 and read_rows = $4 and state = $5',
      [piece.rows, clock.now(), found.id, found.readRows, found.state],
    );
    if (rowCount !== 1) throw new Overtaken();
    const columns = stageColumns(importKinds[found.entity]).map((name) => `"${name}"`);
    await pipeline(
      [piece.bytes()],
      client.query(copyFrom(`copy staging.${stageName(found.id)} (${columns.join(', ')}) from stdin`)),
    );
    await client.query('commit');
  } catch (error) {
    broken = error as Error;
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release(broken instanceof Overtaken ? undefined : broken);
  }
};

const begin = (needs: StageNeeds, found: StoredImport) =>
  needs.db.transaction().execute(async (tx) => {
    await goOnWith(tx, found);
    await makeStage(tx, found.id, needs.importKinds[found.entity]);
  });

const complete = async ({ db, clock }: StageNeeds, found: StoredImport): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    await goOnWith(tx, found);
    await completeStage(tx, found.id);
    await sql`update import set read_all = true, rows = read_rows, beat_at = ${clock.now()} where id = ${found.id}`.execute(
      tx,
    );
  });
};

/**
 * Reads the file into its staging table, from where it stands to the end: each row read, normalised or refused. While a piece is being written the next is
 * read. `goOn` is asked after each piece; null means that somebody must call again.
 */
export const stageFile = async (
  needs: StageNeeds,
  start: StoredImport,
  goOn: () => boolean,
): Promise<StoredImport | null> => {
  if (start.readRows === 0) await begin(needs, start);
  let found = start;
  let [piece, other] = [pieceBytes(), pieceBytes()];
  let writing: Promise<void> = Promise.resolve();
  const flush = async () => {
    await writing;
    const at = found;
    found = { ...found, readRows: found.readRows + piece.rows };
    [piece, other] = [other, piece];
    piece.clear();
    writing = copyPiece(needs, at, other);
    // A failure is told by the next flush.
    writing.catch(() => {});
  };
  for await (const read of piecesFrom(needs, start)) {
    piece.add(read);
    if (piece.rows < PIECE_ROWS) continue;
    await flush();
    if (!goOn()) return writing.then(() => null);
  }
  if (piece.rows > 0) await flush();
  await writing;
  await complete(needs, found);
  return { ...found, readAll: true };
};
