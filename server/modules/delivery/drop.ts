import type { Batch, Outgoing } from './batch.ts';
import type { DueLine } from './line.store.ts';
import { follow, type NextOutcome } from './outcome.store.ts';
import type { Stay } from './stay.ts';

/** Ends a line that is not handed over. `intent`: the one that this settles, if there is one. */
export const drop = (
  batch: Batch,
  line: DueLine,
  intent: { attemptNo: number; stay: Stay } | null,
  { reason, reply }: { reason: string; reply: string | null },
): void => {
  const attemptNo = intent?.attemptNo ?? null;
  const outcome = follow(line, { no: line.no, attemptNo, state: 'dropped', reason, reply, retryInSeconds: null });
  settle(batch, line, attemptNo ?? line.attempts, outcome, intent?.stay ?? null);
};

/** Takes back the intent of a line of which nothing was handed over: it is tried again. */
export const release = (batch: Batch, { line, attemptNo }: Outgoing, stay: Stay): void =>
  settle(batch, line, attemptNo, null, stay);

const settle = (batch: Batch, line: DueLine, attemptNo: number, outcome: NextOutcome | null, stay: Stay | null): void =>
  batch.recorder.add({
    journaled: null,
    no: line.no,
    attemptNo,
    outcome,
    gone: null,
    strike: null,
    stay,
  });
