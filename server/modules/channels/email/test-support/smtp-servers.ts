import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Received {
  from: string;
  to: string[];
  raw: Buffer;
}

export interface RealServer {
  port: number;
  received: Received[];
  close(): Promise<void>;
}

/** A real SMTP server that keeps what it accepts. */
export const startSmtpServer = async (options: SMTPServerOptions = {}): Promise<RealServer> => {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    // A pool keeps connections that nobody will use any more.
    closeTimeout: 50,
    disabledCommands: options.key ? [] : ['STARTTLS'],
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks),
        });
        callback(null);
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { port, received, close: () => new Promise((resolve) => server.close(() => resolve())) };
};

/** What a scripted server does with a line it was sent, or with a message (`dot`); text is written, `hang_up` and `reset` end the connection. */
export type Script = (event: {
  line: string;
  dot: boolean;
  message: string;
  nth: number;
  socket: Socket;
}) => string | null;

export interface ScriptedServer {
  port: number;
  /** Every line that came, messages left out. */
  lines: string[];
  messages: string[];
  connections: number;
  close(): Promise<void>;
}

const ANSWERS: [RegExp, string][] = [
  [/^EHLO/i, '250-scripted\r\n250 PIPELINING\r\n'],
  [/^DATA/i, '354 go\r\n'],
  [/^QUIT/i, '221 bye\r\n'],
];

export const usually = (line: string): string => ANSWERS.find(([pattern]) => pattern.test(line))?.[1] ?? '250 ok\r\n';

/** Null says nothing; who is refused is hung up on. */
export type Greeting = string | null | ((socket: Socket) => string);

/** A server over a bare socket that may misbehave at any place. */
export const startScriptedServer = async (
  script: Script,
  greeting: Greeting = '220 scripted\r\n',
): Promise<ScriptedServer> => {
  const state: ScriptedServer = { port: 0, lines: [], messages: [], connections: 0, close: async () => undefined };
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    state.connections += 1;
    const nth = state.connections;
    socket.on('error', () => undefined);
    const said = typeof greeting === 'function' ? greeting(socket) : greeting;
    if (said?.startsWith('4') || said?.startsWith('5')) {
      socket.end(said);
      return;
    }
    if (said !== null) socket.write(said);
    serve(socket, nth, script, state);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.port = (server.address() as AddressInfo).port;
  state.close = () =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return state;
};

const serve = (socket: Socket, nth: number, script: Script, state: ScriptedServer): void => {
  let rest = '';
  let inMessage = false;
  let message = '';
  socket.on('data', (chunk: Buffer) => {
    rest += chunk.toString('latin1');
    for (let end = rest.indexOf('\r\n'); end >= 0 && !socket.destroyed; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (inMessage && line !== '.') {
        message += `${line.startsWith('.') ? line.slice(1) : line}\r\n`;
        script({ line, dot: false, message, nth, socket });
        continue;
      }
      const dot = inMessage;
      if (dot) state.messages.push(message);
      else state.lines.push(line);
      const answer = script({ line, dot, message, nth, socket }) ?? usually(line);
      inMessage = !dot && /^DATA/i.test(line) && answer.startsWith('354');
      if (dot || inMessage) message = '';
      if (!socket.destroyed && answer !== '') socket.write(answer, 'latin1');
    }
  });
};
