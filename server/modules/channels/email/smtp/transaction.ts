import type { AccountTrouble, Outcome } from '../../channel.ts';
import { connectionLost, nonsense, type Reply, type Stage } from '../model/classify-reply.ts';
import type { Conversation, Lost } from './conversation.ts';
import type { Session } from './open-session.ts';

/** One message to hand over; `from` and `to` are bare addresses of ASCII, or `utf8` is true. */
export interface Job {
  no: number;
  from: string;
  to: string;
  utf8: boolean;
  /** The message, which `tail` goes on with where there is more; no line of either begins with a dot. */
  wire: string;
  tail?: readonly Buffer[] | undefined;
  /** It already was put back once because of a connection that others had used. */
  putBack: boolean;
}

export interface Jobs {
  next(): Job | undefined;
  /** Whether a connection may take one while it still waits for an answer: more wait than connections that are being opened, which could have them sooner. */
  mayTakeAhead(): boolean;
  /** To be carried over another connection. */
  putBack(job: Job): void;
  /** Those of them whose last byte may be written now, in the same breath; none over a connection that died meanwhile. */
  cleared(jobs: readonly Job[], over: Conversation): readonly Job[];
  settle(job: Job, outcome: Outcome): void;
}

/** How a session ended: it may be used again, or it is gone, perhaps with trouble. */
export type Ending = { reusable: boolean; trouble: AccountTrouble | null };

export const GONE: Ending = { reusable: false, trouble: null };
export const REUSABLE: Ending = { reusable: true, trouble: null };

/** In bytes. */
export const sizeOf = ({ wire, tail }: Job): number =>
  tail === undefined ? wire.length : tail.reduce((sum, { length }) => sum + length, wire.length);

export const mailFrom = (job: Job, session: Session): string => {
  const size = session.capabilities.size === null ? '' : ` SIZE=${sizeOf(job)}`;
  return `MAIL FROM:<${job.from}>${size}${job.utf8 ? ' BODY=8BITMIME SMTPUTF8' : ''}\r\n`;
};
/** Addresses beyond ASCII go out as UTF-8. */
export const rcptTo = (job: Job): string =>
  `RCPT TO:<${job.utf8 ? Buffer.from(job.to, 'utf8').toString('latin1') : job.to}>\r\n`;

/** What a server of these capabilities can never take, told without asking it. */
const impossible = (job: Job, { capabilities }: Session): Outcome | null => {
  if (job.utf8 && !capabilities.smtpUtf8) {
    return { state: 'failed', reason: 'address_needs_utf8', reply: '', verdict: null };
  }
  if (capabilities.size !== null && sizeOf(job) > capabilities.size) {
    return { state: 'failed', reason: 'too_big', reply: `SIZE ${capabilities.size}`, verdict: null };
  }
  return null;
};

/** The next that this server could take at all; what it never could is settled at once. */
export const nextPossible = (jobs: Jobs, session: Session): Job | undefined => {
  for (;;) {
    const job = jobs.next();
    const never = job && impossible(job, session);
    if (!job || !never) return job;
    jobs.settle(job, never);
  }
};

export const lostOutcome = ({ kind, message }: Lost, afterDot: boolean): Outcome =>
  kind === 'bad_reply' ? nonsense(afterDot ? 'dot' : 'data', message) : connectionLost(afterDot, kind, message);

export const isFine = (stage: Stage, { code }: Reply): boolean =>
  stage === 'data' ? code === 354 : code >= 200 && code < 300;
