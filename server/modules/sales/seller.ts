import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type * as api from '../../../contract/seller.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise, loadSendTimes } from '../access/index.ts';
import { vatProblem } from '../crm/index.ts';
import { findSeller, storeSeller } from './seller.store.ts';

export const getSeller = async ({ db }: { db: Db }, actor: Actor): Promise<OutputOf<typeof api.getSeller>> => {
  authorise(actor, 'sales.see');
  return { seller: (await findSeller(db))?.seller ?? null };
};

/** A new row each time: invoices keep the one they were issued with. */
export const saveSeller = async (
  { db, ids, clock }: { db: Db; ids: Ids; clock: Clock },
  actor: Actor,
  seller: InputOf<typeof api.saveSeller>,
): Promise<{ ok: true }> => {
  authorise(actor, 'settings.edit');
  const { country } = await loadSendTimes(db);
  if (country === null) throw new Invalid('country', 'company_country_needed');
  const wrong = vatProblem(seller.vatId, country);
  if (wrong !== null) throw new Invalid('vatId', wrong.code, wrong.params);
  await storeSeller(db, { ...seller, country, id: ids.next(), at: clock.now() });
  return { ok: true };
};

/** Why no invoice can be issued, whatever is on it; null: one can. */
export const uninvoiceable = async (
  db: Db | Tx,
): Promise<{ code: 'seller_needed'; params: Record<string, string> } | null> =>
  (await findSeller(db)) === null ? { code: 'seller_needed', params: {} } : null;
