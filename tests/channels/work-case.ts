import { sql } from 'kysely';
import { callChannel } from '../../server/modules/channels/call/call-channel.ts';
import { taskChannel } from '../../server/modules/channels/task/task-channel.ts';
import type { Db } from '../../server/platform/database/open-database.ts';
import type { IssuingCase } from './channel-case.ts';

const counted = async (db: Db, from: ReturnType<typeof sql>): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${from}`.execute(db);
  return rows[0]?.count ?? 0;
};

const typed: IssuingCase['furnish'] = async (db, { actionId, topicId }) => {
  await sql`
    with type as (
      insert into interaction_type (id, name, work, channel, position) select gen_random_uuid(), 'Work', true, null, 0
      where not exists (select from interaction_type) returning id
    )
    update action set interaction_type_id = coalesce((select id from type), (select id from interaction_type limit 1)), basis = 'soft_opt_in'
    where id = ${actionId}`.execute(db);
  await sql`
    insert into consent (party_kind, party_id, channel, topic_id, decision, record_id, at)
    select party_kind, party_id, 'call', topic_id, decision, record_id, at from consent where topic_id = ${topicId} and channel = 'email'
    on conflict do nothing`.execute(db);
};

export const callCase: IssuingCase = {
  shape: 'issue',
  channel: callChannel,
  furnish: typed,
  documents: (db, runId) =>
    counted(
      db,
      sql`call c join interaction i on i.id = c.interaction_id and i.state = 'open' where c.run_id = ${runId}`,
    ),
};

export const taskCase: IssuingCase = {
  shape: 'issue',
  channel: taskChannel,
  furnish: typed,
  documents: (db, runId) => counted(db, sql`interaction where run_id = ${runId} and state = 'open'`),
};
