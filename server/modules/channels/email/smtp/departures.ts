import type { AccountTrouble, HandOver, Outcome } from '../../channel.ts';
import { carryOver } from './carry-over.ts';
import type { ConnectionPool } from './connection-pool.ts';
import { NotOpened, type Session } from './open-session.ts';
import type { Ending, Job, Jobs } from './transaction.ts';

export interface Pace {
  /** Waits until one more message may go; false when the line is no longer wanted. */
  wait(wanted: () => boolean): Promise<boolean>;
}

/** Messages that were given together; done when each is settled. */
class Batch {
  readonly handOver: HandOver;
  readonly pace: Pace | null;
  readonly done: Promise<AccountTrouble | null>;
  #open: number;
  #trouble: AccountTrouble | null = null;
  #resolve: (trouble: AccountTrouble | null) => void = () => undefined;

  constructor(size: number, handOver: HandOver, pace: Pace | null) {
    this.#open = size;
    this.handOver = handOver;
    this.pace = pace;
    this.done = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    if (size === 0) this.#resolve(null);
  }

  isWanted({ no }: Job): boolean {
    return this.handOver.wanted?.(no) !== false;
  }

  troubled(trouble: AccountTrouble): void {
    this.#trouble ??= trouble;
  }

  settle({ no }: Job, outcome: Outcome): void {
    this.handOver.settle(no, outcome);
    this.#open -= 1;
    if (this.#open === 0) this.#resolve(this.#trouble);
  }
}

interface Waiting extends Job {
  batch: Batch;
}
const batchOf = (job: Job): Batch => (job as Waiting).batch;

/**
 * What waits before one account's server, from all batches of all runs in one row, so that a connection goes from one batch to the next
 * without a pause. As many connections work as the pool allows while anything waits.
 */
export class Departures {
  readonly #pool: ConnectionPool;
  #waiting: Waiting[] = [];
  #taken = 0;
  /** Connections being opened or in use. */
  #lanes = 0;
  /** Those that stand. */
  #standing = 0;
  readonly #jobs: Jobs;

  constructor(pool: ConnectionPool) {
    this.#pool = pool;
    this.#jobs = {
      next: () => this.#next(false),
      putBack: (job) => this.#putBack(job as Waiting),
      aboutToHandOver: (job) => batchOf(job).handOver.aboutToHandOver(job.no),
      settle: (job, outcome) => batchOf(job).settle(job, outcome),
    };
  }

  /** Every line is settled when this resolves, with the trouble of the account if there was one. */
  handOver(jobs: readonly Job[], handOver: HandOver, pace: Pace | null): Promise<AccountTrouble | null> {
    const batch = new Batch(jobs.length, handOver, pace);
    for (const job of jobs) this.#waiting.push({ ...job, batch });
    this.#staff();
    return batch.done;
  }

  get #left(): number {
    return this.#waiting.length - this.#taken;
  }

  #staff(): void {
    while (this.#lanes < this.#pool.limit && this.#lanes < this.#left + this.#standing) {
      this.#lanes += 1;
      void this.#lane();
    }
  }

  #putBack(job: Waiting): void {
    this.#waiting.push(job);
    this.#staff();
  }

  /** Who is no longer wanted leaves the row untouched. `paced`: also those that must be waited for. */
  #next(paced: boolean): Waiting | undefined {
    while (this.#left > 0) {
      const job = this.#waiting[this.#taken]!;
      if (!paced && job.batch.pace !== null) return undefined;
      this.#taken += 1;
      if (this.#taken > 1_000) {
        this.#waiting = this.#waiting.slice(this.#taken);
        this.#taken = 0;
      }
      if (job.batch.isWanted(job)) return job;
      job.batch.settle(job, { state: 'untouched', reason: 'withdrawn' });
    }
    return undefined;
  }

  async #lane(): Promise<void> {
    try {
      while (this.#left > 0) {
        const session = await this.#open();
        if (session === null || !(await this.#over(session))) return;
      }
    } finally {
      this.#lanes -= 1;
      if (this.#left > 0 && this.#lanes === 0) this.#staff();
    }
  }

  /** Carries over one session while anything waits; answers whether the lane should go on with another. */
  async #over(session: Session): Promise<boolean> {
    this.#standing += 1;
    try {
      let ending: Ending = { reusable: true, trouble: null };
      while (this.#left > 0 && ending.reusable) {
        ending =
          this.#waiting[this.#taken]!.batch.pace === null
            ? await carryOver(session, this.#jobs)
            : await this.#paced(session);
      }
      if (ending.reusable) this.#pool.keep(session);
      if (ending.trouble) this.#giveUp(ending.trouble, { state: 'untouched', reason: ending.trouble.reason });
      return ending.trouble === null;
    } finally {
      this.#standing -= 1;
    }
  }

  /** With a pace, each message is waited for and goes alone. */
  async #paced(session: Session): Promise<Ending> {
    const job = this.#next(true);
    if (!job) return { reusable: true, trouble: null };
    if (job.batch.pace !== null && !(await job.batch.pace.wait(() => job.batch.isWanted(job)))) {
      job.batch.settle(job, { state: 'untouched', reason: 'withdrawn' });
      return { reusable: true, trouble: null };
    }
    const turn: Job[] = [job];
    return carryOver(session, { ...this.#jobs, next: () => turn.pop() });
  }

  async #open(): Promise<Session | null> {
    try {
      return await this.#pool.session();
    } catch (error) {
      if (!(error instanceof NotOpened)) throw error;
      if ('trouble' in error.why)
        this.#giveUp(error.why.trouble, { state: 'untouched', reason: error.why.trouble.reason });
      // While others get through, a refused connection is only one too many.
      else if (this.#standing === 0) this.#giveUp(null, error.why.outcome);
      return null;
    }
  }

  /** Nothing that waits can go. */
  #giveUp(trouble: AccountTrouble | null, outcome: Outcome): void {
    const left = this.#waiting.slice(this.#taken);
    this.#waiting = [];
    this.#taken = 0;
    for (const job of left) {
      if (trouble) job.batch.troubled(trouble);
      job.batch.settle(job, outcome);
    }
  }
}
