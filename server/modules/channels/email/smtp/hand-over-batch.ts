import type { AccountTrouble, HandOver, Outcome } from '../../channel.ts';
import { carryOver, type Ending, type Job, type Jobs } from './carry-over.ts';
import type { ConnectionPool } from './connection-pool.ts';
import { NotOpened, type Session } from './open-session.ts';

export interface Pace {
  /** Waits until one more message may go; false when the line is no longer wanted. */
  wait(wanted: () => boolean): Promise<boolean>;
}

/** One batch on its way over several connections at once. */
class BatchOnItsWay {
  readonly #pool: ConnectionPool;
  readonly #handOver: HandOver;
  readonly #waiting: Job[];
  readonly #pace: Pace | null;
  #trouble: AccountTrouble | null = null;
  /** Connections of this batch that stand. */
  #standing = 0;
  /** The server let nobody in: why, for those who still wait. */
  #shut: Outcome | null = null;

  constructor(pool: ConnectionPool, jobs: readonly Job[], handOver: HandOver, pace: Pace | null) {
    this.#pool = pool;
    this.#handOver = handOver;
    this.#waiting = [...jobs].reverse();
    this.#pace = pace;
  }

  async run(): Promise<AccountTrouble | null> {
    const lanes = Math.min(this.#pool.limit, this.#waiting.length);
    await Promise.all(Array.from({ length: lanes }, () => this.#lane()));
    const left = this.#shut ?? { state: 'untouched', reason: this.#trouble?.reason ?? 'withdrawn' };
    for (const { no } of this.#waiting) this.#handOver.settle(no, left);
    return this.#trouble;
  }

  #isWanted(no: number): boolean {
    return this.#handOver.wanted?.(no) !== false;
  }

  #withdraw({ no }: Job): void {
    this.#handOver.settle(no, { state: 'untouched', reason: 'withdrawn' });
  }

  #next(): Job | undefined {
    while (this.#trouble === null) {
      const job = this.#waiting.pop();
      if (!job || this.#isWanted(job.no)) return job;
      this.#withdraw(job);
    }
    return undefined;
  }

  #jobs(next: () => Job | undefined): Jobs {
    return {
      next,
      putBack: (job) => this.#waiting.push(job),
      aboutToHandOver: (no) => this.#handOver.aboutToHandOver(no),
      settle: (no, outcome) => this.#handOver.settle(no, outcome),
    };
  }

  async #lane(): Promise<void> {
    await this.#pool.enter();
    try {
      let goOn = true;
      while (goOn && this.#waiting.length > 0 && this.#trouble === null && this.#shut === null) {
        const session = await this.#open();
        goOn = session !== null && (await this.#over(session));
      }
    } finally {
      this.#pool.leave();
    }
  }

  /** Carries over one session; answers whether the lane should go on. */
  async #over(session: Session): Promise<boolean> {
    this.#standing += 1;
    try {
      const ending = this.#pace
        ? await this.#paced(session, this.#pace)
        : await carryOver(
            session,
            this.#jobs(() => this.#next()),
          );
      if (ending.reusable) this.#pool.keep(session);
      this.#trouble ??= ending.trouble;
      return ending.trouble === null;
    } finally {
      this.#standing -= 1;
    }
  }

  /** With a pace, each message is waited for and goes alone. */
  async #paced(session: Session, pace: Pace): Promise<Ending> {
    for (;;) {
      const job = this.#next();
      if (!job) return { reusable: true, trouble: null };
      if (!(await pace.wait(() => this.#isWanted(job.no)))) {
        this.#withdraw(job);
        continue;
      }
      const turn = [job];
      const ending = await carryOver(
        session,
        this.#jobs(() => turn.pop()),
      );
      if (!ending.reusable) return ending;
    }
  }

  async #open(): Promise<Session | null> {
    try {
      return await this.#pool.session();
    } catch (error) {
      if (!(error instanceof NotOpened)) throw error;
      if ('trouble' in error.why) this.#trouble ??= error.why.trouble;
      // While others get through, a refused connection is only one too many.
      else if (this.#standing === 0) this.#shut = error.why.outcome;
      return null;
    }
  }
}

/** Hands over a batch; every line is settled when this resolves, with the trouble of the account if there was one. */
export const handOverBatch = (pool: ConnectionPool, jobs: readonly Job[], handOver: HandOver, pace: Pace | null) =>
  new BatchOnItsWay(pool, jobs, handOver, pace).run();
