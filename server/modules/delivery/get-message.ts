import { sql } from 'kysely';
import { z } from 'zod';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { SendingAccountId } from '../../../contract/ids.ts';
import type { Language } from '../../../contract/messages/index.ts';
import { ENCLOSURES } from '../../../contract/reports.ts';
import type { getMessage as getMessageEndpoint } from '../../../contract/runs.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Conflict, NotFound } from '../../platform/errors.ts';
import { bare } from '../../platform/http/route.ts';
import { type Actor, authorise } from '../access/index.ts';
import type { Parcel, ShownMessage } from '../channels/index.ts';
import { escapeHtml } from '../content/index.ts';
import type { ViewLine } from '../tracking/index.ts';
import { dispatchOf } from './live-run.ts';
import { createMessageNeeds, type MessageMaking, type MessageNeeds } from './message-needs.ts';
import { getRunRow } from './run.store.ts';

interface LastAttempt {
  address: string | null;
  addressKey: string | null;
  language: Language | null;
  messageId: string;
  sendingAccountId: SendingAccountId;
  /** As it was read at sending. */
  merged: Parcel['values'];
  senderName: string | null;
  senderReplyTo: string | null;
  tracked: boolean;
  at: Date;
}

const findLastAttempt = async (db: Db, runId: string, no: number): Promise<LastAttempt | undefined> => {
  const { rows } = await sql<LastAttempt>`
    select r.address, r.address_key, r.language, t.message_id, t.sending_account_id, t.merged, t.sender_name, t.sender_reply_to, t.tracked, t.at
    from recipient r join attempt t on t.run_id = r.run_id and t.no = r.no
    where r.run_id = ${runId} and r.no = ${no} and t.released_at is null order by t.attempt_no desc limit 1`.execute(
    db,
  );
  return rows[0];
};

type Message = OutputOf<typeof getMessageEndpoint>;

const lastMessage = async (needs: MessageNeeds, runId: string, no: number) => {
  const row = await getRunRow(needs.db, runId);
  const attempt = await findLastAttempt(needs.db, runId, no);
  if (attempt === undefined || attempt.address === null) return null;
  const { address, addressKey, language, messageId, sendingAccountId, merged, senderName, senderReplyTo, tracked, at } =
    attempt;
  const parcel: Parcel = {
    no,
    address,
    addressKey: addressKey ?? '',
    language,
    messageId,
    token: needs.tokensOf(row.id, [no])[0]!,
    values: merged,
    tracked,
    sender: senderName === null ? null : { name: senderName, replyTo: senderReplyTo },
  };
  const channel = needs.carrying(row.channel);
  return { channel, dispatch: { ...dispatchOf(needs, row), sendingAccountId }, parcel, at };
};

/** The message as this line received it, made again from the sealed content and the values read at sending; null when none ever left. */
export const showMessage = async (needs: MessageNeeds, runId: string, no: number): Promise<Message | null> => {
  const last = await lastMessage(needs, runId, no);
  if (last === null) return null;
  const { channel, dispatch, parcel, at } = last;
  const shown = await channel.show(dispatch, parcel);
  if (!('headers' in shown)) return null;
  const { files, ...message }: ShownMessage = shown;
  return { ...message, files: [...files], to: parcel.address, messageId: parcel.messageId, at: at.toISOString() };
};

const OneFile = z.object({
  id: z.string().regex(/^\d{1,18}$/),
  no: z.coerce.number().int().positive(),
  which: z.enum(ENCLOSURES),
});

/** O40: a PDF that went with somebody's e-mail, made again from the values of that time. */
export const takeEnclosed = bare<MessageMaking, Actor>({
  method: 'GET',
  path: '/api/runs/:id/lines/:no/:which',
  access: 'session',
  summary: 'A PDF that went with the message of this recipient alone: its report, or what was issued to him',
  handle: async (making, actor, { request, reply }) => {
    authorise(actor, 'campaign.see');
    authorise(actor, 'crm.see');
    const asked = OneFile.safeParse(request.params);
    if (!asked.success) throw new NotFound('file');
    const { id, no, which } = asked.data;
    if (which === 'document') authorise(actor, 'sales.see');
    const last = await lastMessage(createMessageNeeds(making), id, no);
    const file = last && (await last.channel.showEnclosed?.(last.dispatch, last.parcel, which));
    if (!file || !('content' in file)) throw new NotFound('file');
    return reply
      .type(file.type)
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(file.content);
  },
});

export const getMessage = async (
  making: MessageMaking,
  actor: Actor,
  { id, no }: InputOf<typeof getMessageEndpoint>,
): Promise<Message> => {
  authorise(actor, 'campaign.see');
  const message = await showMessage(createMessageNeeds(making), id, no);
  if (message === null) throw new Conflict('message_not_sent');
  return message;
};

/** For the page behind "view in browser": the HTML, or the text as HTML where there is none. */
export const createViewLine =
  (making: MessageMaking): ViewLine =>
  async ({ runId, no }) => {
    const message = await showMessage(createMessageNeeds(making), runId, no).catch(() => null);
    if (message === null) return null;
    return message.html ?? `<!doctype html><meta charset="utf-8"><pre>${escapeHtml(message.text)}</pre>`;
  };
