import type { Outcome } from '../../channel.ts';
import { classifyReply, connectionLost, type Meaning, type Reply, type Stage } from '../model/classify-reply.ts';
import { carryInFlight } from './carry-in-flight.ts';
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
} from './transaction.ts';

/** Above this the body is written by itself, and the dot only when it has left: then a drop before the dot is known as such. */
const LARGE = 48 * 1024;

class Carrying {
  readonly #session: Session;
  readonly #jobs: Jobs;

  constructor(session: Session, jobs: Jobs) {
    this.#session = session;
    this.#jobs = jobs;
  }

  async run(): Promise<Ending> {
    let job = this.#next();
    if (job) this.#begin(job);
    while (job) {
      const envelope = await this.#envelope(job);
      if (envelope !== 'go_ahead') {
        const ending = this.#refused(job, envelope);
        if (ending) return ending;
        job = this.#next();
        if (job) this.#begin(job);
        continue;
      }
      const handed = await this.#handOver(job);
      if ('ending' in handed) return handed.ending;
      job = handed.following;
    }
    return REUSABLE;
  }

  #next(): Job | undefined {
    return nextPossible(this.#jobs, this.#session);
  }

  /** With PIPELINING the whole envelope is written at once. */
  #begin(job: Job): void {
    if (this.#session.capabilities.pipelining) this.#session.conversation.write(this.#opening(job));
  }

  #opening(job: Job): string {
    const reset = this.#session.unfinished ? 'RSET\r\n' : '';
    return `${reset}${mailFrom(job, this.#session)}${rcptTo(job)}DATA\r\n`;
  }

  /** What came in one piece with the reply before is here already: then nothing is waited for, four times a message. */
  #reply(): Reply | Promise<Reply> {
    const { conversation, patience } = this.#session;
    return conversation.heardReply() ?? conversation.reply(patience.command);
  }

  async #envelope(job: Job): Promise<'go_ahead' | Meaning> {
    try {
      return this.#session.capabilities.pipelining ? await this.#pipelined() : await this.#stepByStep(job);
    } catch (error) {
      if (error instanceof Lost) return { outcome: lostOutcome(error, false), closes: true };
      throw error;
    }
  }

  async #pipelined(): Promise<'go_ahead' | Meaning> {
    if (this.#session.unfinished) await this.#reply();
    this.#session.unfinished = true;
    const first = this.#reply();
    const sender = 'code' in first ? first : await first;
    if (sender.code === 421) return classifyReply('sender', sender);
    const second = this.#reply();
    const recipient = 'code' in second ? second : await second;
    if (recipient.code === 421) return classifyReply('recipient', recipient);
    const third = this.#reply();
    const data = 'code' in third ? third : await third;
    const refusal = firstRefusal(sender, recipient, data);
    if (refusal === null) return 'go_ahead';
    // The server waits for a message that has no recipient: only hanging up is safe.
    return data.code === 354 && 'outcome' in refusal ? { ...refusal, closes: true } : refusal;
  }

  async #stepByStep(job: Job): Promise<'go_ahead' | Meaning> {
    const { conversation } = this.#session;
    if (this.#session.unfinished) {
      conversation.write('RSET\r\n');
      await this.#reply();
    }
    this.#session.unfinished = true;
    const steps: [Stage, string][] = [
      ['sender', mailFrom(job, this.#session)],
      ['recipient', rcptTo(job)],
      ['data', 'DATA\r\n'],
    ];
    for (const [stage, line] of steps) {
      conversation.write(line);
      const reply = await this.#reply();
      if (!isFine(stage, reply)) return classifyReply(stage, reply);
    }
    return 'go_ahead';
  }

  /** Settles a message that was refused before it was handed over; answers the ending, or null to go on. */
  #refused(job: Job, meaning: Meaning): Ending | null {
    if ('trouble' in meaning) {
      this.#session.conversation.destroy();
      this.#jobs.settle(job, { state: 'untouched', reason: meaning.trouble.reason });
      return { reusable: false, trouble: meaning.trouble };
    }
    if (!meaning.closes) {
      this.#jobs.settle(job, meaning.outcome);
      return null;
    }
    this.#session.conversation.destroy();
    // A server may end a connection that has carried its share: that says nothing of the one whose turn it was.
    if (this.#session.carried > 0 && meaning.outcome.state === 'deferred' && !job.putBack)
      this.#jobs.putBack({ ...job, putBack: true });
    else this.#jobs.settle(job, meaning.outcome);
    return GONE;
  }

  async #handOver(job: Job): Promise<{ ending: Ending } | { following: Job | undefined }> {
    const { conversation, capabilities, patience } = this.#session;
    let toWrite = job.wire;
    if (job.tail !== undefined || toWrite.length > LARGE) {
      const early = await this.#writeAhead(toWrite, job.tail ?? []);
      if (early) return { ending: this.#refused(job, early) ?? GONE };
      toWrite = '';
    }
    this.#session.unfinished = false;
    const following = capabilities.pipelining && this.#jobs.mayTakeAhead() ? this.#next() : undefined;
    const after = following ? this.#opening(following) : '';
    // Last: who is killed between the record and the write leaves a message in doubt that never left.
    const [cleared] = this.#jobs.cleared([job], conversation);
    if (cleared === undefined) {
      if (following) this.#jobs.putBack(following);
      return { ending: this.#withheld(job) };
    }
    conversation.write(`${toWrite}.\r\n${after}`);
    const meaning = await this.#verdict(patience.dot);
    this.#jobs.settle(job, meaning.outcome);
    if (meaning.closes) {
      conversation.destroy();
      if (following) this.#jobs.putBack(following);
      return { ending: GONE };
    }
    this.#session.carried += 1;
    if (capabilities.pipelining) return { following: following ?? this.#nextBegun() };
    return { following: this.#next() };
  }

  /** It was withdrawn, or the connection was lost meanwhile. */
  #withheld(job: Job): Ending {
    const { conversation } = this.#session;
    if (!conversation.alive)
      return this.#refused(job, { outcome: connectionLost(false, 'closed', ''), closes: true }) ?? GONE;
    conversation.destroy();
    this.#jobs.settle(job, { state: 'untouched', reason: 'withdrawn' });
    return GONE;
  }

  #nextBegun(): Job | undefined {
    const job = this.#next();
    if (job) this.#begin(job);
    return job;
  }

  /** Writes a large body and waits until it has left; answers what the server said meanwhile. */
  async #writeAhead(body: string, tail: readonly Buffer[]): Promise<Meaning | null> {
    const { conversation, patience } = this.#session;
    try {
      await conversation.writeThrough(body, tail, patience.command);
      if (conversation.heard === 0) return null;
      const meaning = classifyReply('data', await this.#reply());
      return 'outcome' in meaning ? { ...meaning, closes: true } : meaning;
    } catch (error) {
      if (error instanceof Lost) return { outcome: lostOutcome(error, false), closes: true };
      throw error;
    }
  }

  async #verdict(withinMs: number): Promise<{ outcome: Outcome; closes: boolean }> {
    try {
      const reply = await this.#session.conversation.reply(withinMs);
      if (reply.code >= 200 && reply.code < 300)
        return { outcome: { state: 'sent', reply: reply.text }, closes: false };
      const meaning = classifyReply('dot', reply);
      if ('outcome' in meaning) return meaning;
      return { outcome: { state: 'deferred', reason: meaning.trouble.reason, reply: reply.text }, closes: true };
    } catch (error) {
      if (error instanceof Lost) return { outcome: lostOutcome(error, true), closes: true };
      throw error;
    }
  }
}

const firstRefusal = (sender: Reply, recipient: Reply, data: Reply): Meaning | null => {
  if (!isFine('sender', sender)) return classifyReply('sender', sender);
  if (!isFine('recipient', recipient)) return classifyReply('recipient', recipient);
  return isFine('data', data) ? null : classifyReply('data', data);
};

/** Hands over messages over one session until there are no more, or it is lost. One recipient a transaction. */
export const carryOver = (session: Session, jobs: Jobs): Promise<Ending> =>
  session.capabilities.chunking && session.capabilities.pipelining
    ? carryInFlight(session, jobs)
    : new Carrying(session, jobs).run();
