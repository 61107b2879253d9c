import type { ActionId } from '../../../../contract/ids.ts';
import { LetterPlan, NO_LETTER_PLAN } from '../../../../contract/letters.ts';
import { json } from '../../../platform/database/json.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import type { JsonObject } from '../../../platform/database/tables.ts';

/** How an action's letters are made; the empty plan where nobody has said. */
export const findLetterPlan = async (db: Db | Tx, actionId: ActionId): Promise<LetterPlan> => {
  const row = await db.selectFrom('letterPlan').select('plan').where('actionId', '=', actionId).executeTakeFirst();
  return row === undefined ? NO_LETTER_PLAN : LetterPlan.parse(row.plan);
};

export const storeLetterPlan = async (tx: Tx, actionId: ActionId, plan: LetterPlan, at: Date): Promise<void> => {
  const stored = { plan: json(plan as unknown as JsonObject), updatedAt: at };
  await tx
    .insertInto('letterPlan')
    .values({ actionId, ...stored })
    .onConflict((conflict) => conflict.column('actionId').doUpdateSet(stored))
    .execute();
};

/** An action made after another prints the same. */
export const copyLetterPlan = async (tx: Tx, from: ActionId, to: ActionId, at: Date): Promise<void> => {
  const plan = await findLetterPlan(tx, from);
  if (plan !== NO_LETTER_PLAN) await storeLetterPlan(tx, to, plan, at);
};

export const dropLetterPlan = async (tx: Tx, actionId: ActionId): Promise<void> => {
  await tx.deleteFrom('letterPlan').where('actionId', '=', actionId).execute();
};
