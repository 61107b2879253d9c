import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import type { Db } from '../../../../platform/database/open-database.ts';
import type { Ids } from '../../../../platform/ids.ts';
import type { Logger } from '../../../../platform/logger.ts';
import { headerOf } from './model/raw-header.ts';
import { refusalOf } from './model/refusal.ts';

interface Needs {
  db: Db;
  ids: Ids;
  logger: Logger;
}

export interface Outbox {
  port: number;
  close(): Promise<void>;
}

const MAX_BYTES = 25 * 1024 * 1024;

/**
 * A real mail server on this machine that keeps what it accepts in the database instead of passing it on. It says yes only once the
 * message is stored, so its count is the truth. Some addresses are refused, so that a demonstration has something to show.
 */
export const startOutbox = async (needs: Needs, port = 0): Promise<Outbox> => {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MAX_BYTES,
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const refusal = refusalOf(address);
      done(refusal === null ? null : Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
        const to = session.envelope.rcptTo.map(({ address }) => address);
        store(needs, from, to, Buffer.concat(parts)).then(
          () => done(null, '2.0.0 kept in the outbox'),
          () => done(Object.assign(new Error('4.3.0 the outbox cannot store messages now'), { responseCode: 451 })),
        );
      });
    },
  });
  server.on('error', (error) => needs.logger.warn({ err: error }, 'the outbox had trouble'));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

const store = async ({ db, ids }: Needs, from: string, to: readonly string[], raw: Buffer): Promise<void> => {
  const subject = headerOf(raw, 'subject') ?? '';
  const messageId = headerOf(raw, 'message-id');
  await sql`
    insert into outbox_message (id, mail_from, rcpt_to, subject, message_id, raw)
    select id, ${from}, address, ${subject}, ${messageId}, ${raw} from unnest(${to.map(() => ids.next())}::uuid[], ${to}::text[]) as kept (id, address)`.execute(
    db,
  );
};
