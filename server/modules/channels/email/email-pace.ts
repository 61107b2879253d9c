import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../../../platform/database/open-database.ts';
import { drawPace } from '../accounts/account.store.ts';
import type { Pace } from './smtp/departures.ts';

const LOOK_AGAIN_MS = 200;

/** Keeps an account's messages per minute, over all workers; while waiting it asks whether the message is still wanted. */
export const accountPace = (db: Db, accountId: string): Pace => ({
  wait: async (wanted) => {
    const until = performance.now() + (await drawPace(db, accountId, 1));
    for (let left = until - performance.now(); left > 0; left = until - performance.now()) {
      if (!wanted()) return false;
      await sleep(Math.min(left, LOOK_AGAIN_MS));
    }
    return wanted();
  },
});
