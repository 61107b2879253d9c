import { sql } from 'kysely';
import type { ActionId, CampaignId } from '../../../../contract/ids.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { SYSTEM } from '../../access/index.ts';
import { hasInterest } from '../../crm/index.ts';
import { type StoredCampaign, storeCampaign } from '../campaign.store.ts';
import { recordHistory } from '../history.store.ts';
import { activateQueued, momentsOf } from './moments.ts';
import { getPlan } from './track.store.ts';

/**
 * What becomes of somebody who is due, in the column `fate` of the temporary table `due`: null while his message is to be planned.
 * `sent` and `passed` (excluded, and the track goes on) take the step; `had` passes over what he had before; `wait:…` and `leave:…` carry
 * the reason; `through`: nothing is left.
 */
/** Running profiled campaigns with somebody due. */
export const campaignsDue = async (db: Db, now: Date): Promise<CampaignId[]> => {
  const { rows } = await sql<{ id: CampaignId }>`
    select c.id from campaign c where c.kind in ('sequential', 'parallel') and c.state = 'running'
      and exists (select from enrolment e where e.campaign_id = c.id and e.state = 'active' and e.next_at <= ${now})`.execute(
    db,
  );
  return rows.map(({ id }) => id);
};

/** Gathers everybody who is due into `due`, which lasts as long as the transaction. The campaign is locked. */
export const takeDue = async (tx: Tx, campaignId: CampaignId, now: Date): Promise<void> => {
  await sql`
    create temporary table due on commit drop as
    select e.id as enrolment_id, e.contact_id, e.step, e.pass, e.last_run_id, e.last_no, t.position, t.after_failure,
      v.messages[e.step + 1] as action_id, c.time_zone as zone, null::bigint as run_id, null::int as no, null::timestamptz as held_until,
      case when c.id is null then 'leave:gone' when v.messages[e.step + 1] is null then 'through'
        when t.interest is not null and not ${hasInterest('c', sql`t.interest`)} then 'leave:interest_gone' end as fate
    from enrolment e join track t on t.id = e.track_id
    join track_version v on v.track_id = e.track_id and v.version = e.version
    left join contact c on c.id = e.contact_id
    where e.campaign_id = ${sql.lit(campaignId)}::uuid and e.state = 'active' and e.next_at <= ${sql.lit(now.toISOString())}::timestamptz`.execute(
    tx,
  );
  await sql`analyze due`.execute(tx);
  await sql`
    update due set fate = 'had' from track_step o
    where due.fate is null and o.enrolment_id = due.enrolment_id and o.action_id = due.action_id and o.pass = due.pass`.execute(
    tx,
  );
};

/** The messages that are to be planned now, with how many people are due for each. */
export const messagesDue = async (tx: Tx): Promise<{ actionId: ActionId; people: number }[]> => {
  const { rows } = await sql<{ actionId: ActionId; people: number }>`
    select action_id, count(*)::int as people from due where fate is null group by action_id order by action_id`.execute(
    tx,
  );
  return rows;
};

/** A message that nobody has written yet, or whose account cannot send, waits. */
export const waitForMessage = async (tx: Tx, actionId: ActionId): Promise<void> => {
  await sql`update due set fate = 'wait:unready' where action_id = ${actionId} and fate is null`.execute(tx);
};

/** Takes the steps that were planned, once and for all, and says when each person is due again. */
export const advance = async (tx: Tx, campaign: StoredCampaign, now: Date): Promise<void> => {
  await sql`
    insert into track_step (enrolment_id, action_id, pass, run_id, no)
    select enrolment_id, action_id, pass, run_id, no from due where fate in ('sent', 'passed')`.execute(tx);
  const plan = await getPlan(tx, campaign.id);
  const moment = await momentsOf(tx, plan, sql`select zone from due`, now);
  await sql`
    update enrolment e set step = on_step, waits_for = case when fate like 'wait:%' then substr(fate, 6) end,
      state = case when fate like 'leave:%' then 'left' when on_step >= steps then 'finished' else 'active' end,
      left_for = case when fate like 'leave:%' then substr(fate, 7) end,
      finished_at = case when on_step >= steps and fate not like 'leave:%' then ${now}::timestamptz end,
      next_at = case when fate like 'leave:%' or on_step >= steps then null when fate = 'had' then e.next_at
        when fate in ('wait:open', 'wait:unready') then soon when fate = 'wait:pressure' then held_until else following end,
      last_run_id = case when fate = 'sent' then run_id else e.last_run_id end,
      last_no = case when fate = 'sent' then no else e.last_no end
    from (
      select d.*, moment.soon, moment.following, cardinality(v.messages) as steps,
        case when d.fate not in ('sent', 'passed', 'had') then d.step when not e.moved then d.step + 1
          else coalesce((select min(i) from generate_subscripts(v.messages, 1) i where i > d.step + 1 and not exists (
            select from track_step o where o.enrolment_id = d.enrolment_id and o.action_id = v.messages[i] and o.pass = d.pass
          )) - 1, cardinality(v.messages)) end as on_step
      from due d join enrolment e on e.id = d.enrolment_id
      join track_version v on v.track_id = e.track_id and v.version = e.version
      join ${moment} on moment.zone = coalesce(d.zone, '')
    ) as stepped
    where e.id = stepped.enrolment_id`.execute(tx);
  await leaveAltogether(tx, campaign.id);
  if (campaign.kind === 'sequential') await activateQueued(tx, campaign, plan, ENDED, 'following', now);
  if (plan.joining === 'once' && !(await anybodyUnderWay(tx, campaign.id))) await complete(tx, campaign.id, now);
};

const complete = async (tx: Tx, campaignId: CampaignId, at: Date): Promise<void> => {
  await storeCampaign(tx, campaignId, { state: 'completed', updatedAt: at });
  await recordHistory(tx, { campaignId, actor: SYSTEM, verb: 'tracks_through', at });
};

const ENDED = sql`select d.contact_id from due d join enrolment e on e.id = d.enrolment_id where e.state in ('finished', 'left')`;

/** Whoever unsubscribed, or is gone, leaves every track of the campaign. */
const leaveAltogether = async (tx: Tx, campaignId: CampaignId): Promise<void> => {
  await sql`
    update enrolment e set state = 'left', left_for = substr(d.fate, 7), next_at = null, waits_for = null
    from due d where d.fate in ('leave:unsubscribed', 'leave:gone', 'leave:holdout') and e.campaign_id = ${campaignId}
      and e.contact_id = d.contact_id and e.state in ('queued', 'active', 'held')`.execute(tx);
};

/** Whether anybody still has something before him. */
export const anybodyUnderWay = async (tx: Tx, campaignId: CampaignId): Promise<boolean> => {
  const { rows } = await sql`
    select from enrolment where campaign_id = ${campaignId} and state in ('queued', 'active', 'held') limit 1`.execute(
    tx,
  );
  return rows.length > 0;
};
