import type { Batch } from './batch.ts';
import type { Bench } from './bench.ts';
import { drop, release } from './drop.ts';
import { enclose } from './enclose.ts';
import { handOver } from './hand-over.ts';
import { intend } from './intend.ts';
import type { Room } from './intent-room.ts';
import type { DueLine } from './line.store.ts';
import { gate } from './model/gate.ts';
import { giveBackUnused, permit } from './permit.ts';

/**
 * The send path: claim (the lease) → gate → permit → intend → enclose → render → hand over → record. Nothing is handed over without a committed
 * intent, and every line that entered leaves with an outcome, a release, or its intent standing.
 */
export const sendBatch = async (bench: Bench, batch: Batch, due: readonly DueLine[]): Promise<void> => {
  const { going, dropped } = gate(due);
  for (const { line, reason } of dropped) drop(batch, line, null, { reason, reply: null });
  const permitted = await permit(bench, batch, going);
  if (permitted.length === 0) return;

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
  const left = await handOver(bench, batch, onHand, stay);
  await giveBackUnused(bench, batch, permitted, left);
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
