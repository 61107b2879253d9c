import type { AccountTrouble, HandOver, Outcome } from '../../channel.ts';
import { FairRow } from '../../fair-row.ts';
import { Together } from '../../together.ts';
import { carryOver } from './carry-over.ts';
import type { ConnectionPool } from './connection-pool.ts';
import { NotOpened, type Session, unforeseen } from './open-session.ts';
import type { Ending, Job, Jobs } from './transaction.ts';

/** Whose turn comes is made then; null: it is settled already. */
export interface Ticket {
  no: number;
  make(): Job | null;
}

class Batch extends Together {
  readonly handOver: HandOver;

  constructor(size: number, handOver: HandOver) {
    super(size);
    this.handOver = handOver;
  }

  isWanted({ no }: Ticket): boolean {
    return this.handOver.wanted?.(no) !== false;
  }

  settle({ no }: { no: number }, outcome: Outcome): void {
    this.handOver.settle(no, outcome);
    this.leave();
  }
}

interface Waiting extends Ticket {
  batch: Batch;
  /** Whose it is: sharers take turns. */
  sharer: string;
}

interface OnItsWay extends Job {
  ticket: Waiting;
}
const NONE: readonly Job[] = [];
const ticketOf = (job: Job): Waiting => (job as OnItsWay).ticket;
const batchOf = (job: Job): Batch => ticketOf(job).batch;

/** Each is asked for right before it is written, and only then: who is asked for and not written would be in doubt if this process died. */
const cleared = (jobs: readonly Job[]): readonly Job[] => {
  const [alone] = jobs;
  if (alone && jobs.length === 1)
    return batchOf(alone).handOver.aboutToHandOver([alone.no]).has(alone.no) ? jobs : NONE;
  const asked = new Map<Batch, number[]>();
  for (const job of jobs) {
    const nos = asked.get(batchOf(job));
    if (nos) nos.push(job.no);
    else asked.set(batchOf(job), [job.no]);
  }
  const allowed = new Map([...asked].map(([batch, nos]) => [batch, batch.handOver.aboutToHandOver(nos)]));
  return jobs.filter((job) => allowed.get(batchOf(job))?.has(job.no));
};

/** A server, or what balances load before it, says so also to whoever has too many connections. */
const OF_ONE_CONNECTION = ['server_refused', 'tls_failed'];

/**
 * What waits before one account's server, from all batches of all runs in one row in which runs take turns, so that a connection goes
 * from one batch to the next without a pause. As many connections work as the pool allows while anything waits.
 */
export class Departures {
  readonly #pool: ConnectionPool;
  readonly #waiting = new FairRow<Waiting>();
  /** Connections being opened or in use. */
  #lanes = 0;
  /** Those that stand. */
  #standing = 0;
  readonly #jobs: Jobs;

  constructor(pool: ConnectionPool) {
    this.#pool = pool;
    this.#jobs = {
      next: () => this.#next(),
      mayTakeAhead: () => this.#left > this.#lanes - this.#standing,
      putBack: (job) => this.#putBack(job),
      cleared: (jobs, over) => (over.alive ? cleared(jobs) : []),
      settle: (job, outcome) => batchOf(job).settle(job, outcome),
    };
  }

  /** Every line is settled when this resolves, with the trouble of the account if there was one. */
  handOver(tickets: readonly Ticket[], handOver: HandOver, sharer: string): Promise<AccountTrouble | null> {
    const batch = new Batch(tickets.length, handOver);
    for (const { no, make } of tickets) this.#waiting.push(sharer, { no, make, batch, sharer });
    this.#staff();
    return batch.done;
  }

  get #left(): number {
    return this.#waiting.length;
  }

  #staff(): void {
    while (this.#lanes < this.#pool.limit && this.#lanes < this.#left + this.#standing) {
      this.#lanes += 1;
      void this.#lane();
    }
  }

  #putBack(job: Job): void {
    const { no, batch, sharer } = ticketOf(job);
    this.#waiting.push(sharer, { no, make: () => job, batch, sharer });
    this.#staff();
  }

  /** Who is no longer wanted leaves the row untouched. */
  #next(): OnItsWay | undefined {
    for (let ticket = this.#waiting.take(); ticket; ticket = this.#waiting.take()) {
      if (!ticket.batch.isWanted(ticket)) {
        ticket.batch.settle(ticket, { state: 'untouched', reason: 'withdrawn' });
        continue;
      }
      const job = ticket.make();
      if (job) {
        // Named one by one: spreading takes longer, once for every message.
        const { no, from, to, utf8, wire, tail, putBack } = job;
        return { no, from, to, utf8, wire, tail, putBack, ticket };
      }
      ticket.batch.leave();
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
        ending = await carryOver(session, this.#jobs);
      }
      if (ending.reusable) this.#pool.keep(session);
      if (ending.trouble) this.#giveUp(ending.trouble, { state: 'untouched', reason: ending.trouble.reason });
      return ending.trouble === null;
    } finally {
      this.#standing -= 1;
    }
  }

  async #open(): Promise<Session | null> {
    try {
      return await this.#pool.session();
    } catch (error) {
      const why = error instanceof NotOpened ? error.why : unforeseen(error);
      // While others get through, or may yet, a refused connection is only one too many.
      const isLast = this.#lanes === 1;
      if ('trouble' in why) {
        if (isLast || !OF_ONE_CONNECTION.includes(why.trouble.reason))
          this.#giveUp(why.trouble, { state: 'untouched', reason: why.trouble.reason });
      } else if (isLast) this.#giveUp(null, why.outcome);
      return null;
    }
  }

  /** Nothing that waits can go. */
  #giveUp(trouble: AccountTrouble | null, outcome: Outcome): void {
    for (const job of this.#waiting.takeAll()) {
      job.batch.troubled(trouble);
      job.batch.settle(job, outcome);
    }
  }
}
