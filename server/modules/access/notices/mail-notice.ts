import { sql } from 'kysely';
import type { Language } from '../../../../contract/messages/index.ts';
import type { Notice } from '../../../../contract/notices.ts';
import type { Db } from '../../../platform/database/open-database.ts';

export interface NoticeToMail {
  id: string;
  userId: string;
  email: string;
  language: Language;
  detail: Notice['detail'];
}

/** Somebody who was told this under the key `key` and wants it by mail, too. It counts as mailed from now on, so that a crash never mails it twice. */
export const takeNoticeToMail = async (db: Db, key: string): Promise<NoticeToMail | undefined> => {
  const { rows } = await sql<NoticeToMail>`
    update notice n set mailed_at = now() from app_user u cross join installation i
    where n.id = (
        select told.id from notice told join app_user reader on reader.id = told.user_id
        where told.key = ${key} and told.mailed_at is null and reader.mail_when_finished and reader.disabled_at is null
        order by told.id limit 1 for update of told skip locked)
      and u.id = n.user_id
    returning n.id, u.id as user_id, u.email, coalesce(u.language, i.language) as language, n.detail`.execute(db);
  return rows[0];
};

/** It was not handed over after all. */
export const putBackNotice = async (db: Db, { id }: NoticeToMail): Promise<void> => {
  await sql`update notice set mailed_at = null where id = ${id}`.execute(db);
};
