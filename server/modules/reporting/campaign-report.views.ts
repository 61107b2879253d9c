import { sql } from 'kysely';
import type { z } from 'zod';
import type { Fact, Sums } from '../../../contract/runs.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Counted, countedRuns, isBounced, isTracked, wentOn } from './counted-lines.ts';

const LAST_STATE = sql`(select o.state from outcome o where o.run_id = l.run_id and o.no = l.no order by o.seq desc limit 1)`;

/**
 * The sums of a campaign: those of its runs, less the lines that were retried (they count in the retry), less those a later
 * distribution left out because an earlier one had them (they count there).
 */
export const readSums = async (db: Db, of: Counted): Promise<Sums> => {
  const { rows } = await sql<Sums>`
    with counted as (select r.id, r.mode, r.matched, r.planned, r.excluded, r.waterfall from ${countedRuns(of)}),
    states as (
      select coalesce(sum(c.open), 0) as open, coalesce(sum(c.deferred), 0) as deferred, coalesce(sum(c.sent), 0) as sent,
        coalesce(sum(c.failed), 0) as failed, coalesce(sum(c.dropped), 0) as dropped, coalesce(sum(c.unknown), 0) as unknown
      from counted join chunk c on c.run_id = counted.id
    ), retried as (
      select coalesce(sum((s.state = 'sent')::int), 0) as sent, coalesce(sum((s.state = 'failed')::int), 0) as failed,
        coalesce(sum((s.state = 'dropped')::int), 0) as dropped, coalesce(sum((s.state = 'unknown')::int), 0) as unknown, count(s.state) as lines
      from counted join retry_of x on x.origin_run = counted.id join run later on later.id = x.retry_run and later.sealed_at is not null and later.state <> 'scheduled'
      cross join lateral (select x.origin_run as run_id, x.origin_no as no) l
      cross join lateral (select ${LAST_STATE} as state) s
    ), retries as (
      select coalesce(sum(excluded), 0) as excluded from counted where mode = 'retry'
    ), firsts as (
      select coalesce(sum(matched), 0) as matched, coalesce(sum(planned), 0) as planned, coalesce(sum(excluded), 0) as excluded from counted where mode <> 'retry'
    ), again as (
      select coalesce(sum((w ->> 'lines')::int), 0) as lines from counted, jsonb_array_elements(waterfall) w
      where mode <> 'retry' and w ->> 'reason' = 'already_in_campaign'
    )
    select (f.matched - a.lines)::int as matched, f.planned::int as planned, (f.excluded - a.lines)::int as excluded,
      s.open::int as open, s.deferred::int as deferred, (s.sent - r.sent)::int as sent, (s.failed - r.failed)::int as failed,
      (s.dropped - r.dropped)::int as dropped, (s.unknown - r.unknown)::int as unknown
    from states s, retried r, firsts f, again a`.execute(db);
  return rows[0]!;
};

export interface Tally {
  reason: string;
  lines: number;
}

export const readExclusions = async (db: Db, of: Counted): Promise<Tally[]> => {
  const { rows } = await sql<Tally>`
    select w ->> 'reason' as reason, sum((w ->> 'lines')::int)::int as lines
    from ${sql`(select r.waterfall, r.mode from ${countedRuns(of)})`} r, jsonb_array_elements(r.waterfall) with ordinality as e (w, place)
    where r.mode <> 'retry' and w ->> 'reason' <> 'already_in_campaign'
    group by 1 order by min(place), 1`.execute(db);
  return rows;
};

/** Why lines failed or were dropped, where their chain of retries ends. */
export const readReasons = async (db: Db, of: Counted, state: 'failed' | 'dropped'): Promise<Tally[]> => {
  const { rows } = await sql<Tally>`
    select l.reason, count(*)::int as lines
    from outcome l join (select r.id from ${countedRuns(of)}) counted on counted.id = l.run_id
    where l.state = ${state} and not exists (select from outcome later where later.run_id = l.run_id and later.no = l.no and later.seq > l.seq) and not ${wentOn('l')}
    group by l.reason order by lines desc, l.reason`.execute(db);
  return rows;
};

export interface FactCount {
  fact: z.output<typeof Fact>;
  human: number;
  machine: number;
  unknown: number;
  lines: number;
}

/** Lines with each fact, by whom; like everything else where their chain of retries ends. */
export const readFacts = async (db: Db, of: Counted): Promise<FactCount[]> => {
  const { rows } = await sql<FactCount>`
    select e.kind as fact, count(*) filter (where e.actor = 'human')::int as human, count(*) filter (where e.actor = 'machine')::int as machine,
      count(*) filter (where e.actor = 'unknown')::int as unknown,
      (case when e.kind in ('opened', 'clicked') then count(*) filter (where e.actor = 'human') else count(distinct (e.run_id, e.no)) end)::int as lines
    from first_event e where e.run_id in (select r.id from ${countedRuns(of)}) and e.link_no = 0 and not ${wentOn('e')}
    group by e.kind`.execute(db);
  return rows;
};

/** Lines sent and not come back, and those among them whose message could tell of opens and clicks. */
export const readDelivered = async (db: Db, of: Counted): Promise<{ delivered: number; tracked: number }> => {
  const { rows } = await sql<{ delivered: number; tracked: number }>`
    select count(*)::int as delivered, count(*) filter (where ${isTracked('l')})::int as tracked from outcome l
    where l.run_id in (select r.id from ${countedRuns(of)}) and l.state = 'sent'
      and not exists (select from outcome later where later.run_id = l.run_id and later.no = l.no and later.seq > l.seq)
      and not ${isBounced('l')} and not ${wentOn('l')}`.execute(db);
  return rows[0] ?? { delivered: 0, tracked: 0 };
};

export interface LinkFollowed {
  url: string;
  label: string;
  people: number;
  clicks: number;
}

/** How often humans followed each link of what was sent; the same address in several versions of the content is one link. */
export const readLinks = async (db: Db, of: Counted): Promise<LinkFollowed[]> => {
  const { rows } = await sql<LinkFollowed>`
    with counted as (select r.id, r.content_version_id from ${countedRuns(of)}),
    followed as (
      select e.run_id, e.link_no, count(distinct e.no) as people, count(*) as clicks from event e
      where e.run_id in (select id from counted) and e.kind = 'clicked' and e.actor = 'human' and e.link_no > 0 and not ${wentOn('e')}
      group by e.run_id, e.link_no
    )
    select l.url, max(l.label) as label, coalesce(sum(f.people), 0)::int as people, coalesce(sum(f.clicks), 0)::int as clicks
    from counted join link l on l.content_version_id = counted.content_version_id
    left join followed f on f.run_id = counted.id and f.link_no = l.link_no
    group by l.url order by people desc, min(l.link_no), l.url`.execute(db);
  return rows;
};
