import type { CampaignState, HistoryVerb } from '../../../contract/campaigns.ts';
import type { ActionId, CampaignId } from '../../../contract/ids.ts';
import { isProfiled } from '../../../contract/tracks.ts';
import { json } from '../../platform/database/json.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { JsonObject } from '../../platform/database/tables.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { actionsOf, getAction, type StoredAction, storeAction } from './action.store.ts';
import { getCampaignRow, type StoredCampaign, storeCampaign } from './campaign.store.ts';
import { recordHistory } from './history.store.ts';
import { messageProblemsOf, problemsOf } from './launch-facts.ts';
import { withoutState } from './model/launchable.ts';
import { mayMove, standingOf } from './model/lifecycle.ts';

export interface CampaignForRun {
  campaign: StoredCampaign;
  action: StoredAction;
}

/** What a run is made from. `forUpdate` locks the campaign, so that nobody edits it and no second run begins meanwhile. */
export const getCampaignForRun = async (
  tx: Db,
  actionId: ActionId,
  { forUpdate = false } = {},
): Promise<CampaignForRun> => {
  const { campaignId } = await getAction(tx, actionId);
  const campaign = await getCampaignRow(tx, campaignId, forUpdate);
  return { campaign, action: await getAction(tx, actionId) };
};

/** Throws Forbidden unless the actor may run this campaign: his role says so, or it is his own. */
export const authoriseRun = (actor: Actor, { campaign }: Pick<CampaignForRun, 'campaign'>): void =>
  authorise(actor, 'campaign.run', { ownerId: campaign.ownerId });

/** Throws with every problem named at its field. `launch` also asks for the state; making a list or sending a test does not. */
export const assertLaunchable = async (
  tx: Db,
  { campaign, action }: CampaignForRun,
  { now, purpose }: { now: Date; purpose: 'launch' | 'prepare' },
): Promise<void> => {
  const askedOf = isProfiled(campaign.kind) ? messageProblemsOf : problemsOf;
  const problems = await askedOf(tx, campaign, action, now);
  const hindering = purpose === 'launch' ? problems : withoutState(problems);
  if (hindering.length > 0) throw Invalid.all(hindering);
};

const ACTION_STATES = {
  ready: 'ready',
  running: 'running',
  paused: 'paused',
  completed: 'done',
  cancelled: 'cancelled',
} as const satisfies Partial<Record<CampaignState, string>>;

/** Moves an action as its run begins, pauses, goes on and ends, and the campaign with it; throws Conflict when it cannot go there from where it is. */
export const moveCampaign = async (
  tx: Tx,
  campaignId: CampaignId,
  actionId: ActionId,
  move: keyof typeof ACTION_STATES,
  at: Date,
): Promise<void> => {
  const { state: from, kind } = await getCampaignRow(tx, campaignId, true);
  if (isProfiled(kind)) return moveTracks(tx, campaignId, from, move, at);
  await storeAction(tx, actionId, { state: ACTION_STATES[move], updatedAt: at });
  const to = standingOf((await actionsOf(tx, campaignId)).map(({ state }) => state));
  if (from === to) return;
  if (!mayMove(from, to, 'delivery')) throw new Conflict('campaign_state_impossible', { from, to });
  await storeCampaign(tx, campaignId, { state: to, updatedAt: at });
};

/** Tracks go on by themselves: their campaign only pauses, and goes on, with a run of theirs. */
const moveTracks = async (
  tx: Tx,
  campaignId: CampaignId,
  from: CampaignState,
  to: CampaignState,
  at: Date,
): Promise<void> => {
  const isPause = (from === 'running' && to === 'paused') || (from === 'paused' && to === 'running');
  if (isPause) await storeCampaign(tx, campaignId, { state: to, updatedAt: at });
};

/** The action waits for its time (`scheduled`), or was taken back before it. The campaign stays as it is. */
export const setScheduled = async (tx: Tx, actionId: ActionId, scheduled: boolean, at: Date): Promise<void> =>
  storeAction(tx, actionId, { state: scheduled ? 'scheduled' : 'ready', updatedAt: at });

/** The time of an action that is scheduled already. */
export const setSchedule = async (tx: Tx, action: StoredAction, moment: string, at: Date): Promise<void> => {
  const freeze = action.schedule.kind === 'at' ? action.schedule.freeze : 'now';
  await storeAction(tx, action.id, { schedule: json<JsonObject>({ kind: 'at', at: moment, freeze }), updatedAt: at });
};

export const recordDeed = (
  tx: Db,
  actor: Pick<Actor, 'userId'>,
  campaignId: CampaignId,
  verb: HistoryVerb,
  at: Date,
  detail: Record<string, string | number | boolean | null | string[]> = {},
): Promise<void> => recordHistory(tx, { campaignId, actor, verb, detail, at });
