import { sql } from 'kysely';
import type { Db } from '../../platform/database/open-database.ts';
import { type Counted, countedRuns, wentOn } from './counted-lines.ts';

export interface Timeline {
  unit: 'hour' | 'day' | 'month';
  points: { at: string; sent: number; opened: number; clicked: number }[];
}

/** Up to three days are told by the hour, up to a year by the day, beyond by the month. */
const UNIT = sql`case when max(hour) - min(hour) < interval '72 hours' then 'hour'
  when max(hour) - min(hour) < interval '366 days' then 'day' else 'month' end`;

/**
 * When it was sent, and when people opened and clicked for the first time, where chains of retries end: the sums of the report, spread
 * over time. Days and months are those of the company's time zone; times without anything are left out.
 */
export const readTimeline = async (db: Db, of: Counted): Promise<Timeline> => {
  const runs = sql`(select r.id from ${countedRuns(of)})`;
  const { rows } = await sql<{ unit: Timeline['unit']; at: Date; sent: number; opened: number; clicked: number }>`
    with zone as (select coalesce((select time_zone from installation), 'UTC') as name),
    happened as (
      select date_trunc('hour', o.at) as hour, count(*) as sent, 0 as opened, 0 as clicked from outcome o
        where o.run_id in ${runs} and o.state = 'sent' and not ${wentOn('o')}
          and not exists (select from outcome later where later.run_id = o.run_id and later.no = o.no and later.seq > o.seq) group by 1
      union all
      select date_trunc('hour', e.at), 0, count(*) filter (where e.kind = 'opened'), count(*) filter (where e.kind = 'clicked') from first_event e
        where e.run_id in ${runs} and e.actor = 'human' and e.link_no = 0 and e.kind in ('opened', 'clicked') and not ${wentOn('e')} group by 1
    ), told as (select ${UNIT} as unit from happened)
    select told.unit, date_trunc(told.unit, happened.hour, zone.name) as at, sum(sent)::int as sent, sum(opened)::int as opened,
      sum(clicked)::int as clicked
    from happened, told, zone group by 1, 2 order by 2 limit 1000`.execute(db);
  const points = rows.map(({ at, sent, opened, clicked }) => ({ at: at.toISOString(), sent, opened, clicked }));
  return { unit: rows[0]?.unit ?? 'hour', points };
};
