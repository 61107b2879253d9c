import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type * as api from '../../../contract/sales-plan.ts';
import { isMailed, type SalesPlan } from '../../../contract/sales-plan.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Conflict, Invalid } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import { todayOf } from '../catalogue/index.ts';
import {
  findPlan,
  lookUpLines,
  sellerOf,
  stageOrFirst,
  storePlan,
  type Unsellable,
  uninvoiceable,
  unsellable,
  untaxable,
} from '../sales/index.ts';
import { getAction, type StoredAction, storeAction } from './action.store.ts';
import { getCampaignRow, type StoredCampaign, storeCampaign } from './campaign.store.ts';
import { followByMail, isMailable } from './documents/mail-action.ts';
import { recordHistory } from './history.store.ts';
import { isGoing } from './model/lifecycle.ts';

interface Needs {
  db: Db;
  clock: Clock;
}

export const getSalesPlan = async (
  { db }: Needs,
  actor: Actor,
  { id }: InputOf<typeof api.getSalesPlan>,
): Promise<OutputOf<typeof api.getSalesPlan>> => {
  authorise(actor, 'campaign.see');
  const { channel } = await getAction(db, id);
  const plan = await findPlan(db, id);
  return { ...plan, mailed: isMailed(channel, plan) };
};

/** What an action issues stays as it is while it goes, and once it is scheduled. */
export const saveSalesPlan = async (
  { db, clock, ids }: Needs & { ids: Ids },
  actor: Actor,
  { id, ...plan }: InputOf<typeof api.saveSalesPlan>,
): Promise<{ ok: true }> => {
  authorise(actor, 'campaign.see');
  const action = await getAction(db, id);
  await db.transaction().execute(async (tx) => {
    const campaign = await getCampaignRow(tx, action.campaignId, true);
    authorise(actor, 'campaign.edit', { ownerId: campaign.ownerId });
    const { state } = await getAction(tx, id);
    if (isGoing(state) || state === 'scheduled') throw new Conflict('campaign_under_way');
    const at = clock.now();
    await keepPlan(tx, { clock, ids }, actor, { action, campaign }, plan);
    await storeAction(tx, id, { updatedAt: at });
    await storeCampaign(tx, campaign.id, { updatedAt: at });
    await recordHistory(tx, { campaignId: campaign.id, actor, verb: 'content_changed', at });
  });
  return { ok: true };
};

/** A product or stage that is not there is refused at its field; one without a price only keeps the campaign from going. */
export const keepPlan = async (
  tx: Tx,
  needs: { clock: Clock; ids: Ids },
  actor: Actor,
  { action, campaign }: { action: StoredAction; campaign: StoredCampaign },
  plan: SalesPlan,
): Promise<void> => {
  const gone = await unsellableIn(tx, plan, campaign.currency, await todayOf(tx, needs.clock));
  if (gone?.code === 'unknown_product') throw new Invalid(`lines.${gone.at}.productId`, gone.code);
  if (plan.stageId !== null) await stageOrFirst(tx, plan.stageId);
  await storePlan(tx, action.id, plan, needs.clock.now());
  if (!isMailable(action)) return;
  await followByMail(tx, needs, actor, { campaign, action, mailed: isMailed(action.channel, plan) });
};

const unsellableIn = async (
  db: Db | Tx,
  { lines }: SalesPlan,
  currency: string,
  day: string,
): Promise<Unsellable | null> => unsellable(await lookUpLines(db, { lines, currency, day }), currency);

/** Why what an action sells cannot be issued: a product without a price, or without a VAT rate where VAT is borne, or nobody to send an invoice; null: it can. */
export const hindranceOf = async (db: Db | Tx, action: StoredAction, currency: string, day: string) => {
  const plan = await findPlan(db, action.id);
  const lines = await lookUpLines(db, { lines: plan.lines, currency, day });
  const lacking = unsellable(lines, currency);
  if (lacking !== null || action.channel === 'opportunity') return lacking;
  if (lines.length === 0) return { code: 'nothing_to_sell' as const, params: {} };
  const taxed = untaxable(
    await sellerOf(db),
    lines.flatMap((line) => line ?? []),
  );
  return taxed ?? (action.channel === 'invoice' ? uninvoiceable(db) : null);
};
