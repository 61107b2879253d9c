import { sql } from 'kysely';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Run, rescheduleRun as rescheduleEndpoint } from '../../../contract/runs.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import type { Actor } from '../access/index.ts';
import { authoriseRun, getCampaignForRun, recordDeed, setSchedule } from '../campaigns/index.ts';
import type { DistributingNeeds } from './distribute.ts';
import { getRunRow } from './run.store.ts';
import { showRun } from './run.views.ts';
import { openWindow } from './run-window.ts';

/** A person decides about a start that was missed, or is still to come: now, or at another time. It begins as any scheduled run does. */
export const rescheduleRun = async (
  needs: DistributingNeeds,
  actor: Actor,
  { id, at }: InputOf<typeof rescheduleEndpoint>,
): Promise<Run> => {
  await needs.db.transaction().execute(async (tx) => {
    const { actionId } = await getRunRow(tx, id);
    const subject = await getCampaignForRun(tx, actionId, { forUpdate: true });
    authoriseRun(actor, subject);
    const run = await getRunRow(tx, id, true);
    if (run.state !== 'missed' && run.state !== 'scheduled')
      throw new Conflict('run_state_impossible', { state: run.state });
    const startsAt = at === null ? sql`now()` : sql`${at}::timestamptz`;
    const { rows } = await sql<{ id: string }>`
      update run set state = 'scheduled', pause_reason = null, scheduled_for = ${startsAt}, launched_by = ${actor.userId} where id = ${id} and ${startsAt} >= now() returning id`.execute(
      tx,
    );
    if (rows.length === 0) throw new Invalid('at', 'schedule_past');
    await sql`update chunk set due_at = ${startsAt} where run_id = ${id}`.execute(tx);
    const { expiresAfterHours } = subject.action;
    await openWindow(tx, id, { window: run.sendWindow, expiresAfterHours }, startsAt);
    if (at !== null && subject.action.schedule.kind !== 'recurring')
      await setSchedule(tx, subject.action, at, needs.clock.now());
    await recordDeed(tx, actor, run.campaignId, 'rescheduled', needs.clock.now(), { at });
  });
  return showRun(needs.db, id);
};
