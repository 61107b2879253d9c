import { type RawBuilder, sql } from 'kysely';
import type { Schedule } from '../../../contract/campaigns.ts';
import type { ActionId } from '../../../contract/ids.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import type { CampaignForRun } from '../campaigns/index.ts';

/** A scheduled action freezes its audience when it is launched, or only as it starts: by choice, and always where it waits for another or recurs. */
export const chosenAtStart = ({ action: { schedule } }: Pick<CampaignForRun, 'action'>): boolean =>
  schedule.kind === 'after' || schedule.kind === 'recurring' || (schedule.kind === 'at' && schedule.freeze === 'start');

/** Nobody yet is no mistake where the audience comes of an earlier stage and is settled at the start. */
export const mayBeEmpty = (subject: CampaignForRun): boolean => {
  const { copyOf } = subject.action.audience;
  if (subject.action.schedule.kind === 'recurring') return true;
  const built = subject.action.schedule.kind === 'after' || (copyOf !== null && 'actionId' in copyOf);
  return built && chosenAtStart(subject);
};

/** When an action that waits for its time begins; null as SQL while the one it waits for is not done. */
export const startOf = (schedule: Extract<Schedule, { kind: 'at' | 'after' }>): RawBuilder<unknown> => {
  if (schedule.kind === 'at') return sql`${schedule.at}::timestamptz`;
  return sql`(
    select greatest(now(), max(run.finished_at) + ${schedule.hours} * interval '1 hour') from run join action on action.id = run.action_id
    where action.id = ${schedule.actionId} and action.state = 'done' and run.mode = 'main' and run.finished_at is not null
    having count(*) > 0)`;
};

/** An action is done: what was released to follow it gets its time. */
export const releaseFollowers = async (tx: Tx, done: ActionId): Promise<void> => {
  await sql`
    update run set scheduled_for = now() + (action.schedule ->> 'hours')::int * interval '1 hour' from action
    where action.id = run.action_id and action.schedule ->> 'kind' = 'after' and action.schedule ->> 'actionId' = ${done}
      and run.mode = 'main' and run.state = 'scheduled' and run.scheduled_for is null`.execute(tx);
};
