import type { Action } from './campaigns.ts';

type Follower = Pick<Action, 'channel' | 'schedule'> & { audience: Pick<Action['audience'], 'copyOf'> };

/** Whether an action mails what another one issues: an e-mail to the same people, as soon as that one is done. */
export const isMailOf =
  (documentActionId: string) =>
  ({ channel, schedule, audience: { copyOf } }: Follower): boolean =>
    channel === 'email' &&
    schedule.kind === 'after' &&
    schedule.actionId === documentActionId &&
    copyOf !== null &&
    'actionId' in copyOf &&
    copyOf.actionId === documentActionId;
