import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { listHandPicks as listEndpoint, pickByHand as pickEndpoint } from '../../../contract/runs.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import { type Actor, authorise } from '../access/index.ts';
import { addByHand, clearPick, listHandPicks as readHandPicks, removeByHand } from '../audiences/index.ts';
import { type CampaignForRun, getCampaignForRun, recordDeed } from '../campaigns/index.ts';
import { planMainRun } from './generate-selection.ts';
import type { PlanningNeeds } from './planning.ts';
import { findPreparedRun } from './run.store.ts';

/** Up to this size a list is generated again at once, so that it shows the hand's decision. */
const AT_ONCE = 50_000;

/** Adds or removes people by hand, or takes that back; a list that was generated follows. */
export const pickByHand = async (
  needs: PlanningNeeds,
  actor: Actor,
  input: InputOf<typeof pickEndpoint>,
): Promise<OutputOf<typeof pickEndpoint>> => {
  await needs.db.transaction().execute(async (tx) => {
    const subject = await getCampaignForRun(tx, input.id, { forUpdate: true });
    authorise(actor, 'campaign.edit', { ownerId: subject.campaign.ownerId });
    if (input.pick === 'added') await addByHand(tx, input.id, input.parties, actor.userId);
    if (input.pick === 'removed') await removeByHand(tx, input.id, input.parties, actor.userId);
    if (input.pick === 'none') await clearPick(tx, input.id, input.parties);
    await followInList(needs, tx, actor, subject);
    await recordDeed(tx, actor, subject.campaign.id, 'hand_picked', needs.clock.now(), {
      pick: input.pick,
      count: input.parties.length,
    });
  });
  return { ok: true };
};

const followInList = async (needs: PlanningNeeds, tx: Tx, actor: Actor, subject: CampaignForRun): Promise<void> => {
  const prepared = await findPreparedRun(tx, subject.action.id);
  if (prepared?.state !== 'generated' || prepared.mode !== 'main' || prepared.matched > AT_ONCE) return;
  await planMainRun(needs, tx, actor, subject, prepared.scope);
};

export const listHandPicks = async (
  { db }: Pick<PlanningNeeds, 'db'>,
  actor: Actor,
  { id }: InputOf<typeof listEndpoint>,
): Promise<OutputOf<typeof listEndpoint>> => {
  authorise(actor, 'campaign.see');
  const picks = await readHandPicks(db, id);
  return picks.map((pick) => ({
    ...pick,
    id: pick.id as OutputOf<typeof listEndpoint>[number]['id'],
    at: pick.at.toISOString(),
  }));
};
