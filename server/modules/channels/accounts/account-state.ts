import type { SendingAccountId } from '../../../../contract/ids.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Conflict } from '../../../platform/errors.ts';
import { getAccount } from './account.store.ts';

/** Throws Conflict while all of the accounts are paused or put away. */
export const assertAccountUsable = async (
  db: Db | Tx,
  ids: readonly [SendingAccountId, ...SendingAccountId[]],
): Promise<void> => {
  const accounts = await Promise.all(ids.map((id) => getAccount(db, id)));
  if (accounts.some(({ pausedAt, archivedAt }) => pausedAt === null && archivedAt === null)) return;
  throw new Conflict('account_not_sending_yet', { name: accounts.map(({ name }) => name).join(', ') });
};
