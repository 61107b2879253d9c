import { sql } from 'kysely';
import type { Language } from '../../../../contract/messages/index.ts';
import type { Config } from '../../../config/config.ts';
import type { SecretBox } from '../../../platform/crypto/secret-box.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import type { Logger } from '../../../platform/logger.ts';
import { enqueue, handle, type TaskHandler, task } from '../../../platform/queue/queue.ts';
import { findAccount, noteAddress, sendNote } from '../../channels/index.ts';
import { noteAccount } from '../note-account.ts';
import { OFFER_TEXTS } from './offer-texts.ts';

interface Needs {
  db: Db;
  secretBox: SecretBox;
  config: Pick<Config, 'baseUrl'>;
  logger: Logger;
}

const tellOwnerTask = task<{ offerId: string }>('tell-offer-owner');

/** In the transaction that keeps the answer. */
export const announceAnswer = (db: Db, offerId: string): Promise<void> =>
  enqueue(db, tellOwnerTask, { offerId }, { jobKey: `offer:${offerId}`, maxAttempts: 5 });

export const offerTasks = (needs: Needs): TaskHandler[] => [
  handle(tellOwnerTask, ({ offerId }) => tellOwner(needs, offerId)),
];

interface Answered {
  number: string;
  state: 'accepted' | 'declined';
  answeredBy: string | null;
  answeredAt: Date;
  note: string | null;
  email: string;
  language: Language;
  accountId: string | null;
}

/** E15: whoever owns an offer is told by mail that it was answered, from an account that mails the campaign, else from any. */
export const tellOwner = async ({ db, secretBox, config, logger }: Needs, offerId: string): Promise<void> => {
  const { rows } = await sql<Answered>`
    select o.number, o.state, o.answered_by, o.answered_at, o.answer_note as note, u.email, coalesce(u.language, i.language) as language,
      ${noteAccount(sql`o.campaign_id`)} as account_id
    from offer o join app_user u on u.id = o.owner_id and u.disabled_at is null cross join installation i
    where o.id = ${offerId} and o.state in ('accepted', 'declined') and o.number is not null`.execute(db);
  const [answered] = rows;
  const account = answered?.accountId ? await findAccount(db, answered.accountId as never) : undefined;
  const address = answered ? noteAddress(answered.email) : null;
  if (!answered || !account?.fromAddress || address === null) return;
  const { number, state, answeredBy, answeredAt, note, language } = answered;
  const subject = OFFER_TEXTS[language][state === 'accepted' ? 'noteAccepted' : 'noteDeclined']
    .replace('{name}', () => answeredBy ?? '')
    .replace('{number}', () => number);
  const text = [subject, ...(note ? ['', note] : []), '', `${config.baseUrl}/sales/offers/${offerId}`].join('\n');
  const messageId = `<offer-${offerId}-${state}@${account.fromAddress.split('@').at(-1)}>`;
  const { ok, reply } = await sendNote(secretBox, account, address, { subject, text, messageId, at: answeredAt });
  if (!ok) logger.warn({ offer: offerId, reply }, 'could not tell by mail that an offer was answered');
};
