import type { Updateable } from 'kysely';
import type { CampaignState, updateCampaign as endpoint } from '../../../contract/campaigns.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import type { Campaign as CampaignTable } from '../../platform/database/tables.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import { type Actor, authorise } from '../access/index.ts';
import { assertTopicInUse } from '../consent/index.ts';
import { freeCode, getCampaignRow, isCodeTaken, type StoredCampaign, storeCampaign } from './campaign.store.ts';
import { assertOwner } from './campaign-owner.ts';
import { presentCampaign, type Viewing } from './get-campaign.ts';
import { recordHistory } from './history.store.ts';
import { mayMove } from './model/lifecycle.ts';

type Input = InputOf<typeof endpoint>;

export const updateCampaign = async (
  needs: Viewing,
  actor: Actor,
  input: Input,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  await needs.db.transaction().execute(async (tx) => {
    const campaign = await getCampaignRow(tx, input.id, true);
    authorise(actor, 'campaign.edit', { ownerId: campaign.ownerId });
    assertUnchanged(campaign.updatedAt, input.updatedAt);
    const change = await changeOf(tx, campaign, input, needs.clock.now());
    const fields = changedFields(campaign, change);
    if (fields.length === 0) return;
    const at = needs.clock.now();
    await storeCampaign(tx, campaign.id, { ...change, updatedAt: at });
    const words = fields.filter((field) => field !== 'state');
    if (words.length > 0)
      await recordHistory(tx, { campaignId: campaign.id, actor, verb: 'edited', detail: { fields: words }, at });
    if (change.state !== undefined && change.state !== campaign.state) {
      if (campaign.state === 'cancelled') await takeUpAgain(tx, campaign.id);
      await recordHistory(tx, {
        campaignId: campaign.id,
        actor,
        verb: 'state_set',
        detail: { from: campaign.state, to: change.state },
        at,
      });
    }
  });
  return presentCampaign(needs, actor, input.id);
};

/** What was cancelled with the campaign is to be done again. */
const takeUpAgain = async (tx: Tx, campaignId: StoredCampaign['id']): Promise<void> => {
  await tx
    .updateTable('action')
    .set({ state: 'draft' })
    .where('campaignId', '=', campaignId)
    .where('state', '=', 'cancelled')
    .execute();
};

/** Throws Conflict when someone else stored meanwhile. */
export const assertUnchanged = (stored: Date, read: string): void => {
  if (stored.getTime() !== new Date(read).getTime()) throw new Conflict('campaign_changed');
};

const changeOf = async (
  tx: Tx,
  campaign: StoredCampaign,
  input: Input,
  now: Date,
): Promise<Updateable<CampaignTable>> => {
  const { id: _id, updatedAt: _read, ...change } = input;
  if (change.state !== undefined) assertMove(campaign.state, change.state);
  if (change.code !== undefined && (await isCodeTaken(tx, change.code, campaign.id))) {
    throw new Invalid('code', 'campaign_code_taken', { free: await freeCode(tx, now.getUTCFullYear()) });
  }
  if (change.ownerId !== undefined && change.ownerId !== campaign.ownerId) await assertOwner(tx, change.ownerId);
  if (change.topicId && change.topicId !== campaign.topicId) await assertTopicInUse(tx, change.topicId);
  assertPeriod(
    change.startsOn === undefined ? campaign.startsOn : change.startsOn,
    change.endsOn === undefined ? campaign.endsOn : change.endsOn,
  );
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
};

const assertMove = (from: CampaignState, to: CampaignState): void => {
  if (from !== to && !mayMove(from, to, 'editor')) throw new Conflict('campaign_state_impossible', { from, to });
};

export const assertPeriod = (startsOn: string | null, endsOn: string | null): void => {
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) throw new Invalid('endsOn', 'ends_before_start');
};

const changedFields = (campaign: StoredCampaign, change: object): string[] =>
  Object.entries(change)
    .filter(([field, value]) => String(campaign[field as keyof StoredCampaign] ?? '') !== String(value ?? ''))
    .map(([field]) => field);
