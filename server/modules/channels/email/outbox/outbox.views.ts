import { sql } from 'kysely';
import { z } from 'zod';
import type { InputOf, OutputOf } from '../../../../../contract/endpoint.ts';
import type {
  getOutboxMessage as getEndpoint,
  listOutbox as listEndpoint,
  OutboxRow,
} from '../../../../../contract/outbox.ts';
import type { Db } from '../../../../platform/database/open-database.ts';
import { Invalid, NotFound } from '../../../../platform/errors.ts';
import { type Actor, authorise } from '../../../access/index.ts';

const COLUMNS = sql`id, received_at, mail_from as "from", rcpt_to as "to", subject, octet_length(raw) as bytes`;

type Needs = { db: Db };

export const listOutbox = async (
  { db }: Needs,
  actor: Actor,
  input: InputOf<typeof listEndpoint>,
): Promise<OutputOf<typeof listEndpoint>> => {
  authorise(actor, 'campaign.see');
  if (input.after !== undefined && !z.uuid().safeParse(input.after).success)
    throw new Invalid('after', 'invalid', { reason: 'cursor' });
  const like = `%${(input.search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const found = sql`outbox_message where (rcpt_to ilike ${like} or subject ilike ${like})`;
  const { rows } = await sql<OutboxRow>`
    select ${COLUMNS} from ${found} and (${input.after ?? null}::uuid is null or id < ${input.after ?? null}::uuid)
    order by id desc limit ${input.limit + 1}`.execute(db);
  const { rows: counted } = await sql<{ count: number }>`select count(*)::int as count from ${found}`.execute(db);
  const page = rows.slice(0, input.limit);
  return {
    rows: page,
    next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    total: counted[0]?.count ?? 0,
  };
};

export const getOutboxMessage = async (
  { db }: Needs,
  actor: Actor,
  { id }: InputOf<typeof getEndpoint>,
): Promise<OutputOf<typeof getEndpoint>> => {
  authorise(actor, 'campaign.see');
  const { rows } = await sql<OutboxRow & { raw: Buffer; messageId: string | null }>`
    select ${COLUMNS}, message_id, raw from outbox_message where id = ${id}`.execute(db);
  if (!rows[0]) throw new NotFound('message');
  const { raw, ...row } = rows[0];
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(raw);
  const headers = mail.headerLines.map(({ key, line }) => ({
    name: line.slice(0, key.length),
    value: line.slice(key.length + 1).trim(),
  }));
  return { ...row, html: mail.html === false ? null : mail.html, text: mail.text ?? null, headers };
};

/** How many messages the outbox has accepted: the other side's count. */
export const countOutbox = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from outbox_message`.execute(db);
  return rows[0]?.count ?? 0;
};
