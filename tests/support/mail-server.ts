import type { AddressInfo, Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  port: number;
  /** Every message accepted, parsed by an independent parser. */
  received: { to: string; mail: ParsedMail; raw: string }[];
  /** Refuses a recipient with this reply, when it answers one. */
  refuse: (address: string) => string | null;
  /** Takes a message of whom it says so, and ends the connection without a word. */
  hangUp: (address: string) => boolean;
  /** Answers this many messages more and lets the others wait, until told otherwise. */
  answerOnly(count: number): void;
  /** How many messages wait for their answer. */
  waiting(): number;
  close(): Promise<void>;
}

interface Wish {
  /** Nobody may send without it. */
  login?: { username: string; password: string };
  replyAfterMs?: number;
}

/** A real SMTP server on this machine. */
export const startMailServer = async ({ login, replyAfterMs = 0 }: Wish = {}): Promise<MailServer> => {
  const state: Pick<MailServer, 'received' | 'refuse' | 'hangUp'> = {
    received: [],
    refuse: () => null,
    hangUp: () => false,
  };
  const queue = patientQueue();
  const server = new SMTPServer({
    ...(login ? { allowInsecureAuth: true } : {}),
    disabledCommands: login ? ['STARTTLS'] : ['AUTH', 'STARTTLS'],
    logger: false,
    // The pool on the other side keeps connections that nobody will use any more.
    closeTimeout: 50,
    onAuth: ({ username, password }, _session, done) =>
      username === login?.username && password === login?.password
        ? done(null, { user: username })
        : done(new Error('Authentication failed')),
    onRcptTo: ({ address }, _session, done) => {
      const reply = state.refuse(address);
      if (reply === null) return done();
      const [code, ...words] = reply.split(' ');
      return done(Object.assign(new Error(words.join(' ')), { responseCode: Number(code) }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        if (state.hangUp(session.envelope.rcptTo[0]?.address ?? '')) return sockets.get(session.remotePort)?.destroy();
        return queue.enter(async () => {
          const mail = await simpleParser(raw);
          state.received.push({ to: session.envelope.rcptTo[0]?.address ?? '', mail, raw: raw.toString('latin1') });
          if (replyAfterMs > 0) setTimeout(() => done(null, 'queued'), replyAfterMs);
          else done(null, 'queued');
        });
      });
    },
  });
  const sockets = new Map<number | undefined, Socket>();
  server.server.on('connection', (socket) => sockets.set(socket.remotePort, socket));
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return Object.assign(state, { port, answerOnly: queue.letIn, waiting: queue.length, close });
};

const patientQueue = () => {
  const waiting: (() => Promise<void>)[] = [];
  let room = Number.POSITIVE_INFINITY;
  const admit = () => {
    for (; room > 0 && waiting.length > 0; room -= 1) void waiting.shift()!();
  };
  return {
    enter: (visit: () => Promise<void>) => {
      waiting.push(visit);
      admit();
    },
    length: () => waiting.length,
    letIn: (count: number) => {
      room = count;
      admit();
    },
  };
};
