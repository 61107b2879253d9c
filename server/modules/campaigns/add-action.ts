import type { addAction as endpoint } from '../../../contract/actions.ts';
import { type Audience, NO_AUDIENCE } from '../../../contract/audience.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { ActionId } from '../../../contract/ids.ts';
import { isProfiled } from '../../../contract/tracks.ts';
import { json } from '../../platform/database/json.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import type { JsonObject } from '../../platform/database/tables.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { actionsOf, insertAction, type StoredAction } from './action.store.ts';
import { getCampaignRow, type StoredCampaign, storeCampaign } from './campaign.store.ts';
import { newAction } from './campaign-defaults.ts';
import { presentCampaign, type Viewing } from './get-campaign.ts';
import { recordHistory } from './history.store.ts';
import { mayMove } from './model/lifecycle.ts';

type Input = InputOf<typeof endpoint>;
type Needs = Viewing & { ids: Ids };

/** A campaign that was completed runs on: there is something to do again. */
export const addAction = async (needs: Needs, actor: Actor, input: Input): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  await needs.db.transaction().execute(async (tx) => {
    const campaign = await getCampaignRow(tx, input.id, true);
    authorise(actor, 'campaign.edit', { ownerId: campaign.ownerId });
    if (isProfiled(campaign.kind)) throw new Conflict('sent_by_tracks');
    if (campaign.state === 'cancelled') throw new Conflict('campaign_cancelled');
    if (campaign.archivedAt !== null) throw new Conflict('campaign_archived');
    await add(tx, needs, actor, campaign, input);
  });
  return presentCampaign(needs, actor, input.id);
};

const add = async (tx: Tx, needs: Needs, actor: Actor, campaign: StoredCampaign, input: Input): Promise<void> => {
  const actions = await actionsOf(tx, campaign.id);
  const last = actions.at(-1);
  const { name, channel, report = false } = input;
  const start = {
    campaignId: campaign.id,
    position: (last?.position ?? 0) + 1,
    basis: last?.basis ?? 'consent',
    name,
    channel,
    report,
  };
  const action = await newAction(tx, needs, actor, start);
  const audience = json(audienceLike(actions, input.sameGroupAs) as unknown as JsonObject);
  await insertAction(tx, { ...action, audience });
  const at = needs.clock.now();
  await storeCampaign(tx, campaign.id, {
    updatedAt: at,
    ...(campaign.kind === 'one_off' ? { kind: 'multi_stage' } : {}),
    ...(mayMove(campaign.state, 'running', 'editor') ? { state: 'running' } : {}),
  });
  await recordHistory(tx, { campaignId: campaign.id, actor, verb: 'action_added', detail: { name }, at });
};

const audienceLike = (actions: readonly StoredAction[], sameGroupAs: ActionId | null): Audience => {
  if (sameGroupAs === null) return NO_AUDIENCE;
  if (!actions.some(({ id }) => id === sameGroupAs)) throw new Invalid('sameGroupAs', 'action_of_another_campaign');
  return { ...NO_AUDIENCE, copyOf: { actionId: sameGroupAs, which: 'all' } };
};
