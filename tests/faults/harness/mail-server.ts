import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** Moments of a transaction, in order. `dot`: all of the message is here, nothing answered. `accepted`: 250 was just written. */
export const STAGES = ['mail', 'rcpt', 'data', 'mid_body', 'dot', 'accepted'] as const;
export type Stage = (typeof STAGES)[number];

/** Done once, the next time a transaction is at the stage; the socket may be destroyed. */
export interface Trap {
  stage: Stage;
  spring(socket: Socket): void;
}

const WINDOW = 4;
const END = Buffer.from('\r\n.\r\n');

class Guest {
  readonly #socket: Socket;
  readonly #house: FaultyMailServer;
  #held: Buffer = Buffer.alloc(0);
  #inData = false;
  #chunk = 0;
  /** Answers come in the order of the questions: nothing more is read before a slow one is given. */
  #answering = false;
  /** Transactions whose first body bytes, and whose last, have come. */
  begun = 0;
  complete = 0;
  /** Its envelope was taken: it may send a message. */
  #invited = false;
  /** What was sent before a reset may be lost unread with it, whole messages too. */
  #reset = false;

  constructor(socket: Socket, house: FaultyMailServer) {
    this.#socket = socket;
    this.#house = house;
    socket.setNoDelay(true);
    socket.on('data', (data: Buffer) => this.#hear(data));
    socket.on('error', () => {
      this.#reset = true;
      socket.destroy();
    });
    socket.write('220 faulty\r\n');
  }

  #hear(data: Buffer): void {
    let rest = this.#held.length === 0 ? data : Buffer.concat([this.#held, data]);
    while (!this.#socket.destroyed && !this.#answering) {
      const end = this.#ends(rest);
      if (end < 0) break;
      const part = rest.subarray(0, end);
      rest = rest.subarray(end);
      if (this.#inData || this.#chunk > 0) this.#message(part);
      else this.#command(part.toString('latin1').trim());
    }
    this.#held = rest;
    if (!this.#answering && rest.length > 0 && (this.#inData || this.#chunk > 0)) this.#bodyBegun();
  }

  #ends(rest: Buffer): number {
    if (this.#chunk > 0) return rest.length >= this.#chunk ? this.#chunk : -1;
    const end = this.#inData ? rest.indexOf(END) : rest.indexOf(10);
    return end < 0 ? -1 : end + (this.#inData ? END.length : 1);
  }

  #bodyBegun(): void {
    if (this.begun === this.complete) {
      this.begun += 1;
      this.#house.reached('mid_body', this.#socket);
    }
  }

  #command(line: string): void {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'MAIL') this.#house.reached('mail', this.#socket);
    if (verb === 'RCPT') this.#house.reached('rcpt', this.#socket);
    this.#invited ||= verb === 'RCPT';
    if (verb === 'DATA' || verb === 'BDAT') this.#house.reached('data', this.#socket);
    if (verb === 'BDAT') {
      this.#chunk = Number(line.split(' ')[1]);
      return;
    }
    this.#inData = verb === 'DATA';
    this.#say(
      verb === 'EHLO'
        ? this.#house.hello
        : verb === 'DATA'
          ? '354 go\r\n'
          : verb === 'QUIT'
            ? '221 bye\r\n'
            : '250 ok\r\n',
    );
  }

  #message(part: Buffer): void {
    this.#bodyBegun();
    this.#inData = false;
    this.#chunk = 0;
    this.complete += 1;
    const messageId = /^Message-ID: (<[^>]+>)/im.exec(part.toString('latin1'))?.[1] ?? '';
    // Whoever has all of a message has it, whatever becomes of the connection.
    this.#house.keep(messageId);
    this.#house.reached('dot', this.#socket);
    this.#answering = true;
    setTimeout(() => {
      this.#answering = false;
      this.#say('250 2.0.0 kept\r\n');
      this.#house.reached('accepted', this.#socket);
      this.#hear(Buffer.alloc(0));
    }, this.#house.slowMs);
  }

  #say(text: string): void {
    if (!this.#socket.destroyed) this.#socket.write(text);
  }

  /**
   * Messages whose end was sent while nothing shows that our answer was read: a later message beyond the window would. One of which only
   * the beginning is here counts too: a message leaves in one write (ADR 0020); and a first one that was invited, since whoever is killed
   * right before that write has noted it. After a reset it is as many as may be in flight at all.
   */
  get open(): number {
    const window = this.#house.chunking ? WINDOW : 1;
    const seen = Math.min(Math.max(this.begun, Number(this.#invited)), window) + this.#unread;
    return this.#reset ? Math.max(seen, window) : seen;
  }

  /** Messages that are here in full but stand behind a slow answer. */
  get #unread(): number {
    const held = this.#held.toString('latin1');
    return [...held.matchAll(/BDAT (\d+) LAST\r\n/g)].filter(
      (chunk) => held.length >= chunk.index + chunk[0].length + Number(chunk[1]),
    ).length;
  }
}

/** A mail server that counts what it accepts and lets something happen at any moment of a transaction. */
export class FaultyMailServer {
  readonly chunking: boolean;
  readonly slowMs: number;
  readonly copies = new Map<string, number>();
  readonly #server: Server;
  readonly #guests = new Map<Socket, Guest>();
  #trap: Trap | null = null;
  accepted = 0;

  private constructor(chunking: boolean, slowMs: number) {
    this.chunking = chunking;
    this.slowMs = slowMs;
    this.#server = createServer((socket) => {
      this.#guests.set(socket, new Guest(socket, this));
      socket.on('close', () => this.#guests.delete(socket));
    });
  }

  static async start(options: { chunking: boolean; slowMs: number }): Promise<FaultyMailServer> {
    const server = new FaultyMailServer(options.chunking, options.slowMs);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get hello(): string {
    return `250-faulty\r\n${this.chunking ? '250-CHUNKING\r\n' : ''}250 PIPELINING\r\n`;
  }

  set(trap: Trap | null): void {
    this.#trap = trap;
  }

  reached(stage: Stage, socket: Socket): void {
    const trap = this.#trap;
    if (trap?.stage !== stage) return;
    this.#trap = null;
    trap.spring(socket);
  }

  keep(messageId: string): void {
    this.accepted += 1;
    this.copies.set(messageId, (this.copies.get(messageId) ?? 0) + 1);
  }

  /** Over all connections, or one. */
  open(only?: Socket): number {
    const guests = only ? [this.#guests.get(only)] : [...this.#guests.values()];
    return guests.reduce((sum, guest) => sum + (guest?.open ?? 0), 0);
  }

  /** The connections as they are now, to be asked again once the other side is gone and all its bytes are here. */
  guests(): readonly { open: number }[] {
    return [...this.#guests.values()];
  }

  get connections(): number {
    return this.#guests.size;
  }

  close(): void {
    for (const socket of this.#guests.keys()) socket.destroy();
    this.#server.close();
  }
}
