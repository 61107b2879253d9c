import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface MailServer {
  port: number;
  /** Every message accepted, parsed by an independent parser. */
  received: { to: string; mail: ParsedMail; raw: string }[];
  /** Refuses a recipient with this reply, when it answers one. */
  refuse: (address: string) => string | null;
  close(): Promise<void>;
}

/** A real SMTP server on this machine. */
export const startMailServer = async ({ replyAfterMs = 0 } = {}): Promise<MailServer> => {
  const state: Pick<MailServer, 'received' | 'refuse'> = { received: [], refuse: () => null };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
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
        void simpleParser(raw).then((mail) => {
          state.received.push({ to: session.envelope.rcptTo[0]?.address ?? '', mail, raw: raw.toString('latin1') });
          if (replyAfterMs > 0) setTimeout(() => done(null, 'queued'), replyAfterMs);
          else done(null, 'queued');
        });
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(state, { port, close: () => new Promise<void>((resolve) => server.close(() => resolve())) });
};
