import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/open-database.ts';

/** The last outcome of a line. */
const lastOf = (run: RawBuilder<unknown>, no: RawBuilder<unknown>) =>
  sql`(select o.state from outcome o where o.run_id = ${run} and o.no = ${no} order by o.seq desc limit 1)`;

/**
 * By what became of the message before: one that is still on its way is waited for, so that the order holds; one that failed or came back
 * does to the next what its track says. A retry that got through makes it good.
 */
export const lookBack = async (tx: Tx): Promise<void> => {
  await sql`
    update due set fate = case
        when before.state is null or before.state = 'deferred' then 'wait:open'
        when due.after_failure = 'wait' and before.missed then 'wait:failed'
        when due.after_failure = 'leave' and before.missed then 'leave:failed' end
    from (
      select d.enrolment_id, told.state, told.state is distinct from 'sent' or exists (
        select from first_event e where e.run_id = d.last_run_id and e.no = d.last_no and e.kind = 'bounced'
      ) as missed
      from due d left join retry_of x on x.origin_run = d.last_run_id and x.origin_no = d.last_no
      cross join lateral (select coalesce(${lastOf(sql`x.retry_run`, sql`x.retry_no`)}, ${lastOf(sql`d.last_run_id`, sql`d.last_no`)}) as state) as told
      where d.last_run_id is not null and d.fate is null
    ) as before
    where before.enrolment_id = due.enrolment_id`.execute(tx);
};
