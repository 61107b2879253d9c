import type { Batch, Outgoing } from './batch.ts';
import type { Stay } from './intent-room.ts';
import type { DueLine } from './line.store.ts';
import { keyText } from './model/journal.ts';
import { follow } from './outcome.store.ts';

/** By which the journal knows an attempt. */
export const keyOf = ({ run }: Batch, { no }: DueLine, attemptNo: number): string =>
  keyText({ runId: run.row.id, no, attemptNo });

/** Ends a line that is not handed over. `intent`: the one that this settles, if there is one. */
export const drop = (
  batch: Batch,
  line: DueLine,
  intent: { attemptNo: number; stay: Stay } | null,
  { reason, reply }: { reason: string; reply: string | null },
): void => {
  const attemptNo = intent?.attemptNo ?? null;
  batch.recorder.add({
    key: keyOf(batch, line, attemptNo ?? line.attempts),
    no: line.no,
    attemptNo: attemptNo ?? line.attempts,
    outcome: follow(line, { no: line.no, attemptNo, state: 'dropped', reason, reply, retryInSeconds: null }),
    gone: null,
    strike: null,
    stay: intent?.stay ?? null,
  });
};

/** Takes back the intent of a line of which nothing was handed over: it is tried again. */
export const release = (batch: Batch, { line, attemptNo }: Outgoing, stay: Stay): void =>
  batch.recorder.add({
    key: keyOf(batch, line, attemptNo),
    no: line.no,
    attemptNo,
    outcome: null,
    gone: null,
    strike: null,
    stay,
  });
