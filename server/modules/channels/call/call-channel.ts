import type { IssuingChannel } from '../channel.ts';
import { shareWork } from '../work/share-work.ts';
import { insertCalls } from './call.store.ts';

/** Phone calls: each line is somebody's to call, or waits in the queue for whoever is free. */
export const callChannel: IssuingChannel = {
  shape: 'issue',
  name: 'call',
  issue: async (tx, run) => {
    await shareWork(tx, run);
    await insertCalls(tx, run);
  },
};
