import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { type Installation, loadInstallation, loadSendTimes } from '../../access/index.ts';

/** From where letters are posted, and in which language their covers are written. */
export type House = Pick<Installation, 'language' | 'timeZone'> & { country: string | null };

export const loadHouse = async (db: Db | Tx): Promise<House> => {
  const { language, timeZone } = await loadInstallation(db);
  return { language, timeZone, country: (await loadSendTimes(db)).country };
};
