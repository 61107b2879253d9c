import { sql } from 'kysely';
import type { ActionId } from '../../../contract/ids.ts';
import type { Missed } from '../../../contract/missed.ts';

/** Of line `r`: no retry has taken it up. */
export const endOfChain = sql`not exists (select from retry_of x where x.origin_run = r.run_id and x.origin_no = r.no)`;
/** Of line `r`: a person decided that it stays unknown. */
export const isLeft = sql`exists (select from left_unknown l where l.run_id = r.run_id and l.no = r.no)`;
export const lastState = sql`(select o.state from outcome o where o.run_id = r.run_id and o.no = r.no order by o.seq desc limit 1)`;
const bounced = sql`exists (select from first_event e where e.run_id = r.run_id and e.no = r.no and e.kind = 'bounced')`;
const opened = sql`exists (select from first_event e where e.run_id = r.run_id and e.no = r.no and e.kind in ('opened', 'clicked', 'answered')
  and e.actor = 'human')`;
const couldTell = sql`exists (select from attempt t where t.run_id = r.run_id and t.no = r.no and t.tracked and t.released_at is null)`;

/** Unopened are those whose message could have told. */
export const MISSED = {
  failed: sql`${lastState} = 'failed'`,
  bounced: sql`${lastState} = 'sent' and ${bounced}`,
  dropped: sql`${lastState} = 'dropped'`,
  unopened: sql`${lastState} = 'sent' and not ${bounced} and ${couldTell} and not ${opened}`,
} as const satisfies Record<Exclude<Missed, 'unknown'>, unknown>;

/** `select r.* from …`: the planned lines of everything that was distributed with an action; of one that recurs, on its last date. */
export const distributedLines = (actionId: ActionId) => sql`recipient r join run on run.id = r.run_id
  left join run origin on origin.id = r.origin_run
  where coalesce(run.occurs_at, origin.occurs_at) is not distinct from (
      select max(occurs_at) from run where action_id = ${actionId} and started_at is not null)
    and run.action_id = ${actionId} and run.mode in ('main', 'retry', 'tick') and run.sealed_at is not null and r.verdict = 'planned'`;
