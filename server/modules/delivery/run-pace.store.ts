import { sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { Pace } from './model/outlook.ts';

/** Notes how far each run is that is being sent, once every few seconds whoever of the workers comes first. */
export const samplePace = async (db: Db): Promise<void> => {
  await sql`
    insert into run_pace (run_id, settled)
    select r.id, sum(c.total - c.open) from run r join chunk c on c.run_id = r.id
    where r.state = 'sending' and r.mode <> 'test' and not exists (select from run_pace p where p.run_id = r.id and p.at > now() - interval '4 seconds')
    group by r.id
    on conflict do nothing`.execute(db);
};

/** What a run went through between two samples, with how many lines took part; standing still is no pace. */
const steps = (runId: RunId | string) => sql`
  select lines, lines / seconds as rate from (
    select settled - lag(settled) over sampled as lines, extract(epoch from at - lag(at) over sampled) as seconds
    from run_pace where run_id = ${runId} window sampled as (order by at)
  ) step where lines > 0 and seconds between 1 and 60`;

/** The paces that a tenth of the lines went below and above. */
const tenths = (runId: RunId | string) => sql`
  select min(rate) filter (where share >= 0.1) as slow, min(rate) filter (where share >= 0.9) as fast
  from (select rate, sum(lines) over (order by rate) / sum(lines) over () as share from (${steps(runId)}) step) ranked`;

/** A few lines say nothing of how fast many would go. */
const TELLING_LINES = 100;

/** Keeps of an ended run how fast it went; the samples are not needed any more. */
export const keepPace = async (tx: Tx, runId: RunId | string): Promise<void> => {
  await sql`
    update run set slow_per_second = pace.slow, fast_per_second = pace.fast from (${tenths(runId)}) pace
    where id = ${runId} and planned >= ${TELLING_LINES}`.execute(tx);
  await sql`delete from run_pace where run_id = ${runId}`.execute(tx);
};

/** How fast this run is going; null until it has been seen three times. */
export const paceOfRun = async (db: Db, runId: RunId): Promise<Pace | null> => {
  const { rows } = await sql<{ slow: number | null; fast: number | null; samples: number }>`
    select pace.slow::float8, pace.fast::float8, (select count(*)::int from run_pace where run_id = ${runId}) as samples
    from (${tenths(runId)}) pace`.execute(db);
  const [row] = rows;
  return row && row.slow !== null && row.fast !== null && row.samples > 2 ? { slow: row.slow, fast: row.fast } : null;
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
