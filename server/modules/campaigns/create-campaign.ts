import type { createCampaign as endpoint, suggestCampaign as suggestion } from '../../../contract/campaigns.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { ActionId, CampaignId, UserId } from '../../../contract/ids.ts';
import { isProfiled } from '../../../contract/tracks.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Forbidden, Invalid } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise, loadInstallation } from '../access/index.ts';
import { assertTopicInUse } from '../consent/index.ts';
import { insertAction } from './action.store.ts';
import { freeCode, insertCampaign } from './campaign.store.ts';
import { newAction, onlyTopic } from './campaign-defaults.ts';
import { assertOwner } from './campaign-owner.ts';
import { presentCampaign, type Viewing } from './get-campaign.ts';
import { recordHistory } from './history.store.ts';
import { beginTracks } from './tracks/begin-tracks.ts';
import { assertPeriod } from './update-campaign.ts';

type Input = InputOf<typeof endpoint>;

export const suggestCampaign = async (
  needs: Pick<Viewing, 'db' | 'clock'>,
  actor: Actor,
): Promise<OutputOf<typeof suggestion>> => {
  authorise(actor, 'campaign.create');
  return {
    code: await freeCode(needs.db, needs.clock.now().getUTCFullYear()),
    owner: { id: userOf(actor), name: actor.name },
  };
};

export const createCampaign = async (
  needs: Viewing & { ids: Ids },
  actor: Actor,
  input: Input,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.create');
  assertPeriod(input.startsOn ?? null, input.endsOn ?? null);
  const id = await needs.db.transaction().execute((tx) => makeCampaign(tx, needs, actor, input));
  return presentCampaign(needs, actor, id);
};

const basisOf = (requiresConsent: boolean, purposeClass: string): 'consent' | 'contract' | 'soft_opt_in' => {
  if (requiresConsent) return 'consent';
  return purposeClass === 'notice' ? 'contract' : 'soft_opt_in';
};

/** A campaign with its first action, in the transaction of whoever makes it. */
export const makeCampaign = async (
  tx: Tx,
  needs: Viewing & { ids: Ids },
  actor: Actor,
  input: Input,
): Promise<CampaignId> => {
  const { channel, report = false, requiresConsent, ...given } = input;
  const id = needs.ids.next() as CampaignId;
  const at = needs.clock.now();
  if (given.topicId) await assertTopicInUse(tx, given.topicId);
  if (given.ownerId !== undefined) await assertOwner(tx, given.ownerId);
  const purposeClass = given.purposeClass ?? (channel === 'invoice' ? 'notice' : 'marketing');
  const values = {
    type: channel === 'email' ? 'newsletter' : 'generic',
    state: 'preparing',
    currency: (await loadInstallation(tx)).currency,
    topicId: await onlyTopic(tx, actor),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    name: given.name,
    kind: given.kind ?? 'one_off',
    id,
    ownerId: given.ownerId ?? userOf(actor),
    createdBy: userOf(actor),
    purposeClass,
    createdAt: at,
    updatedAt: at,
  };
  await insertWithCode(tx, values, given.code, at.getUTCFullYear());
  const basis = basisOf(requiresConsent ?? purposeClass === 'marketing', purposeClass);
  const first = { campaignId: id, position: 1, channel, report, basis };
  const action = await newAction(tx, needs, actor, first);
  await insertAction(tx, action);
  if (isProfiled(given.kind ?? '')) await beginTracks(tx, needs, id, action.id as ActionId);
  await recordHistory(tx, { campaignId: id, actor, verb: 'created', at });
  return id;
};

/** A code of one's own must be free; a suggested one moves on when another campaign took it meanwhile. */
export const insertWithCode = async (
  tx: Db,
  values: Omit<Parameters<typeof insertCampaign>[1], 'code'>,
  code: string | undefined,
  year: number,
): Promise<void> => {
  if (await insertCampaign(tx, { ...values, code: code ?? (await freeCode(tx, year)) })) return;
  const free = await freeCode(tx, year);
  if (code !== undefined) throw new Invalid('code', 'campaign_code_taken', { free });
  if (!(await insertCampaign(tx, { ...values, code: free })))
    throw new Invalid('code', 'campaign_code_taken', { free });
};

/** Whoever makes a campaign is a person: its sender and owner may be asked for. */
export const userOf = (actor: Actor): UserId => {
  if (actor.userId === null) throw new Forbidden('campaign.create');
  return actor.userId;
};
