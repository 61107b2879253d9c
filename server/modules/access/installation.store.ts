import { sql } from 'kysely';
import type { Language } from '../../../contract/messages/languages.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';

export interface Installation {
  name: string;
  language: Language;
  currency: string;
  timeZone: string;
  seats: number | null;
  tracking: 'everyone' | 'consented' | 'nobody';
}

const read = (db: Db) =>
  db.selectFrom('installation').select(['name', 'language', 'currency', 'timeZone', 'seats', 'tracking']);

export const findInstallation = async (db: Db): Promise<Installation | undefined> =>
  (await read(db).executeTakeFirst()) as Installation | undefined;

export const getInstallation = async (db: Db): Promise<Installation> => {
  const installation = await findInstallation(db);
  if (!installation) throw new NotFound('installation');
  return installation;
};

/** Holds the installation until the transaction ends: seats and administrators are counted by one at a time. */
export const lockInstallation = async (tx: Tx): Promise<Installation> => {
  const installation = await read(tx).forUpdate().executeTakeFirst();
  if (!installation) throw new NotFound('installation');
  return installation as Installation;
};

/** False when there is one already; of two at the same moment the second waits and gets false. */
export const insertInstallation = async (
  tx: Tx,
  installation: Omit<Installation, 'seats' | 'tracking'>,
): Promise<boolean> => {
  const { rows } = await sql`
    insert into installation (name, language, currency, time_zone)
    values (${installation.name}, ${installation.language}, ${installation.currency}, ${installation.timeZone})
    on conflict (id) do nothing returning id`.execute(tx);
  return rows.length === 1;
};
