import { wallTimeOf } from '../../../contract/wall-time.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { findInstallation } from '../access/index.ts';

/** The calendar day in the company's time zone: prices change at its midnight. */
export const dayAt = async (db: Db | Tx, now: Date): Promise<string> => {
  const installation = await findInstallation(db);
  return wallTimeOf(now.toISOString(), installation?.timeZone ?? 'UTC').slice(0, 10);
};

export const todayOf = (db: Db | Tx, clock: Clock): Promise<string> => dayAt(db, clock.now());
