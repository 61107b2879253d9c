import type { AccountTrouble, Outcome, RenderedMessage, RenderFailure } from '../channels/index.ts';
import type { Batch, OnHand } from './batch.ts';
import type { Bench } from './bench.ts';
import { drop } from './drop.ts';
import type { Journal, Journaled } from './journal.ts';
import type { DueLine } from './line.store.ts';
import type { LiveAccount } from './live-run.ts';
import { consequencesOf } from './model/consequences.ts';
import { secondsUntilRetry } from './model/retry.ts';
import { follow, type NewOutcome, type NextOutcome } from './outcome.store.ts';
import type { Settled } from './outcome-recorder.ts';
import type { Stay } from './stay.ts';

/** Lets each account carry its messages, side by side. Answers the lines that were handed over, or tried. `stay`: where their intents stand. */
export const handOver = async (
  bench: Bench,
  batch: Batch,
  intended: readonly OnHand[],
  stay: Stay,
): Promise<ReadonlySet<number>> => {
  const left = new Set<number>();
  const parts = batch.run.accounts.map((account) => {
    const theirs = intended.filter((one) => one.account === account);
    return theirs.length === 0 ? null : handOverBy(bench, batch, account, theirs, { left, stay });
  });
  // One that failed leaves the others to their end.
  for (const part of await Promise.allSettled(parts)) if (part.status === 'rejected') throw part.reason;
  return left;
};

/** The journal stands before each dot, and each answer is journaled before it is counted. */
const handOverBy = async (
  bench: Bench,
  batch: Batch,
  account: LiveAccount,
  intended: readonly OnHand[],
  { left, stay }: { left: Set<number>; stay: Stay },
): Promise<void> => {
  const { run, held, waits } = batch;
  const heldUntil = ({ line }: OnHand) => bench.pace.heldUntil(account.id, line.addressKey);
  const waiting = new Map(intended.map((one) => [one.line.no, one]));

  const settle = (no: number, outcome: Outcome) => {
    const one = waiting.get(no);
    if (one === undefined || bench.journal.closed) return;
    waiting.delete(no);
    bench.journal.reply(one.journaled, outcome);
    if (outcome.state === 'deferred') bench.pace.backOff(account.id, one.line.addressKey, outcome);
    if (outcome.state !== 'untouched') left.add(no);
    else if (heldUntil(one) !== null) waits.set(no, heldUntil(one)!);
    note(bench, batch, settledOf(one, outcome, stay), outcome);
  };

  const render = (one: OnHand): RenderedMessage | null => {
    const made = madeOf(bench, one);
    tellRendered(bench, run, made);
    if ('wire' in made) return made;
    waiting.delete(one.line.no);
    drop(
      batch,
      one.line,
      { attemptNo: one.attemptNo, stay },
      { reason: 'render_error', reply: [made.field, made.message].filter(Boolean).join(': ') },
    );
    return null;
  };

  const dots = new Dots(bench.journal);
  const goesOn = () => !run.held && !bench.stopping() && !batch.givesWay && held.holds() && dots.unwritten === null;
  let trouble: AccountTrouble | null = null;
  try {
    const ready = intended.map((one) => ({ parcel: one.parcel, make: () => render(one) }));
    trouble = await account.prepared.carry(ready, {
      wanted: (no) => goesOn() && waiting.has(no) && heldUntil(waiting.get(no)!) === null,
      aboutToHandOver: (nos) => {
        if (run.held || bench.journal.closed || !held.holds()) return NOBODY;
        return dots.write(nos, waiting);
      },
      settle,
    });
  } finally {
    // Also when the channel failed: an intent of a living worker is nobody else's to settle.
    for (const no of [...waiting.keys()]) settle(no, notSettled(dots.written.has(no), trouble));
  }
  if (trouble) await bench.reportTrouble(run, account, trouble);
  if (dots.unwritten !== null) throw dots.unwritten;
};

const NOBODY: ReadonlySet<number> = new Set();

/** The dots of one batch. Once one cannot be journaled (the disk is full) none is written any more. */
class Dots {
  readonly written = new Set<number>();
  unwritten: unknown = null;
  readonly #journal: Journal;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  /** Answers whose dot may be written now: all that wait of these, or nobody's. */
  write(nos: readonly number[], waiting: ReadonlyMap<number, OnHand>): ReadonlySet<number> {
    const going = new Set<number>();
    const attempts: Journaled[] = [];
    for (const no of nos) {
      const one = waiting.get(no);
      if (one === undefined) continue;
      going.add(no);
      attempts.push(one.journaled);
    }
    try {
      this.#journal.dots(attempts);
    } catch (error) {
      this.unwritten = error;
      return NOBODY;
    }
    for (const no of going) this.written.add(no);
    return going;
  }
}

/** Also what nobody foresaw is told of the one whom it concerns: thrown into a connection, it would end the process, again and again. */
const madeOf = (bench: Bench, { account, parcel, enclosed }: OnHand): RenderedMessage | RenderFailure => {
  if (enclosed !== undefined && 'message' in enclosed) return enclosed;
  try {
    return account.prepared.render(parcel, enclosed);
  } catch (error) {
    bench.logger.error({ err: error, no: parcel.no }, 'a message could not be made');
    return { no: parcel.no, field: '', message: (error as Error).message };
  }
};

const tellRendered = (bench: Bench, run: Batch['run'], made: RenderedMessage | RenderFailure): void => {
  const reason = 'wire' in made ? run.watch.renders(1, 0, '') : run.watch.renders(1, 1, made.field);
  if (reason) void bench.pauseByItself(run, reason);
};

/** What a settled line tells the ledger and the watch. */
const note = (bench: Bench, { run, recorder }: Batch, settled: Settled, outcome: Outcome): void => {
  recorder.add(settled);
  const reason = run.watch.outcome(outcome);
  if (reason) void bench.pauseByItself(run, reason);
};

/** What the channel left without a word. */
const notSettled = (begun: boolean, trouble: AccountTrouble | null): Outcome =>
  begun
    ? { state: 'unknown', reason: 'connection_lost', reply: '' }
    : { state: 'untouched', reason: trouble?.reason ?? 'not_handed_over' };

const settledOf = ({ line, attemptNo, journaled }: OnHand, outcome: Outcome, stay: Stay): Settled => ({
  journaled,
  no: line.no,
  attemptNo,
  outcome: rowOf(line, attemptNo, outcome),
  ...consequencesOf(line.addressKey, outcome),
  stay,
});

const rowOf = (line: DueLine, attemptNo: number, outcome: Outcome): NextOutcome | null => {
  const row = outcomeRow(line.no, attemptNo, outcome, line.tries + 1);
  return row && follow(line, row);
};

/** The ledger's row for what a channel answered; null for what never was handed over. */
export const outcomeRow = (no: number, attemptNo: number, outcome: Outcome, tries = attemptNo): NewOutcome | null => {
  if (outcome.state === 'untouched') return null;
  return {
    no,
    attemptNo,
    state: outcome.state,
    reason: outcome.state === 'sent' ? null : outcome.reason,
    reply: outcome.reply,
    retryInSeconds:
      outcome.state === 'deferred' ? secondsUntilRetry(tries, outcome.reason, outcome.asksToWait !== undefined) : null,
  };
};
