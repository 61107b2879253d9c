import type { ActionId } from '../../../contract/ids.ts';
import { NO_PLAN, SalesPlan } from '../../../contract/sales-plan.ts';
import { json } from '../../platform/database/json.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import type { JsonObject } from '../../platform/database/tables.ts';

/** What an action issues; an empty plan where nobody has said. */
export const findPlan = async (db: Db | Tx, actionId: ActionId): Promise<SalesPlan> => {
  const row = await db.selectFrom('salesPlan').select('plan').where('actionId', '=', actionId).executeTakeFirst();
  return row === undefined ? NO_PLAN : SalesPlan.parse(row.plan);
};

export const storePlan = async (tx: Tx, actionId: ActionId, plan: SalesPlan, at: Date): Promise<void> => {
  const stored = { plan: json(plan as unknown as JsonObject), updatedAt: at };
  await tx
    .insertInto('salesPlan')
    .values({ actionId, ...stored })
    .onConflict((conflict) => conflict.column('actionId').doUpdateSet(stored))
    .execute();
};

/** An action made after another issues the same. */
export const copyPlan = async (tx: Tx, from: ActionId, to: ActionId, at: Date): Promise<void> => {
  const plan = await findPlan(tx, from);
  if (plan !== NO_PLAN) await storePlan(tx, to, plan, at);
};

export const dropPlan = async (tx: Tx, actionId: ActionId): Promise<void> => {
  await tx.deleteFrom('salesPlan').where('actionId', '=', actionId).execute();
};
