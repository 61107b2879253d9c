import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { Reply } from '../model/classify-reply.ts';
import type { Patience, SmtpEndpoint } from './endpoint.ts';
import { BadReply, ReplyParser, readable } from './reply-parser.ts';

/** More than could have been asked for at once. */
const MOST_REPLIES = 128;

/** Replies are short: they are read into one place, and not into a new buffer each. */
const READ_BYTES = 4096;

/** Of a large message so many bytes at a time are given to the system, and waited for. */
const PIECE = 256 * 1024;

/** The conversation is over: the peer closed it, was silent too long, or did not speak SMTP. */
export class Lost extends Error {
  readonly kind: 'closed' | 'timeout' | 'bad_reply';
  /** The system's code, such as ECONNREFUSED or CERT_HAS_EXPIRED. */
  readonly code: string;

  constructor(kind: Lost['kind'], message: string, code = '') {
    super(message);
    this.kind = kind;
    this.code = code;
  }
}

const lostBy = (error: Error & { code?: string }): Lost =>
  error instanceof BadReply
    ? new Lost('bad_reply', error.message)
    : new Lost('closed', readable(error.message), error.code ?? '');

interface Waiting {
  resolve: (reply: Reply) => void;
  reject: (error: Lost) => void;
  withinMs: number;
}

/** Lines out, replies in, over one socket, each reply with a limit of time; with TLS from the first byte where the server wants so. */
export class Conversation {
  #socket: Socket;
  readonly #parser = new ReplyParser();
  readonly #replies: Reply[] = [];
  #waiting: Waiting | null = null;
  /** One for each patience, started anew for each reply that is waited for. */
  readonly #timers = new Map<number, NodeJS.Timeout>();
  #lost: Lost | null = null;
  /** Whoever waits for what he wrote to leave. */
  #whenLost: ((lost: Lost) => void) | null = null;

  private constructor({ host, port, security, checkCertificate }: SmtpEndpoint) {
    const buffer = Buffer.allocUnsafeSlow(READ_BYTES);
    const callback = (length: number) => {
      this.#hear(buffer.toString('latin1', 0, length));
      return true;
    };
    const given = { host, port, onread: { buffer, callback } };
    this.#socket =
      security === 'tls' ? connectTls({ ...given, ...tlsOptions(given, checkCertificate) }) : connectPlain(given);
  }

  /** Throws Lost when no connection comes about. */
  static async start(endpoint: SmtpEndpoint, patience: Patience): Promise<Conversation> {
    const conversation = new Conversation(endpoint);
    const socket = conversation.#socket;
    await ready(socket, endpoint.security === 'tls' ? 'secureConnect' : 'connect', patience.connect);
    socket.setNoDelay(true);
    conversation.#listen();
    return conversation;
  }

  get secured(): boolean {
    return 'encrypted' in this.#socket;
  }

  get localAddress(): string {
    return this.#socket.localAddress ?? '127.0.0.1';
  }

  get alive(): boolean {
    return this.#lost === null;
  }

  /** Replies that are here and were not asked for yet. */
  get heard(): number {
    return this.#replies.length;
  }

  /** One byte per character; `tail` follows in the same breath. */
  write(text: string, tail?: readonly Buffer[]): void {
    if (tail === undefined) {
      this.#socket.write(text, 'latin1');
      return;
    }
    this.#socket.cork();
    this.#socket.write(text, 'latin1');
    for (const piece of tail) this.#socket.write(piece);
    this.#socket.uncork();
  }

  /** The next reply, if it has come already. */
  heardReply(): Reply | undefined {
    return this.#replies.shift();
  }

  /** The next reply. Throws Lost. */
  reply(withinMs: number): Promise<Reply> {
    const ready = this.#replies.shift();
    if (ready) return Promise.resolve(ready);
    if (this.#lost) return Promise.reject(this.#lost);
    const timer = this.#timers.get(withinMs);
    if (timer) timer.refresh();
    else this.#timers.set(withinMs, setTimeout(() => this.#overdue(withinMs), withinMs).unref());
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject, withinMs };
    });
  }

  #overdue(withinMs: number): void {
    if (this.#waiting?.withinMs === withinMs) this.#lose(new Lost('timeout', `no answer within ${withinMs / 1000} s`));
  }

  #stopTimers(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Writes piece by piece, each when the one before has left the process: a slow line is not one that has stopped. Throws Lost. */
  async writeThrough(text: string, tail: readonly Buffer[], withinMs: number): Promise<void> {
    for (const piece of piecesOf(text, tail)) await this.#leaves(piece, withinMs);
  }

  #leaves(piece: Buffer, withinMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#lost) return reject(this.#lost);
      const timer = setTimeout(() => this.#lose(new Lost('timeout', 'the server stopped reading')), withinMs);
      this.#whenLost = (lost) => {
        clearTimeout(timer);
        reject(lost);
      };
      this.#socket.write(piece, (error) => {
        if (error) return this.#lose(lostBy(error));
        clearTimeout(timer);
        this.#whenLost = null;
        resolve();
      });
    });
  }

  /** Goes on in TLS. What stood behind the last reply in the clear is thrown away: it may have been put there by someone else. */
  async secure(endpoint: SmtpEndpoint, check: boolean, withinMs: number): Promise<void> {
    const plain = this.#socket;
    plain.removeAllListeners('data');
    plain.removeAllListeners('error');
    plain.removeAllListeners('close');
    this.#parser.discard();
    this.#replies.length = 0;
    const socket = connectTls({ socket: plain, ...tlsOptions(endpoint, check) });
    await ready(socket, 'secureConnect', withinMs);
    this.#socket = socket;
    this.#listen();
  }

  /** Says goodbye and closes; without waiting for an answer. */
  end(): void {
    this.#stopTimers();
    if (this.alive) this.#socket.end('QUIT\r\n', 'latin1');
    this.#socket.setTimeout(2_000, () => this.#socket.destroy());
  }

  /** Closes at once: nothing that is still in the buffer is sent. */
  destroy(): void {
    this.#lose(new Lost('closed', 'closed by us'));
  }

  #listen(): void {
    const socket = this.#socket;
    // Where there was a connection in the clear before; otherwise it is read without events.
    socket.on('data', (chunk: Buffer) => this.#hear(chunk.toString('latin1')));
    socket.on('error', (error) => this.#lose(lostBy(error)));
    socket.on('end', () => this.#lose(new Lost('closed', 'the server hung up')));
    socket.on('close', () => this.#lose(new Lost('closed', 'the connection ended')));
  }

  #hear(text: string): void {
    if (this.#lost) return;
    try {
      for (const reply of this.#parser.push(text)) this.#answer(reply);
    } catch (error) {
      this.#lose(lostBy(error as Error));
    }
  }

  #answer(reply: Reply): void {
    const waiting = this.#waiting;
    if (waiting) {
      this.#waiting = null;
      waiting.resolve(reply);
    } else if (this.#replies.length >= MOST_REPLIES) this.#lose(new Lost('bad_reply', 'replies to nothing'));
    else this.#replies.push(reply);
  }

  #lose(lost: Lost): void {
    if (this.#lost) return;
    this.#lost = lost;
    this.#socket.destroy();
    const waiting = this.#waiting;
    this.#waiting = null;
    this.#stopTimers();
    waiting?.reject(lost);
    this.#whenLost?.(lost);
    this.#whenLost = null;
  }
}

function* piecesOf(text: string, tail: readonly Buffer[]): Generator<Buffer> {
  for (let from = 0; from < text.length; from += PIECE) yield Buffer.from(text.slice(from, from + PIECE), 'latin1');
  for (const one of tail) for (let from = 0; from < one.length; from += PIECE) yield one.subarray(from, from + PIECE);
}

const tlsOptions = ({ host }: { host: string }, check: boolean) => ({
  host,
  rejectUnauthorized: check,
  ...(isIP(host) === 0 && { servername: host }),
});

/** Waits for a socket to stand. Throws Lost. */
const ready = (socket: Socket | TLSSocket, event: 'connect' | 'secureConnect', withinMs: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer);
      socket.removeListener('error', fail);
      socket.removeListener('close', hungUp);
      act();
    };
    const fail = (error: Error) =>
      settle(() => {
        socket.on('error', () => undefined);
        socket.destroy();
        reject(lostBy(error));
      });
    const hungUp = () => fail(Object.assign(new Error('the server hung up'), { code: 'ECONNRESET' }));
    const timer = setTimeout(
      () =>
        settle(() => {
          socket.on('error', () => undefined);
          socket.destroy();
          reject(new Lost('timeout', `no connection within ${withinMs / 1000} s`, 'ETIMEDOUT'));
        }),
      withinMs,
    );
    socket.once('error', fail);
    socket.once('close', hungUp);
    socket.once(event, () => settle(resolve));
  });
