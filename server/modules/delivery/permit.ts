import type { Batch, Permitted } from './batch.ts';
import type { Bench } from './bench.ts';
import type { DueLine } from './line.store.ts';
import type { LiveAccount, LiveRun } from './live-run.ts';
import { accountsFor } from './model/share.ts';

/** A line whose accounts are paused is looked at again after this. */
const PAUSED_MS = 60_000;

/**
 * Which of these may leave now, and by which account: by the sharing rule, the accounts' pace, and whoever asked us to wait. The others
 * wait; until when is kept with the batch, for the chunk to know.
 */
export const permit = async (bench: Bench, batch: Batch, lines: readonly DueLine[]): Promise<Permitted[]> => {
  const { run, waits } = batch;
  const sharers = run.accounts.map(({ id, weight }) => ({ id, weight, usable: bench.pace.troubleOf(id) === null }));
  if (!sharers.some(({ usable }) => usable)) {
    await reportAll(bench, run);
    return [];
  }
  const choices = new Map(lines.map((line) => [line.no, accountsFor(line, sharers, run.sharing)]));
  const permitted: Permitted[] = [];
  const full: boolean[] = [];
  let open = [...lines];
  for (const account of run.accounts.filter(({ id }) => bench.pace.troubleOf(id) === null)) {
    const asked = open.filter(({ no }) => choices.get(no)?.includes(account.id));
    const goes = new Set(
      await permitBy(bench, batch, account, asked, full).catch(async (error) => {
        await giveBackUnused(bench, batch, permitted, new Set());
        throw error;
      }),
    );
    for (const line of goes) {
      waits.delete(line.no);
      permitted.push({ line, account });
    }
    open = open.filter((line) => !goes.has(line));
  }
  for (const { no } of open) if (choices.get(no)?.length === 0) waits.set(no, bench.pace.databaseTime() + PAUSED_MS);
  batch.full = full.length > 0 && full.every(Boolean);
  if (permitted.length > 0) Object.assign(batch, { idle: false, served: true });
  else if (!batch.full) batch.idle ??= true;
  return permitted;
};

const reportAll = async (bench: Bench, run: LiveRun): Promise<void> => {
  const [account] = run.accounts;
  await bench.reportTrouble(run, account, bench.pace.troubleOf(account.id) ?? { reason: 'by_hand', reply: '' });
};

/** Those that one account lets go; `full` is told whether anything more may leave it now. */
const permitBy = async (
  bench: Bench,
  { run, waits }: Batch,
  { id }: LiveAccount,
  lines: readonly DueLine[],
  full: boolean[],
): Promise<DueLine[]> => {
  const goes = (line: DueLine, until: number | null) => {
    if (until !== null) waits.set(line.no, Math.min(until, waits.get(line.no) ?? until));
    return until === null;
  };
  const free = lines.filter((line) => goes(line, bench.pace.heldUntil(id, line.addressKey)));
  if (free.length === 0) return [];
  const addresses = free.map((line) => line.addressKey);
  const drawn = await bench.pace.draw(id, addresses, { run: run.row.id, freely: run.row.mode === 'test' });
  full.push(drawn.full);
  return free.filter((line, i) => goes(line, drawn.waits[i] ?? null));
};

/** What was let go and did not leave after all makes room for others. Never throws: it is not what the caller failed for. */
export const giveBackUnused = async (
  bench: Bench,
  { run }: Batch,
  permitted: readonly Permitted[],
  left: ReadonlySet<number>,
): Promise<void> => {
  for (const account of run.accounts) {
    const unused = permitted.filter((one) => one.account === account && !left.has(one.line.no));
    const addresses = unused.map(({ line }) => line.addressKey);
    await bench.pace.giveBack(account.id, addresses, run.row.id).catch((error: unknown) => {
      const lines = addresses.length;
      bench.logger.warn({ err: error, account: account.id, lines }, 'what was drawn in vain could not be given back');
    });
  }
};
