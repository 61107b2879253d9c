import { sql } from 'kysely';
import type { PlannedActivity } from '../../../contract/activities.ts';
import type { CampaignId, PlannedActivityId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';

export interface StoredActivity {
  id: PlannedActivityId;
  campaignId: CampaignId;
  title: string;
  responsibleId: string;
  doneAt: Date | null;
}

export const getActivity = async (db: Db, id: PlannedActivityId): Promise<StoredActivity> => {
  const row = await db
    .selectFrom('plannedActivity')
    .select(['id', 'campaignId', 'title', 'responsibleId', 'doneAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound('activity');
  return row as StoredActivity;
};

/** What is open first, the soonest first; then what is done, the last first. */
export const activitiesOf = async (db: Db, campaignId: CampaignId): Promise<Omit<PlannedActivity, 'mayTick'>[]> => {
  const { rows } = await sql<Omit<PlannedActivity, 'mayTick'>>`
    select a.id, a.campaign_id, a.title, a.note, jsonb_build_object('id', u.id, 'name', u.name) as responsible, a.due_at, a.done_at,
      (select d.name from app_user d where d.id = a.done_by) as done_by
    from planned_activity a join app_user u on u.id = a.responsible_id where a.campaign_id = ${campaignId}
    order by a.done_at is not null, case when a.done_at is null then a.due_at end, a.done_at desc, a.id`.execute(db);
  return rows;
};
