// The lightest mail server there can be, in a process of its own: `light-server-process.ts LATE_MS chunking|pipelining`. It says its port,
// counts what it accepts, and on "sample" answers with the last message.
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as later } from 'node:timers';

const [, , lateMs = '0', mode = 'pipelining'] = process.argv;
const LATE = Number(lateMs);
const HELLO = `250-light\r\n250-PIPELINING\r\n${mode === 'chunking' ? '250-CHUNKING\r\n' : ''}250 8BITMIME\r\n`;
const END = Buffer.from('\r\n.\r\n');

let accepted = 0;
let last: Buffer = Buffer.alloc(0);

class Guest {
  readonly #socket: Socket;
  #held: Buffer = Buffer.alloc(0);
  /** In a message that ends with a dot. */
  #inData = false;
  /** Bytes of a chunk still to come. */
  #chunk = 0;
  #lastChunk = false;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (data: Buffer) => this.#hear(data));
    socket.on('error', () => socket.destroy());
    this.#say('220 light\r\n');
  }

  #say(text: string): void {
    if (LATE === 0) this.#socket.write(text);
    else later(() => this.#socket.write(text), LATE);
  }

  #hear(data: Buffer): void {
    let rest = this.#held.length === 0 ? data : Buffer.concat([this.#held, data]);
    let answers = '';
    for (;;) {
      const end = this.#ends(rest);
      if (end < 0) break;
      answers += this.#answer(rest.subarray(0, end));
      rest = rest.subarray(end);
    }
    this.#held = rest;
    if (answers !== '') this.#say(answers);
  }

  /** Where the next command, chunk or message is complete; -1 while it is not. */
  #ends(rest: Buffer): number {
    if (this.#chunk > 0) return rest.length >= this.#chunk ? this.#chunk : -1;
    if (this.#inData) {
      const dot = rest.indexOf(END);
      return dot < 0 ? -1 : dot + END.length;
    }
    const line = rest.indexOf(10);
    return line < 0 ? -1 : line + 1;
  }

  #answer(part: Buffer): string {
    if (this.#chunk > 0) {
      this.#chunk = 0;
      return this.#lastChunk ? this.#accepted(part) : '250 2.0.0 more\r\n';
    }
    if (this.#inData) {
      this.#inData = false;
      return this.#accepted(part);
    }
    const verb = part.toString('latin1', 0, 4).toUpperCase();
    if (verb === 'EHLO') return HELLO;
    if (verb === 'QUIT') return '221 2.0.0 bye\r\n';
    if (verb === 'BDAT') {
      const [, size = '0', end] = part.toString('latin1').trim().split(' ');
      this.#chunk = Number(size);
      this.#lastChunk = end !== undefined;
      return '';
    }
    if (verb !== 'DATA') return '250 2.0.0 ok\r\n';
    this.#inData = true;
    return '354 go\r\n';
  }

  #accepted(message: Buffer): string {
    accepted += 1;
    last = message;
    return '250 2.0.0 ok: queued as 4XyZ1A2b3C\r\n';
  }
}

const server = createServer((socket) => new Guest(socket));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('message', () => process.send?.({ accepted, last: last.toString('latin1') }));
process.on('disconnect', () => process.exit(0));
