import { isMailOf } from '../../../../contract/mailed-document.ts';
import { isMailed } from '../../../../contract/sales-plan.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { findPlan, type MailedDocument } from '../../sales/index.ts';
import { getAction, type StoredAction } from '../action.store.ts';

/** What an action mails to those for whom another one issues it; null where it mails nothing of the kind. */
export const mailedDocument = async (db: Db | Tx, action: StoredAction): Promise<MailedDocument | null> => {
  const { schedule } = action;
  if (schedule.kind !== 'after' || !isMailOf(schedule.actionId)(action)) return null;
  const { id: actionId, channel } = await getAction(db, schedule.actionId);
  if (channel !== 'invoice' && channel !== 'offer') return null;
  return isMailed(channel, await findPlan(db, actionId)) ? { kind: channel, actionId } : null;
};
