import { type RawBuilder, sql } from 'kysely';
import { NO_AUDIENCE } from '../../../contract/audience.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { RunId } from '../../../contract/ids.ts';
import type { fetchFailed as fetchEndpoint, Run, resendUnknown as resendEndpoint } from '../../../contract/runs.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { Conflict } from '../../platform/errors.ts';
import type { Actor } from '../access/index.ts';
import { loadAudience, verdictQuery } from '../audiences/index.ts';
import { authoriseRun, type CampaignForRun, getCampaignForRun, recordDeed } from '../campaigns/index.ts';
import { consentGates, EXCLUSION_REASONS } from '../consent/index.ts';
import { partyPlace } from '../crm/index.ts';
import { noByPlace } from './chunk.store.ts';
import { COPIED, LISTED } from './copy-source.ts';
import { distributedLines, endOfChain, isLeft, lastState, MISSED } from './missed-lines.ts';
import type { Terms } from './model/terms.ts';
import { type PlanningNeeds, planningOf, termsOf } from './planning.ts';
import {
  countLines,
  discardRun,
  findLastDistribution,
  findPreparedRun,
  getRunRow,
  insertRun,
  waitsForStart,
} from './run.store.ts';
import { showRun } from './run.views.ts';

/** Fetches who did not receive the last distribution into a new list; consent, suppression and addresses are judged anew. */
export const fetchFailed = async (
  needs: PlanningNeeds,
  actor: Actor,
  input: InputOf<typeof fetchEndpoint>,
): Promise<Run> => {
  const runId = await needs.db.transaction().execute(async (tx) => {
    const subject = await getCampaignForRun(tx, input.id, { forUpdate: true });
    authoriseRun(actor, subject);
    const last = await findLastDistribution(tx, input.id);
    if (last === undefined) throw new Conflict('never_distributed');
    const chosen = sql.join(
      input.what.map((one) => sql`(${MISSED[one]})`),
      sql` or `,
    );
    const failed = sql`(select r.* from ${distributedLines(input.id)} and ${endOfChain} and (${chosen}))`;
    const retry = await retryList(needs, tx, actor, subject, failed, false);
    await recordDeed(tx, actor, subject.campaign.id, 'fetched_failed', needs.clock.now());
    return retry;
  });
  return showRun(needs.db, runId);
};

/** By a named person's decision: what may or may not have arrived goes into a list of its own, with the same Message-ID. */
export const resendUnknown = async (
  needs: PlanningNeeds,
  actor: Actor,
  input: InputOf<typeof resendEndpoint>,
): Promise<Run> => {
  const runId = await needs.db.transaction().execute(async (tx) => {
    const { actionId } = await getRunRow(tx, input.id);
    const subject = await getCampaignForRun(tx, actionId, { forUpdate: true });
    authoriseRun(actor, subject);
    const unknown = sql`(select r.* from recipient r where r.run_id = ${input.id} and r.no = any(${input.nos}::int[]) and ${endOfChain} and ${lastState} = 'unknown' and not ${isLeft})`;
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${unknown} u`.execute(tx);
    if (rows[0]?.count !== new Set(input.nos).size) throw new Conflict('not_unknown');
    const retry = await retryList(needs, tx, actor, subject, unknown, true);
    await recordDeed(tx, actor, subject.campaign.id, 'resent_unknown', needs.clock.now(), { lines: input.nos.length });
    return retry;
  });
  return showRun(needs.db, runId);
};

/** A list for the same lines, each bound to the one it retries; a prepared list of this action is replaced. */
const retryList = async (
  needs: PlanningNeeds,
  tx: Tx,
  actor: Actor,
  subject: CampaignForRun,
  origin: RawBuilder<unknown>,
  resend: boolean,
): Promise<RunId> => {
  const prepared = await findPreparedRun(tx, subject.action.id);
  if (prepared && waitsForStart(prepared)) throw new Conflict('run_scheduled_already');
  if (prepared) await discardRun(tx, prepared.id);
  const terms = { ...(await termsOf(tx, subject)), audience: NO_AUDIENCE, byPlace: true };
  const run = await insertRetryRun(tx, actor, subject, terms);
  await setAside(tx, origin);
  await insertRetryLines(tx, run, await retryVerdicts(needs, tx, subject, { run, terms }));
  await bindToOrigins(tx, run, resend);
  await countLines(tx, run, EXCLUSION_REASONS);
  await sql`update run set state = 'generated', generated_at = now() where id = ${run}`.execute(tx);
  const { matched } = await tx.selectFrom('run').select('matched').where('id', '=', run).executeTakeFirstOrThrow();
  if (matched === 0) throw new Conflict('nothing_to_fetch');
  return run;
};

/** The lines to retry, in a table whose size is known: guessed at, each would be compared with each. */
const setAside = async (tx: Tx, origin: RawBuilder<unknown>): Promise<void> => {
  await sql`
    create temporary table retried on commit drop as
    select run_id, no, party_kind, party_id, role, asset_id, asset_ids, origin_run, origin_no from ${origin} origin`.execute(
    tx,
  );
  await sql`create index on retried (party_id)`.execute(tx);
  await sql`analyze retried`.execute(tx);
};

const insertRetryRun = (tx: Tx, actor: Actor, { campaign, action }: CampaignForRun, terms: Terms): Promise<RunId> =>
  insertRun(
    tx,
    {
      campaignId: campaign.id,
      actionId: action.id,
      mode: 'retry',
      channel: action.channel,
      scope: 'all',
      terms,
      contentVersionId: action.contentVersionId,
      sendingAccountId: action.sendingAccountId,
      createdBy: actor.userId,
    },
    false,
  );

/** Consent, suppression and addresses are judged as they are now. */
const retryVerdicts = async (
  needs: PlanningNeeds,
  tx: Tx,
  subject: CampaignForRun,
  { run, terms }: { run: RunId; terms: Terms },
): Promise<RawBuilder<unknown>> => {
  const audience = { ...NO_AUDIENCE, copyOf: { runId: run, which: 'all' as const }, perAsset: true };
  return verdictQuery({
    ...(await planningOf(needs, tx, subject, 'all', terms)),
    audience,
    rules: await loadAudience(tx, needs.ruleFields, audience),
    gates: consentGates,
    copySource: sql`(select distinct ${COPIED} from retried p ${LISTED})`,
  });
};

const SAME_LINE = (one: string, other: string) =>
  sql.raw(`${one}.party_kind = ${other}.party_kind and ${one}.party_id = ${other}.party_id and ${one}.role = ${other}.role
    and ${one}.asset_id is not distinct from ${other}.asset_id`);

const insertRetryLines = async (tx: Tx, run: RunId, verdicts: RawBuilder<unknown>): Promise<void> => {
  const { joins, timeZone, country } = partyPlace('v');
  await sql`
    insert into recipient (run_id, no, party_kind, party_id, role, asset_id, asset_ids, company_id, address, address_key, language, origin, verdict, reason, seen,
      consent_record_id, origin_run, origin_no, time_zone, country)
    select ${run}::bigint, ${noByPlace},
      party_kind, party_id, role, asset_id, asset_ids, company_id, address, address_key, language, 'retry', verdict, reason, seen, consent_record_id,
      origin_run, origin_no, time_zone, country
    from (
      select p.*, row_number() over (partition by verdict, time_zone, country order by run_id, no) as n
      from (
        select v.*, o.run_id, o.no, coalesce(o.origin_run, o.run_id) as origin_run, coalesce(o.origin_no, o.no) as origin_no,
          ${timeZone} as time_zone, ${country} as country
        from retried o join (${verdicts}) v on ${SAME_LINE('v', 'o')} ${joins}
      ) p
    ) p`.execute(tx);
};

/** The key of each retried line is taken first: two retries can never both have it. */
const bindToOrigins = async (tx: Tx, run: RunId, resend: boolean): Promise<void> => {
  await sql`
    insert into retry_of (origin_run, origin_no, retry_run, retry_no, resend)
    select o.run_id, o.no, r.run_id, r.no, ${resend} from retried o
    join recipient r on r.run_id = ${run} and r.verdict = 'planned' and ${SAME_LINE('r', 'o')}`.execute(tx);
};
