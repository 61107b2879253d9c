import { type RawBuilder, sql } from 'kysely';
import { NO_AUDIENCE } from '../../../../contract/audience.ts';
import type { CampaignId } from '../../../../contract/ids.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { loadInstallation } from '../../access/index.ts';
import { type FieldRegistry, loadAudience, type VerdictInput, verdictQuery } from '../../audiences/index.ts';
import { hasInterest } from '../../crm/index.ts';
import { getCampaignRow, type StoredCampaign } from '../campaign.store.ts';
import { activateQueued, momentsOf } from './moments.ts';
import { getPlan, type StoredPlan } from './track.store.ts';

type Sql = RawBuilder<unknown>;

export interface EnrollingNeeds {
  db: Db;
  clock: Clock;
  ruleFields: FieldRegistry;
}

/** Whoever the plan's audience selects, as a list is made of them: nobody is written to by coming in. */
const matching = async (
  needs: Pick<EnrollingNeeds, 'ruleFields'>,
  db: Db | Tx,
  campaign: StoredCampaign,
  plan: StoredPlan,
  now: Date,
): Promise<VerdictInput> => ({
  audience: {
    ...NO_AUDIENCE,
    include: plan.audience.include,
    exclude: plan.audience.exclude,
    rule: plan.audience.rule,
  },
  addressing: 'contact',
  scope: 'all',
  context: {
    campaignId: campaign.id,
    duplicatedFrom: null,
    actionId: campaign.id,
    channel: 'list',
    purposeClass: campaign.purposeClass,
    basis: 'legal',
    topicId: null,
    sharedAddress: 'each',
  },
  gates: [],
  rules: await loadAudience(db, needs.ruleFields, plan.audience),
  now,
  timeZone: (await loadInstallation(db)).timeZone,
});

const people = (input: VerdictInput): Sql =>
  sql`select v.party_id from (${verdictQuery(input)}) as v where v.verdict = 'planned' and v.party_kind = 'contact'`;

/** Those whose place in a track is still to be made; a track without an interest is for everybody. */
const coming = (campaignId: CampaignId, chosen: Sql): Sql => sql`
  select c.id as contact_id, c.time_zone as zone, t.id as track_id, t.version, t.position
  from (${chosen}) as chosen join contact c on c.id = chosen.party_id
  join track t on t.campaign_id = ${sql.lit(campaignId)}::uuid and (t.interest is null or ${hasInterest('c', sql`t.interest`)})
  where not exists (select from enrolment e where e.campaign_id = t.campaign_id and e.track_id = t.id and e.contact_id = c.id)`;

/** How many would come in now. */
export const countComingPeople = async (needs: EnrollingNeeds, campaignId: CampaignId): Promise<number> => {
  const campaign = await getCampaignRow(needs.db, campaignId);
  const plan = await getPlan(needs.db, campaignId);
  const input = await matching(needs, needs.db, campaign, plan, needs.clock.now());
  const { rows } = await sql<{ count: number }>`
    select count(distinct contact_id)::int as count from (${coming(campaignId, people(input))}) as coming`.execute(
    needs.db,
  );
  return rows[0]?.count ?? 0;
};

/** How many are in, or were, or would come in now. */
export const countPeople = async (
  needs: Pick<EnrollingNeeds, 'clock' | 'ruleFields'>,
  db: Db | Tx,
  campaignId: CampaignId,
): Promise<number> => {
  const campaign = await getCampaignRow(db, campaignId);
  const input = await matching(needs, db, campaign, await getPlan(db, campaignId), needs.clock.now());
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select contact_id from (${coming(campaignId, people(input))}) as coming union select contact_id from enrolment where campaign_id = ${campaignId}
    ) as everybody`.execute(db);
  return rows[0]?.count ?? 0;
};

/** How many ever came in. */
export const countPeopleIn = async (db: Db | Tx, campaignId: CampaignId): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(distinct contact_id)::int as count from enrolment where campaign_id = ${campaignId}`.execute(db);
  return rows[0]?.count ?? 0;
};

/** Whether this one person is among those who match. */
export const matchesAudience = async (
  needs: EnrollingNeeds,
  campaignId: CampaignId,
  contactId: string,
): Promise<boolean> => {
  const campaign = await getCampaignRow(needs.db, campaignId);
  const plan = await getPlan(needs.db, campaignId);
  const near = { contact: [contactId], company: [], lead: [] };
  const input = { ...(await matching(needs, needs.db, campaign, plan, needs.clock.now())), near };
  const { rows } = await sql`select from (${people(input)}) as chosen where party_id = ${contactId}::uuid`.execute(
    needs.db,
  );
  return rows.length > 0;
};

/** Brings in whoever matches and is not in yet, and whoever may begin anew. The campaign is locked. Answers how many places were made. */
export const enrolMatching = async (
  needs: Pick<EnrollingNeeds, 'ruleFields'>,
  tx: Tx,
  campaign: StoredCampaign,
  now: Date,
): Promise<number> => {
  const plan = await getPlan(tx, campaign.id);
  const input = await matching(needs, tx, campaign, plan, now);
  await sql`update track_plan set joined_at = now() where campaign_id = ${campaign.id}`.execute(tx);
  const chosen = people(input);
  await takeBack(tx, campaign, plan, chosen, now);
  return enrol(tx, campaign, plan, chosen, now);
};

/** Those whose interest has come back go on; those who are through begin anew where the plan says so. */
const takeBack = async (tx: Tx, campaign: StoredCampaign, plan: StoredPlan, chosen: Sql, now: Date): Promise<void> => {
  const mine = sql`e.campaign_id = ${campaign.id} and e.contact_id in (${chosen})`;
  const { rows: back } = await sql<{ contactId: string }>`
    update enrolment e set state = 'queued', left_for = null from track t, contact c
    where ${mine} and e.left_for = 'interest_gone' and t.id = e.track_id and c.id = e.contact_id and ${hasInterest('c', sql`t.interest`)}
    returning e.contact_id`.execute(tx);
  const { rows: anew } =
    plan.againAfterDays === null
      ? { rows: [] }
      : await sql<{ contactId: string }>`
    update enrolment e set state = 'queued', pass = pass + 1, step = 0, version = t.version, moved = false, finished_at = null,
      last_run_id = null, last_no = null, created_at = ${now}
    from track t where ${mine} and e.state = 'finished' and e.finished_at <= ${now}::timestamptz - make_interval(days => ${plan.againAfterDays})
      and t.id = e.track_id and (${campaign.kind === 'parallel'} or not exists (
        select from enrolment o where o.campaign_id = e.campaign_id and o.contact_id = e.contact_id
          and (o.state in ('queued', 'active', 'held') or o.finished_at > ${now}::timestamptz - make_interval(days => ${plan.againAfterDays}))))
    returning e.contact_id`.execute(tx);
  const ids = [...back, ...anew].map(({ contactId }) => contactId);
  if (ids.length > 0) await activateQueued(tx, campaign, plan, sql`select unnest(${ids}::uuid[])`, 'opening', now);
};

/** Brings these people in, whatever the audience says. */
export const enrolPeople = async (
  tx: Tx,
  campaign: StoredCampaign,
  contactIds: readonly string[],
  now: Date,
): Promise<number> => {
  const chosen = sql`select id as party_id from contact where id in (${sql.join(contactIds.map((id) => sql.lit(id)))})`;
  return enrol(tx, campaign, await getPlan(tx, campaign.id), chosen, now);
};

const enrol = async (tx: Tx, campaign: StoredCampaign, plan: StoredPlan, chosen: Sql, now: Date): Promise<number> => {
  await sql`drop table if exists coming`.execute(tx);
  await sql`create temporary table coming (contact_id uuid, zone text, track_id uuid, version int, position int) on commit drop`.execute(
    tx,
  );
  await sql`insert into coming ${coming(campaign.id, chosen)}`.execute(tx);
  const moment = await momentsOf(tx, plan, sql`select zone from coming`, now);
  const inTurn = campaign.kind === 'sequential';
  const first = sql`not ${inTurn} or row_number() over (partition by c.contact_id order by c.position) = 1 and not exists (
    select from enrolment o where o.campaign_id = ${campaign.id} and o.contact_id = c.contact_id and o.state in ('queued', 'active', 'held'))`;
  const { numAffectedRows = 0n } = await sql`
    insert into enrolment (campaign_id, track_id, contact_id, state, version, next_at, created_at)
    select ${campaign.id}, track_id, contact_id, case when is_first then 'active' else 'queued' end, version,
      case when is_first then moment.opening end, ${now}
    from (select c.*, ${first} as is_first from coming c) as c join ${moment} on moment.zone = coalesce(c.zone, '')
    order by c.position`.execute(tx);
  return Number(numAffectedRows);
};
