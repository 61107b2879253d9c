import type { SendingAccountId } from '../../../../contract/ids.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Conflict } from '../../../platform/errors.ts';
import { getAccount } from './account.store.ts';

/** Throws Conflict while the account is paused or put away. */
export const assertAccountUsable = async (db: Db | Tx, id: SendingAccountId): Promise<void> => {
  const { name, pausedAt, archivedAt } = await getAccount(db, id);
  if (pausedAt !== null || archivedAt !== null) throw new Conflict('sending_account_unusable', { name });
};
