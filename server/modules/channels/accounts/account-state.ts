import type { SendingAccountId } from '../../../../contract/ids.ts';
import { json } from '../../../platform/database/json.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import type { AccountTrouble } from '../channel.ts';

const find = async (db: Db | Tx, id: SendingAccountId) => {
  const account = await db
    .selectFrom('sendingAccount')
    .select(['name', 'fromAddress', 'pausedAt', 'archivedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (account === undefined) throw new NotFound('sending account');
  return account;
};

/** Throws Conflict while the account is paused or put away. */
export const assertAccountUsable = async (db: Db | Tx, id: SendingAccountId): Promise<void> => {
  const { name, pausedAt, archivedAt } = await find(db, id);
  if (pausedAt !== null || archivedAt !== null) throw new Conflict('sending_account_unusable', { name });
};

/** The domain of the From address, as it stands on the right side of a Message-ID. */
export const messageDomainOf = async (db: Db | Tx, id: SendingAccountId): Promise<string> => {
  const { fromAddress } = await find(db, id);
  return fromAddress?.split('@').at(-1)?.toLowerCase() ?? 'localhost';
};

/** Nothing is sent from the account until a person resumes it; what is said first stays. */
export const pauseAccount = async (tx: Tx, id: SendingAccountId, { reason, reply }: AccountTrouble): Promise<void> => {
  await tx
    .updateTable('sendingAccount')
    .set({ pausedAt: new Date(), pausedReason: json({ reason, reply }) })
    .where('id', '=', id)
    .where('pausedAt', 'is', null)
    .execute();
};
