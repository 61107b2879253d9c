import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Mailbox {
  port: number;
  user: string;
  password: string;
}

/** Every message of the inbox, byte for byte, without marking any as read. */
export async function readInbox({ port, user, password }: Mailbox): Promise<Buffer[]> {
  const socket = connect({ port, host: '127.0.0.1' });
  socket.setTimeout(10_000, () => socket.destroy(new Error('IMAP: no answer')));
  const conversation = new ImapConversation(socket);
  try {
    await conversation.greeting();
    await conversation.say(`LOGIN ${user} ${password}`);
    const selected = await conversation.say('EXAMINE INBOX');
    const count = Number(/^\* (\d+) EXISTS/m.exec(selected.toString('latin1'))?.[1]);
    const messages: Buffer[] = [];
    for (let no = 1; no <= count; no += 1) messages.push(literalIn(await conversation.say(`FETCH ${no} BODY.PEEK[]`)));
    await conversation.say('LOGOUT');
    return messages;
  } finally {
    socket.destroy();
  }
}

/** `* 1 FETCH (BODY[] {123}`, then so many bytes. */
function literalIn(answer: Buffer): Buffer {
  const head = /\{(\d+)\}\r\n/.exec(answer.toString('latin1'));
  if (head === null) throw new Error(`IMAP: no message in ${answer.toString('latin1', 0, 200)}`);
  const start = head.index + head[0].length;
  return answer.subarray(start, start + Number(head[1]));
}

class ImapConversation {
  #came = Buffer.alloc(0);
  #tag = 0;
  readonly #socket: Socket;

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#came = Buffer.concat([this.#came, chunk]);
    });
  }

  greeting(): Promise<Buffer> {
    return this.#until(/^\* OK .*\r\n/);
  }

  async say(command: string): Promise<Buffer> {
    this.#tag += 1;
    this.#socket.write(`t${this.#tag} ${command}\r\n`);
    const answer = await this.#until(new RegExp(`^t${this.#tag} .*\\r\\n$`, 'm'));
    if (!new RegExp(`^t${this.#tag} OK`, 'm').test(answer.toString('latin1')))
      throw new Error(`IMAP: ${command} answered ${answer.toString('latin1', 0, 200)}`);
    return answer;
  }

  async #until(end: RegExp): Promise<Buffer> {
    while (!end.test(this.#came.toString('latin1'))) await once(this.#socket, 'data');
    const answer = this.#came;
    this.#came = Buffer.alloc(0);
    return answer;
  }
}
