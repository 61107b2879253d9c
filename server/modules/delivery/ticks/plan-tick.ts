import { sql } from 'kysely';
import { NO_AUDIENCE } from '../../../../contract/audience.ts';
import type { RunId } from '../../../../contract/ids.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import { verdictQuery } from '../../audiences/index.ts';
import type { CampaignForRun } from '../../campaigns/index.ts';
import { consentGates, EXCLUSION_REASONS } from '../../consent/index.ts';
import { sealContentVersion } from '../../content/index.ts';
import { partyPlace } from '../../crm/index.ts';
import { noByPlace, writeChunks } from '../chunk.store.ts';
import { holdoutGate } from '../holdout-gate.ts';
import { type PlanningNeeds, planningOf, termsOf } from '../planning.ts';
import { countLines, insertRun } from '../run.store.ts';
import { goesByPlace, openWindow, windowOf } from '../run-window.ts';
import { makeWorkOfRun } from '../run-work.ts';

const COLUMNS = sql.raw('party_kind, party_id, role, asset_id, company_id, address, address_key, language');
/** Where nobody asks for the place, all are in one. */
const NOWHERE = { joins: sql``, timeZone: sql`null::text`, country: sql`null::text` };
/** From this many people on, a run gets partitions of its own. */
const LARGE = 100_000;

/** One run for everybody in `due` whose next message this is: sealed as it is made. Writes down beside each what the gates decided. */
export const planTick = async (
  needs: PlanningNeeds,
  tx: Tx,
  subject: CampaignForRun,
  people: number,
  now: Date,
): Promise<void> => {
  const { campaign, action } = subject;
  const terms = { ...(await termsOf(tx, subject)), audience: NO_AUDIENCE, addressing: 'contact' as const };
  const { sendingAccountId, channel } = action;
  const contentVersionId = action.contentVersionId && (await sealContentVersion(tx, action.contentVersionId));
  const ids = { campaignId: campaign.id, actionId: action.id };
  const run = await insertRun(
    tx,
    { ...ids, mode: 'tick', scope: 'all', channel, terms, contentVersionId, sendingAccountId, createdBy: null },
    people > LARGE,
  );
  const due = sql`(select 'contact' as party_kind, contact_id as party_id, null::uuid as asset_id, null::uuid as listed from due where action_id = ${action.id} and fate is null)`;
  const verdicts = verdictQuery({
    ...(await planningOf(needs, tx, subject, 'all', terms)),
    audience: { ...NO_AUDIENCE, copyOf: { runId: run, which: 'all' } },
    gates: [...consentGates, holdoutGate],
    copySource: due,
  });
  const window = await windowOf(tx, subject);
  const { joins, timeZone, country } = goesByPlace(window) ? partyPlace('v') : NOWHERE;
  await sql`
    insert into recipient (run_id, no, ${COLUMNS}, origin, verdict, reason, seen, consent_record_id, time_zone, country)
    select ${run}::bigint, ${noByPlace}, ${COLUMNS}, 'rule', verdict, reason, seen, consent_record_id, time_zone, country
    from (
      select p.*, row_number() over (partition by verdict, time_zone, country order by party_id) as n
      from (select v.*, ${timeZone} as time_zone, ${country} as country from (${verdicts}) v ${joins}) p
    ) v`.execute(tx);
  await seal(tx, run, now);
  await openWindow(tx, run, { window, expiresAfterHours: action.expiresAfterHours }, sql`now()`);
  await makeWorkOfRun(tx, run);
  await tellFates(tx, run, action.id);
};

const seal = async (tx: Tx, run: RunId, now: Date): Promise<void> => {
  await countLines(tx, run, EXCLUSION_REASONS);
  await sql`
    update run set state = case when planned = 0 then 'finished' else 'sending' end, sealed_at = now(), generated_at = now(), started_at = now(),
      finished_at = case when planned = 0 then now() end, scheduled_for = ${now}
    where id = ${run}`.execute(tx);
  await writeChunks(tx, run, sql`now()`);
};

/** Who left the campaign or its topic is out; whatever else keeps a message back is for the track to judge, as a failure would be. */
const tellFates = async (tx: Tx, run: RunId, actionId: string): Promise<void> => {
  await sql`
    update due set run_id = ${run}, no = line.no, fate = case
        when line.no is null then 'leave:gone'
        when line.verdict = 'planned' then 'sent'
        when line.reason in ('unsubscribed_campaign', 'unsubscribed_topic') then 'leave:unsubscribed'
        when line.reason = 'holdout' then 'leave:holdout'
        else case due.after_failure when 'wait' then 'wait:excluded' when 'leave' then 'leave:failed' else 'passed' end end
    from due d left join recipient line on line.run_id = ${run} and line.party_id = d.contact_id and line.party_kind = 'contact'
    where d.enrolment_id = due.enrolment_id and d.action_id = ${actionId} and d.fate is null`.execute(tx);
};
