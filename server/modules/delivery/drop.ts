import type { Batch } from './batch.ts';
import type { DueLine } from './line.store.ts';
import { keyText } from './model/journal.ts';
import { follow } from './outcome.store.ts';

/** By which the journal knows an attempt. */
export const keyOf = ({ run }: Batch, { no }: DueLine, attemptNo: number): string =>
  keyText({ runId: run.row.id, no, attemptNo });

/** Ends a line that is not handed over. `attemptNo`: of the intent that this settles, if there is one. */
export const drop = (
  batch: Batch,
  line: DueLine,
  attemptNo: number | null,
  { reason, reply }: { reason: string; reply: string | null },
): void =>
  batch.run.recorder.add({
    key: keyOf(batch, line, attemptNo ?? line.attempts),
    no: line.no,
    attemptNo: attemptNo ?? line.attempts,
    outcome: follow(line, { no: line.no, attemptNo, state: 'dropped', reason, reply, retryInSeconds: null }),
    gone: null,
    strike: null,
  });
