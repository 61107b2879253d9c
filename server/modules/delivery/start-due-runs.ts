import { sql } from 'kysely';
import { mayAddress } from '../../../contract/campaigns.ts';
import type { RunId } from '../../../contract/ids.ts';
import { json } from '../../platform/database/json.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { DomainError, Invalid } from '../../platform/errors.ts';
import { loadSendTimes, SYSTEM } from '../access/index.ts';
import { type CampaignForRun, getCampaignForRun, moveCampaign, recordDeed } from '../campaigns/index.ts';
import { writeChunks } from './chunk.store.ts';
import { finishRun } from './control-run.ts';
import type { DistributingNeeds } from './distribute.ts';
import { issueRun } from './issue-run.ts';
import { behindUnfinished, clockOf, passOver, ruleOf, scheduleNext } from './occurrence.ts';
import { planLines } from './plan-deliveries.ts';
import { isLarge, planningOf } from './planning.ts';
import { getRunRow, type StoredRun } from './run.store.ts';
import { goesByPlace, moveOpenings, openWindow } from './run-window.ts';
import { chosenAtStart } from './stage-start.ts';

/** Begins the runs whose time has come (`at`: by the database’s clock unless a simulated one is given), opens what waited for its hours, and ends what has nothing open. */
export const startDueRuns = async (needs: DistributingNeeds, at: Date | null = null): Promise<void> => {
  const { rows: due } = await sql<{ id: RunId }>`
    select id from run
    where state = 'scheduled' and sealed_at is not null and scheduled_for <= ${clockOf(at)} and not ${behindUnfinished}`.execute(
    needs.db,
  );
  for (const { id } of due) await startOrAsk(needs, id, at);
  await moveOpenings(needs.db);

  const { rows: done } = await sql<{ id: RunId }>`
    select id from run r where state = 'sending' and not exists (select from chunk c where c.run_id = r.id and c.open > 0)`.execute(
    needs.db,
  );
  for (const { id } of done) await finishRun(needs, id);
};

/** What cannot begin as it is, since its audience rests on a field that is gone, or it sells to two where one buys, waits for a person and holds up nobody else. */
const startOrAsk = async (needs: DistributingNeeds, id: RunId, at: Date | null): Promise<void> => {
  try {
    await startRun(needs, id, at);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, params } = error.problems[0]!;
    await needs.db.transaction().execute(async (tx) => {
      const { actionId, campaignId } = await getRunRow(tx, id);
      await getCampaignForRun(tx, actionId, { forUpdate: true });
      if ((await getRunRow(tx, id, true)).state !== 'scheduled') return;
      await sql`update run set state = 'missed', pause_reason = ${json({ code, params })} where id = ${id}`.execute(tx);
      await recordDeed(tx, SYSTEM, campaignId, 'start_refused', needs.clock.now(), { ...params, code });
    });
  }
};

const startRun = async (needs: DistributingNeeds, id: RunId, at: Date | null): Promise<void> => {
  await needs.db.transaction().execute(async (tx) => {
    const { actionId } = await getRunRow(tx, id);
    const subject = await getCampaignForRun(tx, actionId, { forUpdate: true });
    const state = await stateAtStart(tx, subject, id, at);
    if (state === 'missed') await tellMissed(needs, tx, subject, await getRunRow(tx, id), at);
    if (state !== 'sending') return;
    if (chosenAtStart(subject)) await chooseAgain(needs, tx, subject, await getRunRow(tx, id));
    const run = await getRunRow(tx, id);
    // Scheduled before a sale had one buyer.
    if (!mayAddress(run.channel, run.terms.addressing)) throw new Invalid('addressing', 'addressing_one_buyer');
    await scheduleNext(tx, subject, run, { at, large: await isLarge(tx) });
    await moveCampaign(tx, run.campaignId, run.actionId, 'running', needs.clock.now());
    await recordDeed(tx, SYSTEM, run.campaignId, 'launched', needs.clock.now(), { planned: run.planned });
    const channel = needs.channels[run.channel];
    if (channel?.shape === 'issue') await issueRun(needs, tx, channel, id);
  });
};

/** Of several schedulers one moves it; a start missed by more than the company allows asks a person first. */
const stateAtStart = async (
  tx: Tx,
  subject: CampaignForRun,
  id: RunId,
  at: Date | null,
): Promise<string | undefined> => {
  const { lateMinutes } = await loadSendTimes(tx);
  const catchesUp = ruleOf(subject)?.whenMissed === 'catch_up';
  const late = sql`(scheduled_for < ${clockOf(at)} - ${lateMinutes} * interval '1 minute' and not (occurs_at is not null and ${catchesUp}))`;
  const { rows } = await sql<{ state: string }>`
    update run set state = case when ${late} then 'missed' else 'sending' end, started_at = case when ${late} then null else now() end
    where id = ${id} and state = 'scheduled' and scheduled_for <= ${clockOf(at)} and not ${behindUnfinished} returning state`.execute(
    tx,
  );
  return rows[0]?.state;
};

const tellMissed = async (
  { clock }: DistributingNeeds,
  tx: Tx,
  subject: CampaignForRun,
  run: StoredRun,
  at: Date | null,
): Promise<void> => {
  const next = await passOver(tx, subject, run, at);
  const verb = next === null ? 'missed' : 'date_passed_over';
  const detail = next === null ? {} : { at: run.occursAt!.toISOString(), next: next.toISOString() };
  await recordDeed(tx, SYSTEM, subject.campaign.id, verb, clock.now(), detail);
};

const chooseAgain = async (
  needs: DistributingNeeds,
  tx: Tx,
  subject: CampaignForRun,
  run: StoredRun,
): Promise<void> => {
  if (run.mode !== 'main') return;
  await sql`delete from chunk where run_id = ${run.id}`.execute(tx);
  const planning = await planningOf(needs, tx, subject, run.scope, run.terms);
  await planLines(tx, run.id, planning, goesByPlace(run.sendWindow));
  await writeChunks(tx, run.id, sql`now()`);
  const { expiresAfterHours } = subject.action;
  await openWindow(tx, run.id, { window: run.sendWindow, expiresAfterHours }, sql`now()`);
};
