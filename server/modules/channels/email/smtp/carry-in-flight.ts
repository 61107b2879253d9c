import type { AccountTrouble, Outcome } from '../../channel.ts';
import { classifyReply, connectionLost, type Meaning, type Reply, type Stage } from '../model/classify-reply.ts';
import { Lost } from './conversation.ts';
import type { Session } from './open-session.ts';
import {
  type Ending,
  GONE,
  isFine,
  type Job,
  type Jobs,
  lostOutcome,
  mailFrom,
  nextPossible,
  REUSABLE,
  rcptTo,
  sizeOf,
} from './transaction.ts';

/** Transactions open at once on a connection. */
export const WINDOW = 4;

/** Each transaction starts anew: a refused recipient would otherwise leave its sender to the next one's message. */
const opening = (job: Job, session: Session): string => `RSET\r\n${mailFrom(job, session)}${rcptTo(job)}`;
const STAGES: readonly Stage[] = ['sender', 'sender', 'recipient'];
/** To a whole transaction. */
const ANSWERS = STAGES.length + 1;
/** A server that has said 421 is waited for so long. */
const HANGS_UP_MS = 5_000;
const chunk = (job: Job): string => `BDAT ${sizeOf(job)} LAST\r\n${job.wire}`;

/**
 * Several messages in flight on one connection (RFC 3030, RFC 2920): envelope and message leave in one write, the replies come in
 * order. The first waits for its envelope's replies, so that a connection that has died while idle costs no doubt. Once the last
 * byte of a chunk is written the message may be accepted: that is the moment `aboutToHandOver` is asked for.
 */
class InFlight {
  readonly #session: Session;
  readonly #jobs: Jobs;
  readonly #open: Job[] = [];
  /** The account is refused: nothing more is begun, what is in flight is heard to its end. */
  #trouble: AccountTrouble | null = null;
  /** Out of step with the server: as with trouble, and then a new connection. */
  #leaving = false;
  /** 421: the server takes nothing more and reads nothing more. */
  #sentAway = false;

  constructor(session: Session, jobs: Jobs) {
    this.#session = session;
    this.#jobs = jobs;
  }

  async run(): Promise<Ending> {
    const ending = await this.#begin();
    if (ending) return ending;
    for (;;) {
      // What is answered already makes room for as many in one write.
      if (this.#session.conversation.heard < ANSWERS) this.#fill();
      const job = this.#open[0];
      if (!job) return this.#ending();
      const refusal = await this.#envelope();
      const stopped = await this.#finish(job, refusal);
      if (stopped) return stopped;
    }
  }

  /** Hands over the first whose envelope is taken; answers an ending when there is none to go on with. */
  async #begin(): Promise<Ending | null> {
    for (let job = this.#next(); job; job = this.#next()) {
      this.#session.conversation.write(opening(job, this.#session));
      const refusal = await this.#envelope();
      if (refusal === null) {
        const [cleared] = this.#cleared([job]);
        if (cleared) return this.#finishFirst(job);
        if (!this.#session.conversation.alive) return GONE;
      } else {
        const ending = this.#refused(job, refusal);
        if (ending) return ending;
      }
    }
    return REUSABLE;
  }

  async #finishFirst(job: Job): Promise<Ending | null> {
    this.#session.conversation.write(chunk(job), job.tail);
    this.#open.push(job);
    // The others need not wait for the answer to the first.
    this.#fill();
    return this.#finish(job, null);
  }

  #next(): Job | undefined {
    return nextPossible(this.#jobs, this.#session);
  }

  /** Begins as many as may be open at once, in one write. */
  #fill(): void {
    const { conversation } = this.#session;
    const ready: Job[] = [];
    while (
      this.#trouble === null &&
      !this.#leaving &&
      this.#open.length + ready.length < WINDOW &&
      conversation.alive
    ) {
      if (this.#open.length + ready.length > 0 && !this.#jobs.mayTakeAhead()) break;
      const job = this.#next();
      if (!job) break;
      ready.push(job);
    }
    if (ready.length === 0) return;
    let together = '';
    for (const job of this.#cleared(ready)) {
      this.#open.push(job);
      together += opening(job, this.#session) + chunk(job);
      if (job.tail === undefined) continue;
      conversation.write(together, job.tail);
      together = '';
    }
    if (together !== '') conversation.write(together);
  }

  /** Those that may leave now; the others are withdrawn, or go over another connection because this one was lost meanwhile. */
  #cleared(ready: readonly Job[]): readonly Job[] {
    const { conversation } = this.#session;
    const cleared = this.#jobs.cleared(ready, conversation);
    for (const job of ready) {
      if (cleared.includes(job)) continue;
      if (conversation.alive) this.#jobs.settle(job, { state: 'untouched', reason: 'withdrawn' });
      else if (job.putBack) this.#jobs.settle(job, connectionLost(false, 'closed', ''));
      else this.#jobs.putBack({ ...job, putBack: true });
    }
    return cleared;
  }

  /** The replies to an envelope: null when it was taken. A lost connection is told by the reply to the chunk. */
  async #envelope(): Promise<Meaning | null> {
    const { conversation, patience } = this.#session;
    let refusal: Meaning | null = null;
    for (const stage of STAGES) {
      try {
        const reply = await conversation.reply(patience.command);
        if (!isFine(stage, reply)) refusal ??= classifyReply(stage, reply);
        if (reply.code !== 421) continue;
        this.#sentAway = true;
        return refusal;
      } catch (error) {
        if (!(error instanceof Lost)) throw error;
        return { outcome: lostOutcome(error, false), closes: true };
      }
    }
    return refusal;
  }

  /** Settles the oldest message in flight; answers the ending when the connection is over. */
  async #finish(job: Job, refusal: Meaning | null): Promise<Ending | null> {
    const closing = refusal !== null && 'outcome' in refusal && (refusal.closes || this.#sentAway);
    if (closing && this.#sentAway) {
      this.#open.shift();
      return this.#turnedAway(refusal.outcome, job);
    }
    if (closing && !this.#session.conversation.alive) return this.#lost();
    const verdict = await this.#verdict();
    if (verdict instanceof Lost) {
      if (refusal !== null) this.#refused(this.#open.shift()!, refusal);
      return this.#lost(verdict);
    }
    this.#open.shift();
    if (verdict.code >= 200 && verdict.code < 300) {
      this.#session.carried += 1;
      this.#jobs.settle(job, { state: 'sent', reply: verdict.text });
      return null;
    }
    if (refusal !== null && 'outcome' in refusal && verdict.code === 421) return this.#turnedAway(refusal.outcome, job);
    if (refusal !== null) return this.#refused(job, refusal);
    const meaning = classifyReply('dot', verdict);
    if ('trouble' in meaning) {
      this.#jobs.settle(job, { state: 'deferred', reason: meaning.trouble.reason, reply: verdict.text });
      return this.#lost();
    }
    if (meaning.closes && verdict.code === 421) return this.#turnedAway(meaning.outcome, job);
    this.#jobs.settle(job, meaning.outcome);
    return meaning.closes ? this.#lost() : null;
  }

  async #verdict(): Promise<Reply | Lost> {
    try {
      return await this.#session.conversation.reply(this.#session.patience.dot);
    } catch (error) {
      if (error instanceof Lost) return error;
      throw error;
    }
  }

  /**
   * 421: the server takes nothing more and hangs up. What stands behind it was not read: replies come in the order of the commands. Of one that
   * goes on instead nobody knows.
   */
  async #turnedAway(outcome: Outcome, job: Job): Promise<Ending> {
    this.#jobs.settle(job, outcome);
    if (this.#open.length > 0 && !(await this.#hangsUp())) return this.#lost();
    this.#session.conversation.destroy();
    const unread: Outcome = {
      state: 'deferred',
      reason: 'server_busy',
      reply: 'reply' in outcome ? outcome.reply : '',
    };
    for (const one of this.#open.splice(0)) {
      if (one.putBack) this.#jobs.settle(one, unread);
      else this.#jobs.putBack({ ...one, putBack: true });
    }
    return GONE;
  }

  async #hangsUp(): Promise<boolean> {
    try {
      await this.#session.conversation.reply(HANGS_UP_MS);
      return false;
    } catch (error) {
      return error instanceof Lost && error.kind === 'closed';
    }
  }

  #lost(lost?: Lost): Ending {
    this.#session.conversation.destroy();
    const outcome = lost ? lostOutcome(lost, true) : connectionLost(true, 'closed', '');
    for (const job of this.#open.splice(0)) this.#jobs.settle(job, outcome);
    return GONE;
  }

  /** Refused before it could be accepted, or with its chunk thrown away. */
  #refused(job: Job, refusal: Meaning): Ending | null {
    if ('trouble' in refusal) {
      this.#trouble = refusal.trouble;
      this.#jobs.settle(job, { state: 'untouched', reason: refusal.trouble.reason });
      return this.#open.length === 0 ? this.#troubled(refusal.trouble) : null;
    }
    if (refusal.closes) this.#leaving = true;
    // A server may end a connection that has carried its share: that says nothing of the one whose turn it was.
    if (refusal.closes && this.#session.carried > 0 && refusal.outcome.state === 'deferred' && !job.putBack)
      this.#jobs.putBack({ ...job, putBack: true });
    else this.#jobs.settle(job, refusal.outcome);
    return this.#leaving && this.#open.length === 0 ? this.#ending() : null;
  }

  /** Nothing is in flight any more. */
  #ending(): Ending {
    if (this.#trouble !== null) return this.#troubled(this.#trouble);
    if (!this.#leaving) return REUSABLE;
    this.#session.conversation.destroy();
    return GONE;
  }

  #troubled(trouble: AccountTrouble): Ending {
    this.#session.conversation.destroy();
    return { reusable: false, trouble };
  }
}

export const carryInFlight = (session: Session, jobs: Jobs): Promise<Ending> => new InFlight(session, jobs).run();
