import { type RawBuilder, sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { addPaces, type Pace, STANDSTILL } from './model/outlook.ts';

/**
 * Notes how far each run is that is being sent and could go on, once every few seconds whoever of the workers comes first. A run that waits
 * for its hours or a limit leaves a gap: that is no pace.
 */
export const samplePace = async (db: Db): Promise<void> => {
  await sql`
    insert into run_pace (run_id, settled)
    select r.id, sum(c.total - c.open) from run r join chunk c on c.run_id = r.id
    where r.state = 'sending' and r.mode <> 'test'
      and not exists (select from run_pace p where p.run_id = r.id and p.at > now() - interval '4 seconds')
    group by r.id
    having bool_or(c.open > 0 and (c.lease_until > now() or c.due_at <= now() and (c.closes_at is null or c.opens_at <= now() and now() < c.closes_at)))
    on conflict do nothing`.execute(db);
};

/** What a run went through, minute by minute; only means over some time tell when all of it will be through. */
const minutes = (runId: RunId | string, since: RawBuilder<unknown>) => sql`
  select sum(lines) as lines, sum(seconds) as seconds from (
    select settled - lag(settled) over sampled as lines, extract(epoch from at - lag(at) over sampled) as seconds,
      date_trunc('minute', at) as minute
    from run_pace where run_id = ${runId} and at > ${since} window sampled as (order by at)
  ) step where seconds between 1 and 60 group by minute`;

/** The pace of its slower and of its faster minutes; the mean of all is between them. That some stood still does not mean that all will. */
const paceSince = (runId: RunId | string, since: RawBuilder<unknown>) => sql`
  select greatest(least(mean, slow), mean / 10) as slow, greatest(mean, fast) as fast from (
    select sum(lines) / sum(seconds) as mean,
      percentile_cont(0.1) within group (order by (lines / seconds)::float8) filter (where seconds >= 20) as slow,
      percentile_cont(0.9) within group (order by (lines / seconds)::float8) filter (where seconds >= 20) as fast
    from (${minutes(runId, since)}) minute
  ) told where mean > 0`;

/** A few lines say nothing of how fast many would go. */
const TELLING_LINES = 100;

/** Keeps of an ended run how fast it went; the samples are not needed any more. */
export const keepPace = async (tx: Tx, runId: RunId | string): Promise<void> => {
  await sql`
    update run set slow_per_second = pace.slow, fast_per_second = pace.fast from (${paceSince(runId, sql`'-infinity'`)}) pace
    where id = ${runId} and planned >= ${TELLING_LINES}`.execute(tx);
  await sql`delete from run_pace where run_id = ${runId}`.execute(tx);
};

/** How fast this run went in the last minutes; null until it has been seen three times. */
export const paceOfRun = async (db: Db, runId: RunId): Promise<Pace | null> => {
  const recent = sql`now() - interval '5 minutes'`;
  const { rows } = await sql<Pace & { samples: number }>`
    select pace.slow::float8, pace.fast::float8, (select count(*)::int from run_pace where run_id = ${runId} and at > ${recent}) as samples
    from (${paceSince(runId, recent)}) pace`.execute(db);
  const [row] = rows;
  return row && row.samples > 2 ? { slow: row.slow, fast: row.fast } : null;
};

/** How fast the runs of an account went in the last minutes, together; but for one's own. */
export const paceBeside = async (db: Db, accountId: string, own: RunId | null): Promise<Pace> => {
  const { rows } = await sql<{ id: RunId }>`
    select id from run where sending_account_id = ${accountId} and state = 'sending' and mode <> 'test' and id is distinct from ${own}::bigint`.execute(
    db,
  );
  const paces = await Promise.all(rows.map(({ id }) => paceOfRun(db, id)));
  return paces.reduce<Pace>((all, one) => addPaces(all, one ?? STANDSTILL), STANDSTILL);
};

/** How fast the last runs of an account went. */
export const paceOfAccount = async (db: Db, accountId: string): Promise<Pace | null> => {
  const { rows } = await sql<{ slow: number | null; fast: number | null }>`
    select min(slow_per_second)::float8 as slow, max(fast_per_second)::float8 as fast from (
      select slow_per_second, fast_per_second from run
      where sending_account_id = ${accountId} and fast_per_second is not null and finished_at > now() - interval '90 days'
      order by finished_at desc limit 5
    ) run`.execute(db);
  const [row] = rows;
  return row && row.slow !== null && row.fast !== null ? { slow: row.slow, fast: row.fast } : null;
};
