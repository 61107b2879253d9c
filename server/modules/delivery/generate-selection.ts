import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { generateSelection as generateEndpoint } from '../../../contract/runs.ts';
import { isProfiled } from '../../../contract/tracks.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { Conflict } from '../../platform/errors.ts';
import type { Actor } from '../access/index.ts';
import {
  assertLaunchable,
  authoriseRun,
  type CampaignForRun,
  getCampaignForRun,
  recordDeed,
} from '../campaigns/index.ts';
import { planLines } from './plan-deliveries.ts';
import { isLarge, type PlanningNeeds, planningOf, termsOf } from './planning.ts';
import {
  findPreparedRun,
  findWaitingDate,
  freezeTerms,
  insertRun,
  type StoredRun,
  setRunState,
  waitsForStart,
} from './run.store.ts';
import { showRun } from './run.views.ts';
import { goesByPlace, windowOf } from './run-window.ts';

/** "Generate selection": writes the recipient list; again replaces what was generated and keeps the hand's decisions. */
export const generateSelection = async (
  needs: PlanningNeeds,
  actor: Actor,
  input: InputOf<typeof generateEndpoint>,
): Promise<OutputOf<typeof generateEndpoint>> => {
  const generated = await needs.db.transaction().execute(async (tx) => {
    const subject = await getCampaignForRun(tx, input.id, { forUpdate: true });
    authoriseRun(actor, subject);
    await assertLaunchable(tx, subject, { now: needs.clock.now(), purpose: 'prepare' });
    const planned = await planMainRun(needs, tx, actor, subject, input.scope);
    await recordDeed(tx, actor, subject.campaign.id, 'generated', needs.clock.now(), { planned: planned.planned });
    return planned;
  });
  return { run: await showRun(needs.db, generated.runId), difference: generated.difference };
};

/** The campaign is locked: nobody else plans or seals for this action meanwhile. */
export const planMainRun = async (
  needs: PlanningNeeds,
  tx: Tx,
  actor: Actor,
  subject: CampaignForRun,
  scope: 'all' | 'hand',
) => {
  if (isProfiled(subject.campaign.kind)) throw new Conflict('sent_by_tracks');
  const prepared = await findPreparedRun(tx, subject.action.id);
  if (prepared && waitsForStart(prepared)) throw new Conflict('run_scheduled_already');
  if (scope === 'all' && (await findWaitingDate(tx, subject.action.id))) throw new Conflict('run_scheduled_already');
  const { frozen, planning, byPlace } = await frozenNow(needs, tx, subject, scope);
  const run = reusable(prepared) ?? (await newMainRun(tx, actor, subject, frozen));
  await freezeTerms(tx, run, frozen);
  const difference = await planLines(tx, run, planning, byPlace);
  await setRunState(tx, run, 'generated');
  return { runId: run, ...difference };
};

/** What a list of the action as it is now goes by. */
export const frozenNow = async (needs: PlanningNeeds, tx: Tx, subject: CampaignForRun, scope: 'all' | 'hand') => {
  const byPlace = goesByPlace(await windowOf(tx, subject));
  const asked = await termsOf(tx, subject);
  const planning = await planningOf(needs, tx, subject, scope, asked);
  const terms = { ...asked, byPlace, segments: [...planning.rules.segments.values()] };
  const { contentVersionId, sendingAccountId } = subject.action;
  return { frozen: { scope, terms, contentVersionId, sendingAccountId }, planning, byPlace };
};

const reusable = (prepared: StoredRun | undefined) => (prepared?.mode === 'main' ? prepared.id : undefined);

export const newMainRun = async (
  tx: Tx,
  actor: Actor,
  { campaign, action }: CampaignForRun,
  frozen: Parameters<typeof freezeTerms>[2],
) =>
  insertRun(
    tx,
    {
      ...frozen,
      campaignId: campaign.id,
      actionId: action.id,
      mode: 'main',
      channel: action.channel,
      createdBy: actor.userId,
    },
    await isLarge(tx),
  );
