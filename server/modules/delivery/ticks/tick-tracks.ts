import { sql } from 'kysely';
import type { CampaignId } from '../../../../contract/ids.ts';
import type { Tx } from '../../../platform/database/open-database.ts';
import { findPressureRules, giveRoom } from '../../audiences/index.ts';
import {
  advance,
  campaignsDue,
  enrolDue,
  getCampaignForRun,
  isMessageReady,
  lockRunning,
  messagesDue,
  openingsOf,
  takeDue,
  waitForMessage,
} from '../../campaigns/index.ts';
import { holdUnapproved } from '../approvals/track-approvals.ts';
import { type PlanningNeeds, termsOf } from '../planning.ts';
import { pressureApplies } from '../pressure-gate.ts';
import { holdForPressure, openAfterHold } from './hold-for-pressure.ts';
import { lookBack } from './look-back.ts';
import { planTick } from './plan-tick.ts';

/**
 * One tick over the tracks of all running campaigns: whoever comes to match is brought in, and whoever is due by now gets his next
 * message planned, one run per message. `at`: by the database’s clock unless a simulated one is given.
 */
export const tickTracks = async (needs: PlanningNeeds, at: Date | null = null): Promise<void> => {
  const now = at ?? (await databaseNow(needs));
  await holdAllUnapproved(needs);
  await enrolDue(needs, now, at !== null);
  for (const campaignId of await campaignsDue(needs.db, now)) {
    await needs.db.transaction().execute((tx) => tickCampaign(needs, tx, campaignId, now));
  }
};

/** Before anybody is brought in by what nobody approved. */
const holdAllUnapproved = async (needs: PlanningNeeds): Promise<void> => {
  const { rows } = await sql<{ id: CampaignId }>`
    select c.id from campaign c where c.kind in ('sequential', 'parallel') and c.state = 'running'
      and exists (select from approval a where a.campaign_id = c.id and a.action_id is null)`.execute(needs.db);
  for (const { id } of rows) {
    await needs.db.transaction().execute(async (tx) => {
      const campaign = await lockRunning(tx, id);
      if (campaign) await holdUnapproved(needs, tx, campaign);
    });
  }
};

const databaseNow = async ({ db }: PlanningNeeds): Promise<Date> => {
  const { rows } = await sql<{ now: Date }>`select now()`.execute(db);
  return rows[0]!.now;
};

/** Those who are due are looked up one by one, unless they are most of all: a tick costs by them, not by who is enrolled. */
const readByKey = (tx: Tx) => sql`set local random_page_cost = 1.1`.execute(tx);

/** A second scheduler waits for the lock, and then finds that nobody is due any more. */
const tickCampaign = async (needs: PlanningNeeds, tx: Tx, campaignId: CampaignId, now: Date): Promise<void> => {
  await sql`set local statement_timeout = 0`.execute(tx);
  await giveRoom(tx);
  await readByKey(tx);
  const campaign = await lockRunning(tx, campaignId);
  if (campaign === null || (await holdUnapproved(needs, tx, campaign))) return;
  await takeDue(tx, campaignId, now);
  await lookBack(tx);
  await holdBack(tx, campaignId, now);
  for (const { actionId, people } of await messagesDue(tx)) {
    const subject = await getCampaignForRun(tx, actionId);
    if (await isMessageReady(tx, subject, now)) await planTick(needs, tx, subject, people, now);
    else await waitForMessage(tx, actionId);
  }
  await advance(tx, campaign, now);
};

const holdBack = async (tx: Tx, campaignId: CampaignId, now: Date): Promise<void> => {
  const [first] = await messagesDue(tx);
  if (first === undefined) return;
  const { gate } = await termsOf(tx, await getCampaignForRun(tx, first.actionId));
  const rules = (await findPressureRules(tx)).filter((rule) => pressureApplies(rule, gate));
  await holdForPressure(tx, rules, await liveRuns(tx), now);
  await openAfterHold(tx, await openingsOf(tx, campaignId));
};

const liveRuns = async (tx: Tx): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from run where state in ('scheduled', 'sending', 'paused') and mode <> 'test' and channel <> 'list' and sealed_at is not null`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
};
