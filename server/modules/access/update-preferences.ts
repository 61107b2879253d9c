import type { updatePreferences as api } from '../../../contract/access.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Actor } from './model/may.ts';
import { renameCredential } from './sign-in/credential.store.ts';
import { getUser } from './user.store.ts';

/** Everybody's own, whatever their role. */
export const updatePreferences = async (
  { db }: { db: Db },
  actor: Actor,
  { name, language, timeZone, mailWhenFinished }: InputOf<typeof api>,
): Promise<{ ok: true }> => {
  await db.transaction().execute(async (tx) => {
    const user = await getUser(tx, actor.userId);
    await tx
      .updateTable('appUser')
      .set({
        name: name ?? user.name,
        language: language === undefined ? user.language : language,
        timeZone: timeZone === undefined ? user.timeZone : timeZone,
        mailWhenFinished: mailWhenFinished ?? user.mailWhenFinished,
      })
      .where('id', '=', user.id)
      .execute();
    if (name !== undefined) await renameCredential(tx, user.id, name);
  });
  return { ok: true };
};
