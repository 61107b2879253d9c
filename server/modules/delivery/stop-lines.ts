import { sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { chunkOf } from './chunk.store.ts';
import { settleWorkOfRun } from './run-work.ts';

/**
 * Drops what was never begun of a stopped run; intents still open are settled by their worker or its journal, and asked again then. The
 * lines are counted as they were found: joined with what was written they would be compared each with each.
 */
export const dropOpenLines = async (db: Db, runId: RunId | string): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    await sql`select 1 from chunk where run_id = ${runId} and open > 0 order by chunk_no for update`.execute(tx);
    await sql`
      with idle as (
        select r.no, coalesce(o.seq, 0) as seq, o.state as before
        from chunk c
        join recipient r on r.run_id = c.run_id and r.no between c.first_no and c.last_no and r.verdict = 'planned'
        left join lateral (select seq, state, attempt_no from outcome where run_id = r.run_id and no = r.no order by seq desc limit 1) o on true
        where c.run_id = ${runId} and c.open > 0 and (o.state is null or o.state = 'deferred')
          and not exists (
            select from attempt t where t.run_id = r.run_id and t.no = r.no and t.released_at is null
              and not exists (select from outcome x where x.run_id = t.run_id and x.no = t.no and x.attempt_no = t.attempt_no)
          )
      ), dropped as (
        insert into outcome (run_id, no, seq, state, reason) select ${runId}, no, seq + 1, 'dropped', 'stopped' from idle
      ), moved as (
        select ${chunkOf(sql`i.no`)} as chunk_no, count(*) as lines, count(*) filter (where i.before = 'deferred') as deferred
        from idle i group by 1
      )
      update chunk c set open = c.open - m.lines, deferred = c.deferred - m.deferred, dropped = c.dropped + m.lines
      from moved m where c.run_id = ${runId} and c.chunk_no = m.chunk_no`.execute(tx);
    await settleWorkOfRun(tx, runId);
  });
};
