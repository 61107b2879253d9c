import type { duplicateCampaign as endpoint } from '../../../contract/campaigns.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { CampaignId } from '../../../contract/ids.ts';
import { json } from '../../platform/database/json.ts';
import type { Tx } from '../../platform/database/open-database.ts';
import type { JsonObject } from '../../platform/database/tables.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { copyContentVersion } from '../content/index.ts';
import { actionsOf, insertAction, type StoredAction } from './action.store.ts';
import { getCampaignRow } from './campaign.store.ts';
import { insertWithCode, userOf } from './create-campaign.ts';
import { presentCampaign, type Viewing } from './get-campaign.ts';
import { recordHistory } from './history.store.ts';

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
    for (const action of await actionsOf(tx, original.id)) await copyAction(tx, needs, actor, action, copy);
    await recordHistory(tx, { campaignId: copy, actor, verb: 'duplicated', detail: { from: original.code }, at });
  });
  return presentCampaign(needs, actor, copy);
};

const copyAction = async (
  tx: Tx,
  needs: Needs,
  actor: Actor,
  action: StoredAction,
  campaignId: CampaignId,
): Promise<void> => {
  const at = needs.clock.now();
  await insertAction(tx, {
    ...action,
    id: needs.ids.next(),
    campaignId,
    state: 'draft',
    audience: json(action.audience as unknown as JsonObject),
    contentVersionId: action.contentVersionId && (await copyContentVersion(tx, needs, actor, action.contentVersionId)),
    schedule: json<JsonObject>({ kind: 'now' }),
    createdAt: at,
    updatedAt: at,
  });
};
