import type { Batch } from './batch.ts';
import type { Bench } from './bench.ts';
import { drop } from './drop.ts';
import { enclose } from './enclose.ts';
import { handOver } from './hand-over.ts';
import { intend } from './intend.ts';
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

  const left = await bench.room.within(permitted.length, async (leave) =>
    handOver(bench, batch, await enclose(batch, await intend(bench, batch, permitted)), leave),
  );
  await giveBackUnused(bench, batch, permitted, left);
};
