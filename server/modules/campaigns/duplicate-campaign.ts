import { type Audience, NO_AUDIENCE } from '../../../contract/audience.ts';
import type { duplicateCampaign as endpoint, Schedule } from '../../../contract/campaigns.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { ActionId, CampaignId } from '../../../contract/ids.ts';
import { isProfiled } from '../../../contract/tracks.ts';
import { json } from '../../platform/database/json.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import type { JsonObject } from '../../platform/database/tables.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { copyLetterPlan } from '../channels/index.ts';
import { copyContentVersion } from '../content/index.ts';
import { copyPlan } from '../sales/index.ts';
import { actionsOf, insertAction, type StoredAction } from './action.store.ts';
import { getCampaignRow } from './campaign.store.ts';
import { insertWithCode, userOf } from './create-campaign.ts';
import { presentCampaign, type Viewing } from './get-campaign.ts';
import { recordHistory } from './history.store.ts';
import { copyTracks } from './tracks/begin-tracks.ts';

type Needs = Viewing & { ids: Ids };

/** A new campaign like this one, in preparation and sent to nobody; the people picked by hand stay with the original. */
export const duplicateCampaign = async (
  needs: Needs,
  actor: Actor,
  input: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  authorise(actor, 'campaign.create');
  const copy = needs.ids.next() as CampaignId;
  await needs.db.transaction().execute(async (tx) => {
    const original = await getCampaignRow(tx, input.id);
    const at = needs.clock.now();
    const values = {
      ...original,
      id: copy,
      name: input.name ?? original.name,
      state: 'preparing',
      results: '',
      ownerId: userOf(actor),
      createdBy: userOf(actor),
      duplicatedFrom: original.id,
      archivedAt: null,
      startsOn: null,
      endsOn: null,
      createdAt: at,
      updatedAt: at,
    };
    await insertWithCode(tx, values, undefined, at.getUTCFullYear());
    const actions = await actionsOf(tx, original.id);
    const ids = new Map(actions.map(({ id }) => [id, needs.ids.next() as ActionId]));
    const { recipients } = input;
    for (const action of actions) await copyAction(tx, needs, actor, action, { campaignId: copy, ids, recipients });
    if (isProfiled(original.kind)) await copyTracks(tx, needs, original.id, { campaignId: copy, actions: ids });
    await recordHistory(tx, { campaignId: copy, actor, verb: 'duplicated', detail: { from: original.code }, at });
  });
  return presentCampaign(needs, actor, copy);
};

interface CopyTo extends Pick<InputOf<typeof endpoint>, 'recipients'> {
  campaignId: CampaignId;
  ids: ReadonlyMap<ActionId, ActionId>;
}

const copyAction = async (
  tx: Tx,
  needs: Needs,
  actor: Actor,
  action: StoredAction,
  { campaignId, ids, recipients }: CopyTo,
): Promise<void> => {
  const at = needs.clock.now();
  await insertAction(tx, {
    ...action,
    id: ids.get(action.id)!,
    campaignId,
    state: 'draft',
    audience: json(audienceOfCopy(action.audience, ids, recipients) as unknown as JsonObject),
    contentVersionId: action.contentVersionId && (await copyContentVersion(tx, needs, actor, action.contentVersionId)),
    schedule: json<JsonObject>(scheduleOfCopy(action.schedule, ids)),
    sendWindow: json(action.sendWindow as unknown as JsonObject),
    work: json(action.work as unknown as JsonObject),
    directLink: action.directLink && json(action.directLink as unknown as JsonObject),
    utm: action.utm && json<JsonObject>(action.utm),
    accountSharing: action.accountSharing && json(action.accountSharing as unknown as JsonObject),
    createdAt: at,
    updatedAt: at,
  });
  await copyPlan(tx, action.id, ids.get(action.id)!, at);
  await copyLetterPlan(tx, action.id, ids.get(action.id)!, at);
};

/** What is built on an action of the original is built on that action's copy; the rest is chosen anew where others are meant. */
const audienceOfCopy = (
  audience: Audience,
  ids: ReadonlyMap<ActionId, ActionId>,
  recipients: CopyTo['recipients'],
): Audience => {
  const { copyOf } = audience;
  if (copyOf === null || !('actionId' in copyOf)) return recipients === 'other' ? NO_AUDIENCE : audience;
  return { ...audience, copyOf: { ...copyOf, actionId: ids.get(copyOf.actionId) ?? copyOf.actionId } };
};

/** A date is over; the order of the stages and a rule are not. */
const scheduleOfCopy = (schedule: Schedule, ids: ReadonlyMap<ActionId, ActionId>): Schedule =>
  schedule.kind === 'after'
    ? { ...schedule, actionId: ids.get(schedule.actionId) ?? schedule.actionId }
    : schedule.kind === 'recurring'
      ? schedule
      : { kind: 'now' };
