import { sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import { UNDECIDED_AT_ONCE, type UnknownFate } from '../../../contract/unknown-lines.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { userName } from '../access/index.ts';

/** `no` of the lines of a run that are unknown now: of the chunks that have some, so that a large run is not gone through line by line. */
export const unknownNos = (id: RunId) => sql`
  select o.no from chunk k
  join outcome o on o.run_id = k.run_id and o.state = 'unknown' and o.no between k.first_no and k.last_no
  where k.run_id = ${id} and k.unknown > 0
    and not exists (select from outcome later where later.run_id = o.run_id and later.no = o.no and later.seq > o.seq)`;

type Fate = 'undecided' | 'listed' | 'left' | keyof UnknownFate['resent'];

interface Part {
  fate: Fate;
  lines: number;
  nos: number[] | null;
  by: string | null;
  at: Date | null;
}

export const showUnknownFate = async (db: Db | Tx, id: RunId): Promise<UnknownFate> => {
  const { rows } = await sql<Part>`
    select fate, count(*)::int as lines, max(left_at) as at,
      (array_agg(no order by no) filter (where fate = 'undecided'))[1:${sql.lit(UNDECIDED_AT_ONCE)}] as nos,
      ${userName(sql`(array_agg(left_by order by left_at desc))[1]`)} as by
    from (
      select u.no, l.left_at, l.left_by,
        case when l.no is not null then 'left' when x.retry_run is null then 'undecided' when later.sealed_at is null then 'listed'
          else coalesce((
            select case when o.state = 'deferred' then 'open' else o.state end from outcome o
            where o.run_id = x.retry_run and o.no = x.retry_no order by o.seq desc limit 1), 'open') end as fate
      from (${unknownNos(id)}) u
      left join left_unknown l on l.run_id = ${id} and l.no = u.no
      left join retry_of x on x.origin_run = ${id} and x.origin_no = u.no
      left join run later on later.id = x.retry_run
    ) line group by fate`.execute(db);
  const of = (fate: Fate) => rows.find((row) => row.fate === fate);
  const lines = (fate: Fate) => of(fate)?.lines ?? 0;
  const left = of('left');
  return {
    undecided: { lines: lines('undecided'), nos: of('undecided')?.nos ?? [] },
    listed: lines('listed'),
    resent: {
      open: lines('open'),
      sent: lines('sent'),
      failed: lines('failed'),
      dropped: lines('dropped'),
      unknown: lines('unknown'),
    },
    left: left?.at ? { lines: left.lines, by: left.by, at: left.at.toISOString() } : null,
  };
};
