import { sql } from 'kysely';
import type { OutputOf } from '../../../contract/endpoint.ts';
import type { today as todayEndpoint } from '../../../contract/runs.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise, may, userName } from '../access/index.ts';
import { showLiveRuns } from '../delivery/index.ts';
import { wentOn } from './counted-lines.ts';

type Today = OutputOf<typeof todayEndpoint>;

const DAY_MS = 24 * 3600 * 1000;

/** What runs now, what needs a person, what ended within a day. */
export const today = async ({ db, clock }: { db: Db; clock: Clock }, actor: Actor): Promise<Today> => {
  authorise(actor, 'campaign.see');
  const runs = await showLiveRuns(db, new Date(clock.now().getTime() - DAY_MS));
  const over = (state: string) => state === 'finished' || state === 'stopped';
  return {
    running: runs.filter((run) => !over(run.state)),
    finished: runs.filter((run) => over(run.state)),
    unknown: await readUnknown(db),
    pausedAccounts: await readPausedAccounts(db),
    approvals: may(actor, 'campaign.approve') ? await readApprovals(db, actor.userId) : [],
    activities: await readActivities(db, actor.userId, clock.now()),
    sentBefore: await isAnythingSent(db),
  };
};

/** Of which nobody has decided yet: what was sent again or left is no longer asked about, though the run still counts it as unknown. */
const readUnknown = async (db: Db): Promise<Today['unknown']> => {
  const { rows } = await sql<Today['unknown'][number]>`
    select run_id, campaign_id, campaign_name, lines - decided as lines from (
      select r.id as run_id, r.campaign_id, c.name as campaign_name, k.lines, (
          select count(*)::int from (
            select l.run_id, l.no from left_unknown l where l.run_id = r.id
            union select x.origin_run, x.origin_no from retry_of x where x.origin_run = r.id
          ) line
          where (${wentOn('line')} or exists (select from left_unknown l where l.run_id = line.run_id and l.no = line.no))
            and (select o.state from outcome o where o.run_id = line.run_id and o.no = line.no order by o.seq desc limit 1) = 'unknown'
        ) as decided
      from run r join campaign c on c.id = r.campaign_id
      join lateral (select sum(unknown)::int as lines from chunk where run_id = r.id and unknown > 0) k on k.lines > 0
      where r.mode <> 'test' and r.created_at > now() - interval '90 days'
    ) asked where lines > decided order by run_id desc limit 50`.execute(db);
  return rows;
};

const readPausedAccounts = async (db: Db): Promise<Today['pausedAccounts']> => {
  const { rows } = await sql<Today['pausedAccounts'][number]>`
    select id, channel, name, coalesce(paused_reason ->> 'reason', paused_reason ->> 'code', '') as reason from sending_account
    where paused_at is not null and archived_at is null order by name`.execute(db);
  return rows;
};

const readActivities = async (db: Db, userId: string | null, now: Date): Promise<Today['activities']> => {
  const { rows } = await sql<Today['activities'][number]>`
    select a.id, a.campaign_id, c.name as campaign_name, a.title, a.due_at
    from planned_activity a join campaign c on c.id = a.campaign_id and c.archived_at is null
    cross join (select time_zone from installation) here
    where a.responsible_id = ${userId} and a.done_at is null
      and a.due_at < (date_trunc('day', ${now}::timestamptz at time zone here.time_zone) + interval '2 days') at time zone here.time_zone
    order by a.due_at, a.id limit 50`.execute(db);
  return rows;
};

const readApprovals = async (db: Db, userId: string | null): Promise<Today['approvals']> => {
  const { rows } = await sql<Today['approvals'][number]>`
    select a.id, a.campaign_id, c.name as campaign_name, a.action_id, ${userName(sql`a.asked_by`)} as asked_by, a.asked_at,
      (a.fingerprint ->> 'planned')::int as planned
    from approval a join campaign c on c.id = a.campaign_id and c.archived_at is null
    where a.state = 'asked' and a.asked_by <> ${userId} order by a.asked_at, a.id limit 50`.execute(db);
  return rows;
};

const isAnythingSent = async (db: Db): Promise<boolean> => {
  const found = await db
    .selectFrom('run')
    .select('id')
    .where('mode', '<>', 'test')
    .where('sealedAt', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
};
