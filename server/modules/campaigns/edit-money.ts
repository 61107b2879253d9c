import type { HistoryVerb } from '../../../contract/campaigns.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { ActionId, CampaignId } from '../../../contract/ids.ts';
import type * as contract from '../../../contract/money.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { getCampaignRow } from './campaign.store.ts';
import { userOf } from './create-campaign.ts';
import { recordHistory } from './history.store.ts';
import { campaignOfLine, deleteLine, isActionOf } from './money.store.ts';

interface Needs {
  db: Db;
  clock: Clock;
  ids: Ids;
}
interface Deed {
  campaignId: CampaignId;
  actionId?: ActionId | null;
  verb: HistoryVerb;
  label?: string;
}

const OK = { ok: true } as const;

/** Changes a campaign's books by somebody who may edit it, and writes that down. */
const book = async (needs: Needs, actor: Actor, deed: Deed, work: (tx: Tx) => Promise<unknown>): Promise<typeof OK> => {
  const { campaignId, actionId, verb, label } = deed;
  await needs.db.transaction().execute(async (tx) => {
    const { ownerId } = await getCampaignRow(tx, campaignId, true);
    authorise(actor, 'campaign.edit', { ownerId });
    if (actionId && !(await isActionOf(tx, actionId, campaignId)))
      throw new Invalid('actionId', 'action_of_another_campaign');
    await work(tx);
    await recordHistory(tx, { campaignId, actor, verb, detail: label ? { label } : {}, at: needs.clock.now() });
  });
  return OK;
};

export const addCostLine = async (needs: Needs, actor: Actor, input: InputOf<typeof contract.addCostLine>) => {
  authorise(actor, 'campaign.see');
  const { id: campaignId, ...line } = input;
  return book(needs, actor, { ...line, campaignId, verb: 'costs_changed' }, (tx) =>
    tx
      .insertInto('costLine')
      .values({ id: needs.ids.next(), campaignId, ...line, createdAt: needs.clock.now() })
      .execute(),
  );
};

export const updateCostLine = async (needs: Needs, actor: Actor, input: InputOf<typeof contract.updateCostLine>) => {
  authorise(actor, 'campaign.see');
  const { id, ...line } = input;
  const campaignId = await campaignOfLine(needs.db, 'costLine', id);
  return book(needs, actor, { ...line, campaignId, verb: 'costs_changed' }, (tx) =>
    tx.updateTable('costLine').set(line).where('id', '=', id).execute(),
  );
};

export const removeCostLine = async (needs: Needs, actor: Actor, { id }: InputOf<typeof contract.removeCostLine>) => {
  authorise(actor, 'campaign.see');
  const campaignId = await campaignOfLine(needs.db, 'costLine', id);
  return book(needs, actor, { campaignId, verb: 'costs_changed' }, (tx) => deleteLine(tx, 'costLine', id));
};

export const addRevenueLine = async (needs: Needs, actor: Actor, input: InputOf<typeof contract.addRevenueLine>) => {
  authorise(actor, 'campaign.see');
  const { id: campaignId, ...line } = input;
  return book(needs, actor, { ...line, campaignId, verb: 'revenue_changed' }, (tx) =>
    tx
      .insertInto('revenueLine')
      .values({ id: needs.ids.next(), campaignId, ...line, createdBy: userOf(actor), createdAt: needs.clock.now() })
      .execute(),
  );
};

export const updateRevenueLine = async (
  needs: Needs,
  actor: Actor,
  input: InputOf<typeof contract.updateRevenueLine>,
) => {
  authorise(actor, 'campaign.see');
  const { id, ...line } = input;
  const campaignId = await campaignOfLine(needs.db, 'revenueLine', id);
  return book(needs, actor, { ...line, campaignId, verb: 'revenue_changed' }, (tx) =>
    tx.updateTable('revenueLine').set(line).where('id', '=', id).execute(),
  );
};

export const removeRevenueLine = async (
  needs: Needs,
  actor: Actor,
  { id }: InputOf<typeof contract.removeRevenueLine>,
) => {
  authorise(actor, 'campaign.see');
  const campaignId = await campaignOfLine(needs.db, 'revenueLine', id);
  return book(needs, actor, { campaignId, verb: 'revenue_changed' }, (tx) => deleteLine(tx, 'revenueLine', id));
};
