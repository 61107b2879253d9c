import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch, OnHand, Permitted } from './batch.ts';
import type { Bench } from './bench.ts';
import { drop, release } from './drop.ts';
import { enclose } from './enclose.ts';
import { FULL_AGAIN_MS } from './full-disk.ts';
import { handOver } from './hand-over.ts';
import { intend } from './intend.ts';
import type { Room } from './intent-room.ts';
import { diskFull } from './journal-file.ts';
import type { DueLine } from './line.store.ts';
import { gate } from './model/gate.ts';
import { giveBackUnused, permit } from './permit.ts';
import type { Stay } from './stay.ts';

/** A worker that is told to stop does not wait for a full disk longer than this. */
const LOOK_MS = 200;

/**
 * The send path: claim (the lease) → gate → permit → intend → enclose → render → hand over → record. Nothing is handed over without a committed
 * intent, and every line that entered leaves with an outcome, a release, or its intent standing.
 */
export const sendBatch = async (bench: Bench, batch: Batch, due: readonly DueLine[]): Promise<void> => {
  await roomToNote(bench);
  const { going, dropped } = gate(due);
  for (const { line, reason } of dropped) drop(batch, line, null, { reason, reply: null });
  const permitted = await permit(bench, batch, going);
  if (permitted.length === 0) return;

  const failed = (onHand: readonly OnHand[]) => async (error: unknown) => {
    await giveBackUnused(bench, batch, permitted, begunOf(onHand));
    throw error;
  };
  const { onHand, stay } = await makeReady(bench, batch, permitted).catch(failed([]));
  const left = await handOver(bench, batch, onHand, stay).catch(failed(onHand));
  await giveBackUnused(bench, batch, permitted, left);
};

/** Commits the intents of what may leave, and puts to each what is its recipient's own. */
const makeReady = async (
  bench: Bench,
  batch: Batch,
  permitted: readonly Permitted[],
): Promise<{ onHand: readonly OnHand[]; stay: Stay }> => {
  const room = await findRoom(bench, batch, permitted.length);
  const { stay } = room;
  const intended = await intend(bench, batch, permitted, room).catch((error) => {
    stay.leave(permitted.length);
    throw error;
  });
  stay.leave(permitted.length - intended.length);
  const onHand = await enclose(batch, intended).catch((error) => {
    for (const one of intended) release(batch, one, stay);
    throw error;
  });
  return { onHand, stay };
};

/** Whose message was ended or answered before the hand-over failed. */
const begunOf = (onHand: readonly OnHand[]): ReadonlySet<number> =>
  new Set(onHand.filter(({ journaled }) => journaled.begun).map(({ line }) => line.no));

/**
 * While the data folder is known to be full the journal is asked for room first: every intent and every draw would be in vain. Throws
 * when it has none after a while either. Waits here, because a slot that ended would wake those that wait for a chunk.
 */
const roomToNote = async ({ full, journal, stopping }: Bench): Promise<void> => {
  if (full.waitsFor !== 'folder_full' || journal.hasRoom()) return;
  for (let waited = 0; waited < FULL_AGAIN_MS && !stopping(); waited += LOOK_MS) await sleep(LOOK_MS);
  if (!journal.hasRoom()) throw diskFull();
};

/** Room for the intents of a group: that of the group before, whose outcomes go along with them, or what becomes free. */
const findRoom = ({ room }: Bench, { run, recorder }: Batch, lines: number): Room | Promise<Room> => {
  const before = recorder.takePlain();
  const stay = before && room.follow(before, lines, run.row.id);
  if (stay) return { before, stay };
  void before?.untold();
  return room.enter(lines, run.row.id);
};

/** What became of the last group of a chunk goes along with the first of the next, if that waits for its places. Resolves when all of the chunk is told. */
export const tellRest = async ({ room }: Bench, { run, recorder }: Batch): Promise<void> => {
  const last = recorder.takePlain();
  if (last !== null && !room.passOn(last, run.row.id)) void last.untold();
  await recorder.drain();
};
