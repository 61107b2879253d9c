import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import { type listMissed as endpoint, MISSED as KINDS, type Missed } from '../../../contract/missed.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { distributedLines, endOfChain, isLeft, lastState, MISSED } from './missed-lines.ts';

/** Q30: everyone who did not receive it, with the reason. */
export const listMissed = async (
  { db }: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  const { rows } = await sql<{ what: Missed; reason: string | null; lines: number }>`
    select what, reason, count(*)::int as lines from (
      select case when ${lastState} = 'unknown' then 'unknown' when ${MISSED.failed} then 'failed' when ${MISSED.bounced} then 'bounced'
          when ${MISSED.dropped} then 'dropped' when ${MISSED.unopened} then 'unopened' end as what,
        (select o.reason from outcome o where o.run_id = r.run_id and o.no = r.no order by o.seq desc limit 1) as reason
      from ${distributedLines(id)} and ${endOfChain} and not (${lastState} = 'unknown' and ${isLeft})
    ) missed where what is not null group by what, reason order by lines desc, reason`.execute(db);
  return KINDS.map((what) => {
    const mine = rows.filter((row) => row.what === what);
    return {
      what,
      lines: mine.reduce((sum, { lines }) => sum + lines, 0),
      reasons: mine.flatMap(({ reason, lines }) => (reason === null ? [] : [{ reason, lines }])),
    };
  });
};
