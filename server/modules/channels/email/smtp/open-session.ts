import { isIPv6 } from 'node:net';
import { hostname } from 'node:os';
import type { AccountTrouble, Outcome } from '../../channel.ts';
import { classifyReply, nonsense, type Reply, type Stage } from '../model/classify-reply.ts';
import { type Capabilities, NOTHING, readCapabilities } from './capabilities.ts';
import { Conversation, Lost } from './conversation.ts';
import type { Patience, SmtpEndpoint } from './endpoint.ts';

export type OpeningStep = 'connect' | 'secure' | 'sign_in';

/** A connection that may carry messages. */
export interface Session {
  conversation: Conversation;
  capabilities: Capabilities;
  patience: Patience;
  /** Messages it has carried. */
  carried: number;
  /** A transaction was begun and refused: it must be taken back before the next. */
  unfinished: boolean;
}

/** No session came about; either the server is not there now, or the account is wrong. */
export class NotOpened extends Error {
  readonly step: OpeningStep;
  readonly why: { outcome: Outcome } | { trouble: AccountTrouble };

  constructor(step: OpeningStep, why: NotOpened['why']) {
    super('outcome' in why ? why.outcome.state : why.trouble.reason);
    this.step = step;
    this.why = why;
  }
}

export interface OpeningNotes {
  /** Called as each step is done, with the server's words. */
  step?(step: OpeningStep, said: string): void;
  /** Something that is allowed but should be known, such as sending in the clear. */
  warn?(what: string): void;
}

const CERTIFICATE = /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_(VERIFY|GET)|HOSTNAME_MISMATCH/;
const TLS = /^(EPROTO|ERR_SSL|ERR_TLS)/;

const deferred = (reason: string, reply: string): Outcome => ({
  state: 'deferred',
  reason,
  reply,
  asksToWait: 'server',
});

/** Of an error that is no NotOpened: what waits is tried again later, and says what the matter was. */
export const unforeseen = (error: unknown): NotOpened['why'] => ({
  outcome: deferred('server_unreachable', error instanceof Error ? error.message : String(error)),
});

const notReached = (step: OpeningStep, lost: Lost): NotOpened => {
  const said = lost.message;
  if (CERTIFICATE.test(lost.code))
    return new NotOpened(step, { trouble: { reason: 'certificate_refused', reply: said } });
  if (TLS.test(lost.code)) return new NotOpened(step, { trouble: { reason: 'tls_failed', reply: said } });
  if (lost.kind === 'bad_reply') return new NotOpened(step, { outcome: nonsense('greeting', said) });
  const reason = /ENOTFOUND|EAI_/.test(lost.code) ? 'server_not_found' : 'server_unreachable';
  return new NotOpened(step, { outcome: deferred(reason, said) });
};

const unwelcome = (step: OpeningStep, stage: Stage, reply: Reply): NotOpened => {
  const meaning = classifyReply(stage, reply);
  return new NotOpened(step, 'trouble' in meaning ? meaning : { outcome: meaning.outcome });
};

/** How we name ourselves: a name with a dot, or the address we speak from. */
const ownName = (conversation: Conversation): string => {
  const name = hostname();
  if (/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(name)) return name;
  const { localAddress } = conversation;
  return isIPv6(localAddress) ? `[IPv6:${localAddress}]` : `[${localAddress}]`;
};

class Opening {
  readonly #endpoint: SmtpEndpoint;
  readonly #patience: Patience;
  readonly #notes: OpeningNotes;
  readonly #inClear: boolean;
  step: OpeningStep = 'connect';

  constructor(endpoint: SmtpEndpoint, patience: Patience, notes: OpeningNotes, inClear: boolean) {
    this.#endpoint = endpoint;
    this.#patience = patience;
    this.#notes = notes;
    this.#inClear = inClear;
  }

  async run(): Promise<Session> {
    const conversation = await Conversation.start(this.#endpoint, this.#patience);
    try {
      const greeting = await conversation.reply(this.#patience.command);
      if (greeting.code !== 220) throw unwelcome('connect', 'greeting', greeting);
      this.#done(greeting.text, 'secure');
      const offered = await this.#secured(conversation, await this.#hello(conversation));
      this.#done(conversation.secured ? 'TLS' : '', 'sign_in');
      await this.#signIn(conversation, offered);
      return { conversation, capabilities: offered, patience: this.#patience, carried: 0, unfinished: false };
    } catch (error) {
      conversation.destroy();
      throw error;
    }
  }

  #done(said: string, next: OpeningStep): void {
    this.#notes.step?.(this.step, said);
    this.step = next;
  }

  async #ask(conversation: Conversation, line: string): Promise<Reply> {
    conversation.write(`${line}\r\n`);
    return conversation.reply(this.#patience.command);
  }

  async #hello(conversation: Conversation): Promise<Capabilities> {
    const name = ownName(conversation);
    const reply = await this.#ask(conversation, `EHLO ${name}`);
    if (reply.code === 250) return readCapabilities(reply.lines);
    if (reply.code < 500) throw unwelcome(this.step, 'hello', reply);
    const old = await this.#ask(conversation, `HELO ${name}`);
    if (old.code !== 250) throw unwelcome(this.step, 'hello', old);
    return NOTHING;
  }

  async #secured(conversation: Conversation, offered: Capabilities): Promise<Capabilities> {
    const { security, checkCertificate } = this.#endpoint;
    if (security === 'tls' || security === 'none' || this.#inClear) return offered;
    const required = security === 'starttls';
    if (!offered.startTls) {
      if (required) throw new NotOpened('secure', { trouble: { reason: 'tls_not_offered', reply: '' } });
      this.#notes.warn?.('the server offers no encryption: mail goes in the clear');
      return offered;
    }
    const reply = await this.#ask(conversation, 'STARTTLS');
    if (reply.code !== 220) {
      if (required) throw unwelcome('secure', 'starttls', reply);
      this.#notes.warn?.(`the server refuses encryption, mail goes in the clear: ${reply.text}`);
      return offered;
    }
    // Where encryption is only taken as it comes, a certificate proves nothing.
    await conversation.secure(this.#endpoint, required && checkCertificate, this.#patience.connect);
    return this.#hello(conversation);
  }

  async #signIn(conversation: Conversation, { signIn }: Capabilities): Promise<void> {
    const { credentials, security } = this.#endpoint;
    if (!credentials) return;
    if (!conversation.secured && security !== 'none') {
      throw new NotOpened('sign_in', { trouble: { reason: 'password_needs_tls', reply: '' } });
    }
    const { username, password } = credentials;
    const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
    let reply: Reply;
    if (signIn.includes('PLAIN') || !signIn.includes('LOGIN')) {
      reply = await this.#ask(conversation, `AUTH PLAIN ${base64(`\0${username}\0${password}`)}`);
    } else {
      reply = await this.#ask(conversation, 'AUTH LOGIN');
      if (reply.code === 334) reply = await this.#ask(conversation, base64(username));
      if (reply.code === 334) reply = await this.#ask(conversation, base64(password));
    }
    if (reply.code !== 235) throw unwelcome('sign_in', 'sign_in', reply);
    this.#done(reply.text, 'sign_in');
  }
}

const attempt = async (endpoint: SmtpEndpoint, patience: Patience, notes: OpeningNotes, inClear: boolean) => {
  const opening = new Opening(endpoint, patience, notes, inClear);
  try {
    return { session: await opening.run() };
  } catch (error) {
    if (error instanceof NotOpened) return { failure: error };
    if (error instanceof Lost) return { failure: notReached(opening.step, error) };
    throw error;
  }
};

/** Connects, secures and signs in. Throws NotOpened. */
export const openSession = async (
  endpoint: SmtpEndpoint,
  patience: Patience,
  notes: OpeningNotes = {},
): Promise<Session> => {
  const first = await attempt(endpoint, patience, notes, false);
  if (first.session) return first.session;
  const { failure } = first;
  if (endpoint.security !== 'opportunistic' || failure.step !== 'secure' || !endpoint.host) throw failure;
  notes.warn?.(`encryption failed, mail goes in the clear: ${failure.message}`);
  const second = await attempt(endpoint, patience, notes, true);
  if (second.session) return second.session;
  throw second.failure;
};
