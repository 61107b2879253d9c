import { sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';
import type { Logger } from '../../platform/logger.ts';
import { chunkOf } from './chunk.store.ts';
import { settleWorkOfRun } from './run-work.ts';

/**
 * Drops what was never begun of a stopped run; intents still open are settled by their worker or its journal, and asked again then.
 *
 * The database has no statistics yet of a run that just began and takes it for a single line. So nothing is left for it to choose: what
 * belongs to a line is looked up by its key (`limit`), what is under way is a list it looks into (`not in`), and what is dropped is counted
 * as it was found. Left to it, each line was compared with each.
 */
export const dropOpenLines = async (db: Db, runId: RunId | string): Promise<void> => {
  await db.transaction().execute(async (tx) => {
    await sql`select 1 from chunk where run_id = ${runId} and open > 0 order by chunk_no for update`.execute(tx);
    await sql`
      with under_way as materialized (
        select t.no
        from attempt t
        left join lateral (
          select true as told from outcome where run_id = ${runId} and no = t.no and attempt_no = t.attempt_no limit 1
        ) o on true
        where t.run_id = ${runId} and t.released_at is null and o.told is null
      ), idle as (
        select r.no, coalesce(o.seq, 0) as seq, o.state as before
        from chunk c
        cross join lateral (
          select no from recipient where run_id = ${runId} and no between c.first_no and c.last_no and verdict = 'planned' offset 0
        ) r
        left join lateral (select seq, state from outcome where run_id = ${runId} and no = r.no order by seq desc limit 1) o on true
        where c.run_id = ${runId} and c.open > 0 and (o.state is null or o.state = 'deferred') and r.no not in (select no from under_way)
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

/**
 * What a stop left open, since it failed on its way or since an intent of a dead worker was released only later. What a worker still has in
 * hand it drops by itself. Asked once a minute, so that the runs of all years need no index for it.
 */
export const dropLeftOpen = async ({ db, logger }: { db: Db; logger: Logger }): Promise<void> => {
  const { rows } = await sql<{ id: RunId }>`
    select id from run r where state = 'stopped' and exists (
      select from chunk c where c.run_id = r.id and c.open > 0 and coalesce(c.lease_until, '-infinity') <= now()
    )`.execute(db);
  for (const { id } of rows)
    await dropOpenLines(db, id).catch((err) =>
      logger.warn({ err, run: id }, 'what a stop left open could not be dropped'),
    );
};
