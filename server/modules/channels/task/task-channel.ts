import type { IssuingChannel } from '../channel.ts';
import { shareWork } from '../work/share-work.ts';

/** Any other activity: somebody here is given something to do about each line. */
export const taskChannel: IssuingChannel = {
  shape: 'issue',
  name: 'task',
  issue: shareWork,
};
