import { sql } from 'kysely';
import type { ActionId, CampaignId, RunId } from '../../../contract/ids.ts';
import type { Run } from '../../../contract/runs.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import { type Place, type RunWindow, zoneOf } from './model/send-window.ts';

interface Waiting extends Place {
  lines: number;
  until: string;
}

type Shown = Omit<Run, 'sums' | 'window' | 'waits'> &
  Run['sums'] & { elapsed: number | null; sendWindow: RunWindow | null; waiting: Waiting[] | null };

const SELECT = sql`
  select r.id, r.campaign_id, r.action_id, r.mode, r.state, r.channel, r.scope, r.matched, r.planned, r.excluded,
    r.waterfall as excluded_by, r.pause_reason, r.generated_at, r.scheduled_for, r.occurs_at, r.sealed_at, r.started_at, r.finished_at, r.created_at, r.send_window,
    extract(epoch from now() - r.started_at)::float8 as elapsed, p.per_second,
    coalesce(c.open, r.planned)::int as open, coalesce(c.deferred, 0)::int as deferred, coalesce(c.sent, 0)::int as sent,
    coalesce(c.failed, 0)::int as failed, coalesce(c.dropped, 0)::int as dropped, coalesce(c.unknown, 0)::int as unknown, w.waiting
  from run r
  left join lateral (
    select sum(open) as open, sum(deferred) as deferred, sum(sent) as sent, sum(failed) as failed, sum(dropped) as dropped, sum(unknown) as unknown
    from chunk where run_id = r.id
  ) c on true
  left join lateral (
    select jsonb_agg(jsonb_build_object('timeZone', time_zone, 'country', country, 'until', opens_at, 'lines', lines) order by opens_at, lines desc) as waiting
    from (
      select time_zone, country, opens_at, sum(open)::int as lines from chunk
      where run_id = r.id and r.send_window is not null and r.state in ('scheduled', 'sending', 'paused') and open > 0 and opens_at > now()
      group by 1, 2, 3
    ) held
  ) w on true
  left join lateral (
    select (max(settled) - min(settled)) / nullif(extract(epoch from max(at) - min(at)), 0)::float8 as per_second
    from run_pace where run_id = r.id and r.state = 'sending' and at > now() - interval '1 minute'
  ) p on true`;

/** Lines settled per second over the last minute; of a run too young for that, since its start. */
const perSecondOf = ({ state, planned, open, elapsed, perSecond }: Shown): number | null => {
  if (state !== 'sending') return null;
  if (perSecond !== null) return perSecond;
  return elapsed !== null && elapsed >= 1 && elapsed < 60 && planned > open ? (planned - open) / elapsed : null;
};

/** Places whose clocks agree wait together. */
const waitsOf = (run: RunWindow | null, waiting: readonly Waiting[]): Run['waits'] => {
  if (run === null) return [];
  const waits = new Map<string, Run['waits'][number]>();
  for (const { lines, until, ...place } of waiting) {
    const timeZone = zoneOf(run.window, place, run.home);
    const key = `${until} ${timeZone}`;
    waits.set(key, { until, timeZone, lines: lines + (waits.get(key)?.lines ?? 0) });
  }
  return [...waits.values()];
};

const shape = (row: Shown): Run => {
  const { matched, planned, excluded, open, deferred, sent, failed, dropped, unknown, ...more } = row;
  const { elapsed: _, sendWindow, waiting, ...run } = more;
  const sums = { matched, planned, excluded, open, deferred, sent, failed, dropped, unknown };
  const waits = waitsOf(sendWindow, waiting ?? []);
  return { ...run, sums, window: sendWindow?.window ?? null, waits, perSecond: perSecondOf(row) };
};

export const showRun = async (db: Db | Tx, id: RunId): Promise<Run> => {
  const { rows } = await sql<Shown>`${SELECT} where r.id = ${id}`.execute(db);
  if (!rows[0]) throw new NotFound('run');
  return shape(rows[0]);
};

export const showRuns = async (db: Db, where: { actionId: ActionId } | { campaignId: CampaignId }): Promise<Run[]> => {
  const whose = 'actionId' in where ? sql`r.action_id = ${where.actionId}` : sql`r.campaign_id = ${where.campaignId}`;
  const { rows } = await sql<Shown>`${SELECT} where ${whose} order by r.created_at desc, r.id desc limit 200`.execute(
    db,
  );
  return rows.map(shape);
};

/** For the page Today: what is going on, and what ended since this moment. */
export const showLiveRuns = async (db: Db, since: Date): Promise<(Run & { campaignName: string })[]> => {
  const { rows } = await sql<Shown & { campaignName: string }>`
    select live.*, c.name as campaign_name from (${SELECT}) live join campaign c on c.id = live.campaign_id
    where live.mode <> 'test' and (live.state in ('scheduled', 'sending', 'paused', 'missed') or live.finished_at > ${since})
    order by live.sealed_at desc nulls last limit 100`.execute(db);
  return rows.map((row) => ({ ...shape(row), campaignName: row.campaignName }));
};
