import { sql } from 'kysely';
import type { RunId } from '../../../contract/ids.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { loadSendTimes, SYSTEM } from '../access/index.ts';
import { type CampaignForRun, getCampaignForRun, moveCampaign, recordDeed } from '../campaigns/index.ts';
import { writeChunks } from './chunk.store.ts';
import { finishRun } from './control-run.ts';
import type { DistributingNeeds } from './distribute.ts';
import { issueRun } from './issue-run.ts';
import { planLines } from './plan-deliveries.ts';
import { planningOf } from './planning.ts';
import { getRunRow, type StoredRun } from './run.store.ts';
import { goesByPlace, moveOpenings, openWindow } from './run-window.ts';
import { chosenAtStart } from './stage-start.ts';

/** Begins the runs whose time has come, by database time, opens what waited for its hours, and ends what has nothing open. */
export const startDueRuns = async (needs: DistributingNeeds): Promise<void> => {
  const { rows: due } = await sql<{ id: RunId }>`
    select id from run where state = 'scheduled' and sealed_at is not null and scheduled_for <= now()`.execute(
    needs.db,
  );
  for (const { id } of due) await startRun(needs, id);
  await moveOpenings(needs.db);

  const { rows: done } = await sql<{ id: RunId }>`
    select id from run r where state = 'sending' and not exists (select from chunk c where c.run_id = r.id and c.open > 0)`.execute(
    needs.db,
  );
  for (const { id } of done) await finishRun(needs, id);
};

const startRun = async (needs: DistributingNeeds, id: RunId): Promise<void> => {
  await needs.db.transaction().execute(async (tx) => {
    const { actionId } = await getRunRow(tx, id);
    const subject = await getCampaignForRun(tx, actionId, { forUpdate: true });
    const state = await stateAtStart(tx, id);
    if (state === 'missed') await recordDeed(tx, SYSTEM, subject.campaign.id, 'missed', needs.clock.now());
    if (state !== 'sending') return;
    if (chosenAtStart(subject)) await chooseAgain(needs, tx, subject, await getRunRow(tx, id));
    const run = await getRunRow(tx, id);
    await moveCampaign(tx, run.campaignId, run.actionId, 'running', needs.clock.now());
    await recordDeed(tx, SYSTEM, run.campaignId, 'launched', needs.clock.now(), { planned: run.planned });
    const channel = needs.channels[run.channel];
    if (channel?.shape === 'issue') await issueRun(needs, tx, channel, id);
  });
};

/** Of several schedulers one moves it; a start missed by more than the company allows asks a person first. */
const stateAtStart = async (tx: Tx, id: RunId): Promise<string | undefined> => {
  const { lateMinutes } = await loadSendTimes(tx);
  const late = sql`scheduled_for < now() - ${lateMinutes} * interval '1 minute'`;
  const { rows } = await sql<{ state: string }>`
    update run set state = case when ${late} then 'missed' else 'sending' end, started_at = case when ${late} then null else now() end
    where id = ${id} and state = 'scheduled' and scheduled_for <= now() returning state`.execute(tx);
  return rows[0]?.state;
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
