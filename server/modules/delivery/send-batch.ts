import type { Parcel, RenderedMessage, RenderFailure } from '../channels/index.ts';
import type { Batch, Outgoing, Permitted } from './batch.ts';
import type { Bench } from './bench.ts';
import { handOver } from './hand-over.ts';
import { intend } from './intend.ts';
import type { DueLine } from './line.store.ts';
import type { LiveRun } from './live-run.ts';
import { gate } from './model/gate.ts';
import { messageIdOf } from './model/message-id.ts';
import { giveBackUnused, permit } from './permit.ts';

/**
 * The send path: claim (the lease) → gate → permit → gather → render → intend → hand over → record. Nothing is handed over without a
 * committed intent, and every line that entered leaves with an outcome, a release, or its intent standing.
 */
export const sendBatch = async (bench: Bench, batch: Batch, due: readonly DueLine[]): Promise<void> => {
  const { going, dropped } = gate(due);
  for (const { line, reason } of dropped) drop(batch, line, reason, null);
  const permitted = await permit(bench, batch, going);
  if (permitted.length === 0) return;

  const parcels = await gather(
    bench,
    batch.run,
    permitted.map(({ line }) => line),
  );
  const outgoing = render(bench, batch, permitted, parcels);
  const left = await bench.room.within(outgoing.length, async () =>
    handOver(bench, batch, await intend(bench, batch, outgoing)),
  );
  await giveBackUnused(bench, batch, permitted, left);
};

/** What the message needs to know of each: merge values and sender, read now; the address is the frozen one. */
const gather = async (bench: Bench, run: LiveRun, lines: readonly DueLine[]): Promise<Parcel[]> => {
  const [values, senders] = await Promise.all([run.gather(lines), bench.sendersOf(bench.db, run.row.terms, lines)]);
  return lines.map((line, i) => ({
    no: line.no,
    address: line.address,
    language: line.language,
    messageId: messageIdOf({ runId: line.chainRun, no: line.chainNo }, bench.signMessageId, run.messageDomain),
    token: bench.tokenOf(run.row.id, line.no),
    values: values[i] ?? [],
    tracked: line.tracked,
    sender: senders[i] ?? null,
  }));
};

const render = (
  bench: Bench,
  batch: Batch,
  permitted: readonly Permitted[],
  parcels: readonly Parcel[],
): Outgoing[] => {
  const rendered = permitted.map((one, i) => ({
    ...one,
    parcel: parcels[i]!,
    message: one.account.prepared.render(parcels[i]!),
  }));
  const failures = rendered.filter((one) => isFailure(one.message));
  for (const { line, message } of failures) drop(batch, line, 'render_error', describe(message as RenderFailure));
  const reason = batch.run.watch.renders(
    rendered.length,
    failures.length,
    (failures[0]?.message as RenderFailure | undefined)?.field ?? '',
  );
  if (reason) void bench.pauseByItself(batch.run, reason);
  return rendered
    .filter((one) => !isFailure(one.message))
    .map((one) => ({ ...one, message: one.message as RenderedMessage, attemptNo: one.line.attempts + 1 }));
};

const isFailure = (message: RenderedMessage | RenderFailure): message is RenderFailure => !('wire' in message);
const describe = (failure: RenderFailure): string => `${failure.field}: ${failure.message}`;

const drop = ({ run }: Batch, line: DueLine, reason: string, reply: string | null): void =>
  run.recorder.add({
    no: line.no,
    attemptNo: line.attempts,
    outcome: { no: line.no, attemptNo: null, state: 'dropped', reason, reply, retryInSeconds: null },
    gone: null,
    strike: null,
  });
