import { wallTimeOf } from '../../../contract/wall-time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { findInstallation } from '../access/index.ts';

/** The calendar day in the company's time zone: prices change at its midnight. */
export const todayOf = async (db: Db, clock: Clock): Promise<string> => {
  const installation = await findInstallation(db);
  return wallTimeOf(clock.now().toISOString(), installation?.timeZone ?? 'UTC').slice(0, 10);
};
