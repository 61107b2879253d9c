import { sql } from 'kysely';
import type { ActionId, CampaignId, RunId } from '../../../contract/ids.ts';
import type { Db } from '../../platform/database/open-database.ts';

/** A campaign, or one of its actions. */
export interface Counted {
  campaignId: CampaignId;
  actionId?: ActionId | undefined;
}

/** `select r.id from COUNTED_RUNS`: the runs that count, sealed and no tests. */
export const countedRuns = ({ campaignId, actionId }: Counted) =>
  sql`run r where r.campaign_id = ${campaignId} and ${actionId ? sql`r.action_id = ${actionId}` : sql`true`} and r.mode <> 'test' and r.sealed_at is not null and r.state <> 'scheduled'`;

/** Whether the chain of retries of line `line` (an alias with run_id and no) goes on in a sealed run: it counts where it ends. */
export const wentOn = (line: string) => sql`exists (
  select from retry_of x join run later on later.id = x.retry_run
  where x.origin_run = ${sql.ref(`${line}.run_id`)} and x.origin_no = ${sql.ref(`${line}.no`)}
    and later.sealed_at is not null and later.state <> 'scheduled')`;

export interface CountedRuns {
  all: RunId[];
  /** Without the retries. */
  firsts: RunId[];
}

/** Read beforehand, so that PostgreSQL looks only into the partitions of these runs. */
export const findCountedRuns = async (db: Db, of: Counted): Promise<CountedRuns> => {
  const { rows } = await sql<{ id: RunId; mode: string }>`select r.id, r.mode from ${countedRuns(of)}`.execute(db);
  return { all: rows.map(({ id }) => id), firsts: rows.flatMap(({ id, mode }) => (mode === 'retry' ? [] : [id])) };
};

/**
 * Whether recipient `r` is a line that a campaign counts. Those a retry left out count as they were before it; those a later
 * distribution left out because an earlier one had them count there.
 */
export const isCounted = ({ all, firsts }: CountedRuns) => sql`
  r.run_id = any(${all}::bigint[])
  and (r.verdict = 'planned' or (r.reason <> 'already_in_campaign' and r.run_id = any(${firsts}::bigint[])))
  and not ${wentOn('r')}`;

/** Whether the message of a line came back. */
export const isBounced = (line: string) => sql`exists (
  select from first_event b where b.run_id = ${sql.ref(`${line}.run_id`)} and b.no = ${sql.ref(`${line}.no`)} and b.kind = 'bounced')`;

/** Whether the last message of a line could tell of opens and clicks. */
export const isTracked = (line: string) => sql`exists (
  select from attempt t where t.run_id = ${sql.ref(`${line}.run_id`)} and t.no = ${sql.ref(`${line}.no`)} and t.tracked and t.released_at is null
    and not exists (select from attempt later where later.run_id = t.run_id and later.no = t.no and later.attempt_no > t.attempt_no
      and later.released_at is null))`;
