import type { Batch } from './batch.ts';
import type { Bench } from './bench.ts';
import type { DueLine } from './line.store.ts';

/** Which of these may leave now by the account's pace. The others wait; until when is kept with the batch, for the chunk to know. */
export const permit = async (bench: Bench, batch: Batch, lines: readonly DueLine[]): Promise<DueLine[]> => {
  const { sendingAccountId, row } = batch.run;
  const goes = (line: DueLine, until: number | null) => {
    if (until !== null) batch.waits.set(line.no, until);
    return until === null;
  };
  const free = lines.filter((line) => goes(line, bench.pace.heldUntil(sendingAccountId, line.addressKey)));
  if (free.length === 0) return [];
  const addresses = free.map((line) => line.addressKey);
  const { waits, full } = await bench.pace.draw(sendingAccountId, addresses, row.mode === 'test');
  batch.full = full;
  const permitted = free.filter((line, i) => goes(line, waits[i] ?? null));
  if (permitted.length > 0) Object.assign(batch, { idle: false, served: true });
  else if (!full) batch.idle ??= true;
  return permitted;
};

/** What was let go and did not leave after all makes room for others. */
export const giveBackUnused = async (
  bench: Bench,
  { run }: Batch,
  permitted: readonly DueLine[],
  left: ReadonlySet<number>,
): Promise<void> => {
  const unused = permitted.filter((line) => !left.has(line.no));
  await bench.pace.giveBack(
    run.sendingAccountId,
    unused.map((line) => line.addressKey),
  );
};
