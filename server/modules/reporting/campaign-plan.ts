import { sql } from 'kysely';
import type { campaignPlan as endpoint } from '../../../contract/calendar.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { ActionId, CampaignId } from '../../../contract/ids.ts';
import type { RunState } from '../../../contract/runs.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise, loadInstallation } from '../access/index.ts';
import { actionsOf, activitiesOf, findOccasion, reasonsOf, timeOf } from '../campaigns/index.ts';

type Output = OutputOf<typeof endpoint>;

interface LastRun {
  actionId: ActionId;
  state: RunState;
  scheduledFor: Date | null;
  startedAt: Date | null;
  finishedAt: Date | null;
}

/** The newest distribution of each action that was released. */
const lastRunsOf = async (db: Db, id: CampaignId): Promise<Map<ActionId, LastRun>> => {
  const { rows } = await sql<LastRun>`
    select distinct on (r.action_id) r.action_id, r.state, r.scheduled_for, r.started_at, r.finished_at
    from run r where r.campaign_id = ${id} and r.mode <> 'test' and r.sealed_at is not null
    order by r.action_id, r.mode = 'retry', r.created_at desc`.execute(db);
  return new Map(rows.map((row) => [row.actionId, row]));
};

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

/** The actions of a campaign on a time line, each with what it waits for. */
export const campaignPlan = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof endpoint>,
): Promise<Output> => {
  authorise(actor, 'campaign.see');
  const { timeZone } = await loadInstallation(db);
  const [actions, runs, occasion, activities] = await Promise.all([
    actionsOf(db, id),
    lastRunsOf(db, id),
    findOccasion(db, id),
    activitiesOf(db, id),
  ]);
  const facts = actions.map((action) => ({ ...action, run: runs.get(action.id) ?? null }));
  const planned = facts.map((action) => {
    const { id: actionId, position, channel, name, state, run } = action;
    const { at, endedAt, expected } = timeOf(facts, actionId);
    const time = { at: iso(at), endedAt: iso(endedAt), expected, runState: run?.state ?? null };
    const after = reasonsOf(action, actions) as Output['actions'][number]['after'];
    return { id: actionId, position, channel, name, state, ...time, after };
  });
  return {
    timeZone,
    actions: planned,
    occasion: occasion && {
      title: occasion.title,
      startsAt: occasion.startsAt.toISOString(),
      endsAt: occasion.endsAt.toISOString(),
    },
    activities: activities.map(({ id: activityId, title, dueAt, doneAt }) => ({
      id: activityId,
      title,
      dueAt,
      doneAt,
    })),
  };
};
