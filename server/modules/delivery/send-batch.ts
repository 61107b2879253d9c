import type { Enclosed, RenderedMessage, RenderFailure } from '../channels/index.ts';
import type { Batch, Outgoing, Rendered } from './batch.ts';
import type { Bench } from './bench.ts';
import { handOver } from './hand-over.ts';
import { intend } from './intend.ts';
import type { DueLine } from './line.store.ts';
import { gate } from './model/gate.ts';
import { keyText } from './model/journal.ts';
import { follow } from './outcome.store.ts';
import { giveBackUnused, permit } from './permit.ts';

/**
 * The send path: claim (the lease) → gate → permit → intend → enclose → render → hand over → record. Nothing is handed over without a committed
 * intent, and every line that entered leaves with an outcome, a release, or its intent standing.
 */
export const sendBatch = async (bench: Bench, batch: Batch, due: readonly DueLine[]): Promise<void> => {
  const { going, dropped } = gate(due);
  for (const { line, reason } of dropped) drop(batch, line, null, reason, null);
  const permitted = await permit(bench, batch, going);
  if (permitted.length === 0) return;

  const left = await bench.room.within(permitted.length, async (leave) =>
    handOver(bench, batch, await render(bench, batch, await intend(bench, batch, permitted)), leave),
  );
  await giveBackUnused(bench, batch, permitted, left);
};

/** From what was read with the intent; a message that cannot be made settles it. */
const render = async (bench: Bench, batch: Batch, outgoing: readonly Outgoing[]): Promise<Rendered[]> => {
  const enclosed = await enclose(batch, outgoing);
  const rendered: Rendered[] = [];
  let failure: RenderFailure | null = null;
  for (const { line, account, attemptNo, parcel } of outgoing) {
    const own = enclosed.get(line.no);
    const message = own !== undefined && 'message' in own ? own : account.prepared.render(parcel, own);
    if (isFailure(message)) drop(batch, line, attemptNo, 'render_error', describe(message));
    else rendered.push({ line, account, attemptNo, parcel, message, key: keyOf(batch, line, attemptNo) });
    if (isFailure(message)) failure ??= message;
  }
  const failed = outgoing.length - rendered.length;
  const reason = batch.run.watch.renders(outgoing.length, failed, failure?.field ?? '');
  if (reason) void bench.pauseByItself(batch.run, reason);
  return rendered;
};

type Enclosures = ReadonlyMap<number, Enclosed>;
const NO_ENCLOSURES: Enclosures = new Map();

/** What is each recipient's own, where the run has something of the kind. */
const enclose = async ({ run }: Batch, outgoing: readonly Outgoing[]): Promise<Enclosures> => {
  const made: (readonly [number, Enclosed])[] = [];
  for (const { prepared, id } of run.accounts) {
    const theirs = outgoing.filter(({ account }) => account.id === id).map(({ parcel }) => parcel);
    if (prepared.enclose && theirs.length > 0) made.push(...(await prepared.enclose(theirs)));
  }
  return made.length === 0 ? NO_ENCLOSURES : new Map(made);
};

const keyOf = ({ run }: Batch, { no }: DueLine, attemptNo: number): string =>
  keyText({ runId: run.row.id, no, attemptNo });

const isFailure = (message: RenderedMessage | RenderFailure): message is RenderFailure => !('wire' in message);
const describe = (failure: RenderFailure): string => `${failure.field}: ${failure.message}`;

/** `attemptNo`: of the intent that this settles, if there is one. */
const drop = (batch: Batch, line: DueLine, attemptNo: number | null, reason: string, reply: string | null): void =>
  batch.run.recorder.add({
    key: keyOf(batch, line, attemptNo ?? line.attempts),
    no: line.no,
    attemptNo: attemptNo ?? line.attempts,
    outcome: follow(line, { no: line.no, attemptNo, state: 'dropped', reason, reply, retryInSeconds: null }),
    gone: null,
    strike: null,
  });
