import type { InputOf } from '../../../contract/endpoint.ts';
import type { SendTimes, updateSendTimes as updateEndpoint } from '../../../contract/send-times.ts';
import { json } from '../../platform/database/json.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { JsonObject } from '../../platform/database/tables.ts';
import { authorise } from './authorise.ts';
import { lockInstallation } from './installation.store.ts';
import type { Actor } from './model/may.ts';

/** As stored, for those who plan and send. */
export const loadSendTimes = async (db: Db | Tx): Promise<SendTimes> => {
  const row = await db
    .selectFrom('installation')
    .select(['sendWindow as window', 'country', 'lateMinutes', 'undoSeconds'])
    .executeTakeFirst();
  const stored = row ?? { window: null, country: null, lateMinutes: 60, undoSeconds: 10 };
  return stored as unknown as SendTimes;
};

export const getSendTimes = async ({ db }: { db: Db }, actor: Actor): Promise<SendTimes> => {
  authorise(actor, 'campaign.see');
  return loadSendTimes(db);
};

export const updateSendTimes = async (
  { db }: { db: Db },
  actor: Actor,
  { window, ...rest }: InputOf<typeof updateEndpoint>,
): Promise<SendTimes> => {
  authorise(actor, 'settings.edit');
  return db.transaction().execute(async (tx) => {
    await lockInstallation(tx);
    const changed = {
      ...rest,
      ...(window !== undefined && { sendWindow: window && json(window as unknown as JsonObject) }),
    };
    if (Object.keys(changed).length > 0) await tx.updateTable('installation').set(changed).execute();
    return loadSendTimes(tx);
  });
};
