import { type RawBuilder, sql } from 'kysely';
import { mayAddress, type Schedule } from '../../../contract/campaigns.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { distribute as distributeEndpoint, Run } from '../../../contract/runs.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import type { Actor } from '../access/index.ts';
import {
  assertLaunchable,
  authoriseRun,
  type CampaignForRun,
  getCampaignForRun,
  moveCampaign,
  recordDeed,
  setScheduled,
} from '../campaigns/index.ts';
import type { Channel } from '../channels/index.ts';
import { sealContentVersion } from '../content/index.ts';
import { beginSeries, beginsSeries } from './begin-series.ts';
import { writeChunks } from './chunk.store.ts';
import { planMainRun } from './generate-selection.ts';
import { issueRun } from './issue-run.ts';
import type { PlanningNeeds } from './planning.ts';
import { findPreparedRun, getRunRow, type StoredRun, waitsForStart } from './run.store.ts';
import { showRun } from './run.views.ts';
import { goesByPlace, openWindow, windowOf } from './run-window.ts';
import { mayBeEmpty, startOf } from './stage-start.ts';

export interface DistributingNeeds extends PlanningNeeds {
  channels: Readonly<Record<string, Channel>>;
}

/**
 * Go: seals the prepared list (generated first if there is none) and lets it be sent. A double click finds it sealed already. `mayGo` throws
 * where something speaks against this list.
 */
export const distribute = async (
  needs: DistributingNeeds,
  actor: Actor,
  input: InputOf<typeof distributeEndpoint>,
  mayGo: (tx: Tx, subject: CampaignForRun, run: StoredRun) => Promise<void> = async () => undefined,
): Promise<Run> => {
  const runId = await needs.db.transaction().execute(async (tx) => {
    const subject = await getCampaignForRun(tx, input.id, { forUpdate: true });
    authoriseRun(actor, subject);
    await assertLaunchable(tx, subject, { now: needs.clock.now(), purpose: 'launch' });
    const series = await beginsSeries(tx, subject, input.scope);
    const run = series
      ? await beginSeries(needs, tx, actor, subject)
      : await preparedList(needs, tx, actor, subject, input.scope);
    if (run.planned === 0 && !mayBeEmpty(subject))
      throw new Invalid('audience', 'nobody_to_send_to', { matched: run.matched });
    if (!series && input.expectedPlanned !== null && input.expectedPlanned !== run.planned) {
      throw new Conflict('audience_changed', { expected: input.expectedPlanned, now: run.planned });
    }
    await mayGo(tx, subject, run);
    await seal(needs, tx, actor, subject, run, input);
    return run.id;
  });
  return showRun(needs.db, runId);
};

/**
 * The list as it was shown, or a new one; a list for another scope, of nobody's place where that is asked now, or from before a sale had
 * one buyer, is generated again.
 */
const preparedList = async (
  needs: DistributingNeeds,
  tx: Tx,
  actor: Actor,
  subject: CampaignForRun,
  scope: 'all' | 'hand',
): Promise<StoredRun> => {
  const prepared = await findPreparedRun(tx, subject.action.id);
  if (prepared && waitsForStart(prepared)) throw new Conflict('run_scheduled_already');
  const laidOut = prepared?.terms.byPlace || !goesByPlace(await windowOf(tx, subject));
  const stands = prepared?.state === 'generated' && mayAddress(prepared.channel, prepared.terms.addressing);
  if (stands && (prepared.mode === 'retry' || (prepared.scope === scope && laidOut))) return prepared;
  const { runId } = await planMainRun(needs, tx, actor, subject, scope);
  return getRunRow(tx, runId);
};

/** When the schedule says; null where a person’s word counts: at once, or after a moment to think. */
const ownStart = (schedule: Schedule, { mode, occursAt }: StoredRun): RawBuilder<unknown> | null => {
  if (occursAt !== null) return sql`${occursAt}::timestamptz`;
  if (mode !== 'main' || schedule.kind === 'now' || schedule.kind === 'recurring') return null;
  return startOf(schedule);
};

const seal = async (
  needs: DistributingNeeds,
  tx: Tx,
  actor: Actor,
  subject: CampaignForRun,
  run: StoredRun,
  { delaySeconds, senderConfirmed }: Pick<InputOf<typeof distributeEndpoint>, 'delaySeconds' | 'senderConfirmed'>,
): Promise<void> => {
  const { campaign, action } = subject;
  const now = needs.clock.now();
  const { schedule } = action;
  const startsAt = ownStart(schedule, run) ?? sql`now() + ${delaySeconds} * interval '1 second'`;
  const waits = delaySeconds > 0 || ownStart(schedule, run) !== null;
  const contentVersionId = action.contentVersionId && (await sealContentVersion(tx, action.contentVersionId));
  await sql`
    update run set state = ${waits ? 'scheduled' : 'sending'}, sealed_at = now(), launched_by = ${actor.userId}, content_version_id = ${contentVersionId},
      sending_account_id = ${action.sendingAccountId}, scheduled_for = case when ${waits} then ${startsAt} end,
      started_at = case when not ${waits} then now() end
    where id = ${run.id}`.execute(tx);
  if (waits) await setScheduled(tx, action.id, true, now);
  else await moveCampaign(tx, campaign.id, action.id, 'running', now);
  const verb = run.occursAt ? 'series_started' : waits ? 'scheduled' : 'launched';
  await recordDeed(tx, actor, campaign.id, verb, now, {
    ...(run.occursAt ? { at: run.occursAt.toISOString() } : { planned: run.planned }),
    ...(senderConfirmed && { senderConfirmed }),
  });
  const begins = sql`coalesce(${startsAt}, now())`;
  await writeChunks(tx, run.id, waits ? begins : sql`now()`);
  const { expiresAfterHours } = action;
  await openWindow(tx, run.id, { window: await windowOf(tx, subject), expiresAfterHours }, begins);
  const channel = needs.channels[run.channel];
  if (channel?.shape === 'issue' && !waits) await issueRun(needs, tx, channel, run.id);
};
