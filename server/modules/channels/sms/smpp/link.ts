import { classifyBind, type Verdict } from '../model/classify-status.ts';
import { SEQUENCE_AT } from '../model/encode-submit.ts';
import type { SmppEndpoint, SmppPatience } from './endpoint.ts';
import { type PDU, type Session, smpp } from './library.ts';

/** What the gateway answered to a command; null: the connection ended, or it took too long, and nobody knows. */
export type Answer = { status: number; id: string } | null;

/** What a gateway says by itself. Answers whether it is kept; otherwise it is told to say it again later. */
export type Hear = (pdu: PDU) => Promise<boolean>;

/** The link could not be bound; what that means for the messages, or for the account. */
export class NotBound extends Error {
  readonly verdict: Verdict;
  readonly step: 'connect' | 'secure' | 'sign_in';

  constructor(step: NotBound['step'], verdict: Verdict) {
    super('trouble' in verdict ? verdict.trouble.reason : 'the gateway could not be reached');
    this.step = step;
    this.verdict = verdict;
  }
}

const INTERFACE = { '3.4': 0x34, '5.0': 0x50 };
/** ESME_RX_T_APPN: not kept for now, try again. */
const LATER = 0x64;

const waiting = (reason: string, reply: string): Verdict => ({
  outcome: { state: 'deferred', reason, reply, asksToWait: 'server' },
});

/** Of an error that nobody foresaw: what waits is tried again later, and says what the matter was. */
export const notOpened = (error: unknown): Verdict =>
  waiting('server_unreachable', error instanceof Error ? error.message : String(error));

const LAST_SEQUENCE = 0x7fffffff;

/** How often it is looked whether something waits for too long. */
const WATCH_MS = 200;

const NAME_ERRORS = ['ENOTFOUND', 'EAI_AGAIN'];

const notReached = (error: NodeJS.ErrnoException): NotBound => {
  const { code = '', message } = error;
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code))
    return new NotBound('secure', { trouble: { reason: 'certificate_refused', reply: message } });
  if (/SSL|TLS|EPROTO/.test(code)) return new NotBound('secure', waiting('server_unreachable', message));
  const reason = NAME_ERRORS.includes(code) ? 'server_not_found' : 'server_unreachable';
  return new NotBound('connect', waiting(reason, message));
};

interface Asked {
  /** By the monotonic clock. */
  until: number;
  answered: (answer: Answer) => void;
}

/** One bound connection to a gateway, sending and receiving. */
export class SmppLink {
  readonly ended: Promise<void>;
  readonly #session: Session;
  readonly #patience: SmppPatience;
  /** What waits for an answer, by sequence number. */
  readonly #open = new Map<number, Asked>();
  readonly #watch: NodeJS.Timeout;
  #spokeAt = performance.now();
  #alive = true;

  private constructor(session: Session, patience: SmppPatience, hear: Hear) {
    this.#session = session;
    this.#patience = patience;
    this.#watch = setInterval(() => this.#look(), WATCH_MS);
    this.#watch.unref();
    this.ended = new Promise((resolve) => {
      session.on('close', () => resolve(this.#end()));
    });
    session.on('pdu', (pdu: PDU) => {
      if (pdu.isResponse()) this.#answered(pdu);
    });
    session.on('error', () => session.destroy());
    session.on('enquire_link', (pdu: PDU) => void session.send(pdu.response()));
    session.on('unbind', (pdu: PDU) => {
      session.send(pdu.response());
      session.close();
    });
    for (const command of ['deliver_sm', 'data_sm']) session.on(command, (pdu: PDU) => void this.#heard(pdu, hear));
  }

  /** Connects and binds as a transceiver. Throws NotBound. */
  static async open(endpoint: SmppEndpoint, patience: SmppPatience, hear: Hear): Promise<SmppLink> {
    const session = await connect(endpoint, patience);
    const link = new SmppLink(session, patience, hear);
    const answer = await link.#ask('bind_transceiver', {
      system_id: endpoint.systemId,
      password: endpoint.password,
      system_type: endpoint.systemType,
      interface_version: INTERFACE[endpoint.version],
    });
    if (answer?.status === 0) return link;
    session.destroy();
    throw new NotBound(
      'sign_in',
      answer === null ? waiting('connection_lost', '') : classifyBind(answer.status, statusWords(answer)),
    );
  }

  get alive(): boolean {
    return this.#alive && this.#session.socket.writable;
  }

  /** All leave in one write, and are on their way from the call itself on. `answered` is told which of them, counted from 0. */
  submit(submits: readonly Buffer[], answered: (at: number, answer: Answer) => void): void {
    const until = this.#speak() + this.#patience.answer;
    for (const [at, submit] of submits.entries()) {
      const sequence = this.#nextSequence();
      submit.writeUInt32BE(sequence, SEQUENCE_AT);
      this.#open.set(sequence, { until, answered: (answer) => answered(at, answer) });
    }
    this.#session.socket.write(submits.length === 1 ? submits[0]! : Buffer.concat(submits));
  }

  /** Says goodbye; what is still open is lost. */
  async close(): Promise<void> {
    if (this.alive) await this.#ask('unbind', {}, 1_000);
    this.#session.destroy();
  }

  #ask(
    command: 'bind_transceiver' | 'enquire_link' | 'unbind',
    fields: Record<string, unknown>,
    patience = this.#patience.answer,
  ): Promise<Answer> {
    return new Promise((resolve) => {
      const until = this.#speak() + patience;
      if (!this.#alive || !this.#session[command](fields)) resolve(null);
      else this.#open.set(this.#session.sequence, { until, answered: resolve });
    });
  }

  #speak(): number {
    this.#spokeAt = performance.now();
    return this.#spokeAt;
  }

  /** Counted together with the library, which numbers the other commands. */
  #nextSequence(): number {
    if (this.#session.sequence === LAST_SEQUENCE) this.#session.sequence = 0;
    this.#session.sequence += 1;
    return this.#session.sequence;
  }

  #answered({ sequence_number, command_status, message_id }: PDU): void {
    const asked = this.#open.get(sequence_number);
    if (asked === undefined) return;
    this.#open.delete(sequence_number);
    asked.answered({ status: command_status, id: message_id ?? '' });
  }

  async #heard(pdu: PDU, hear: Hear): Promise<void> {
    const kept = await hear(pdu).catch(() => false);
    if (this.#session.socket.writable) this.#session.send(pdu.response(kept ? {} : { command_status: LATER }));
  }

  /** What got no answer in time makes the connection worthless; one that was silent for long is asked whether it still stands. */
  #look(): void {
    const now = performance.now();
    if ([...this.#open.values()].some(({ until }) => until < now)) this.#session.destroy();
    else if (now - this.#spokeAt > this.#patience.quiet) void this.#ask('enquire_link', {});
  }

  #end(): void {
    this.#alive = false;
    clearInterval(this.#watch);
    const lost = [...this.#open.values()];
    this.#open.clear();
    for (const { answered } of lost) answered(null);
  }
}

export const statusWords = ({ status, id }: { status: number; id: string }): string =>
  `0x${status.toString(16).padStart(8, '0')}${id === '' ? '' : ` ${id}`}`;

const connect = ({ host, port, security, checkCertificate }: SmppEndpoint, { connect: ms }: SmppPatience) =>
  new Promise<Session>((resolve, reject) => {
    const tls = security === 'tls';
    const session = smpp.connect({ host, port, ...(tls && { tls, rejectUnauthorized: checkCertificate }) });
    const timer = setTimeout(() => {
      reject(new NotBound('connect', waiting('server_unreachable', '')));
      session.destroy();
    }, ms);
    session.once('error', (error: Error) => {
      clearTimeout(timer);
      reject(notReached(error));
      session.destroy();
    });
    session.once(tls ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      session.socket.setNoDelay(true);
      resolve(session);
    });
    // A connection that closes while it is opened has said nothing.
    session.once('close', () => reject(new NotBound('connect', waiting('connection_lost', ''))));
  });
