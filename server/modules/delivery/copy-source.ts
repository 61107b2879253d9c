import { type RawBuilder, sql } from 'kysely';
import type { GroupOfAction } from '../../../contract/audience.ts';
import type { ActionId } from '../../../contract/ids.ts';
import { answerGroup } from '../campaigns/index.ts';

type CopiedGroup = Exclude<GroupOfAction, 'joined_since'>;

const SENT = sql`(select o.state from outcome o where o.run_id = p.run_id and o.no = p.no order by o.seq desc limit 1) = 'sent'`;
const fact = (kind: string) =>
  sql`exists (select from first_event e where e.run_id = p.run_id and e.no = p.no and e.kind = ${kind})`;
const byHuman = (kind: string) =>
  sql`exists (select from first_event e where e.run_id = p.run_id and e.no = p.no and e.kind = ${kind} and e.actor = 'human')`;
/** Its chain of retries ends here: what became of it is what counts. */
const LAST = sql`not exists (select from retry_of x where x.origin_run = p.run_id and x.origin_no = p.no)`;

const WHICH: Record<CopiedGroup, RawBuilder<unknown>> = {
  all: sql`true`,
  sent: SENT,
  reached: sql`${SENT} and not ${fact('bounced')}`,
  not_reached: sql`p.verdict = 'planned' and ${LAST} and (not coalesce(${SENT}, false) or ${fact('bounced')})`,
  opened: byHuman('opened'),
  not_opened: sql`${SENT} and not ${byHuman('opened')}`,
  clicked: byHuman('clicked'),
  not_clicked: sql`${SENT} and not ${byHuman('clicked')}`,
  answered_yes: answerGroup('p', 'yes'),
  answered_no: answerGroup('p', 'no'),
  answered_maybe: answerGroup('p', 'maybe'),
  not_answered: sql`${SENT} and ${answerGroup('p', 'none')}`,
  placed: answerGroup('p', 'placed'),
  waiting: answerGroup('p', 'waiting'),
};

/** What a line of the earlier group was about: one asset, or each of those it listed. */
export const COPIED = sql`p.party_kind, p.party_id, p.asset_id, listed`;
export const LISTED = sql`left join lateral unnest(p.asset_ids) as listed on true`;

/** Every distribution of an action, to be compared with. */
export const distributionsOf = (actionId: ActionId): RawBuilder<unknown> =>
  sql`any(array(select id from run where action_id = ${actionId} and mode <> 'test' and sealed_at is not null))`;

/** The group of an earlier run or action, copied as it was: its parties and their assets; the gates run anew. */
export const copySource = (runs: RawBuilder<unknown>, which: CopiedGroup): RawBuilder<unknown> =>
  sql`(select distinct ${COPIED} from recipient p ${LISTED} where p.run_id = ${runs} and ${WHICH[which]})`;

/** The line `v` was in a run of the action already, under this id or one that was merged into it. */
const wasIn = (actionId: ActionId) => sql`exists (
  select from recipient q where q.run_id = ${distributionsOf(actionId)} and q.party_kind = v.party_kind and q.role = v.role
    and q.asset_id is not distinct from v.asset_id and (q.party_id = v.party_id or q.party_id = any(array(
      select old_id from contact_alias where contact_id = v.party_id union all select old_id from company_alias where company_id = v.party_id
      union all select old_id from lead_alias where lead_id = v.party_id))))`;

/** Of the lines that the audience of an action matches now, those it did not match when it went; none as long as it did not. */
export const joinedSince = (actionId: ActionId, matched: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select distinct v.party_kind, v.party_id, v.asset_id, listed from (${matched}) v
  left join lateral unnest(v.asset_ids) as listed on true
  where v.verdict = 'planned' and not ${wasIn(actionId)} and exists (select from run where id = ${distributionsOf(actionId)}))`;
