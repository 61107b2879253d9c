import { type RawBuilder, sql } from 'kysely';
import type { AccountSharing } from '../../../contract/account-sharing.ts';
import type { ActionId, SendingAccountId } from '../../../contract/ids.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';

/** How an action is shared between accounts; null: its own carries it alone. It stays as it is while a run is under way. */
export const accountSharingOf = async (db: Db | Tx, id: ActionId): Promise<AccountSharing | null> => {
  const { rows } = await sql<{ accountSharing: AccountSharing | null }>`
    select account_sharing from action where id = ${id}`.execute(db);
  return rows[0]?.accountSharing ?? null;
};

/** Every account that carries a part of an action, its own first. */
export const accountsOfAction = async (
  db: Db | Tx,
  own: SendingAccountId,
  id: ActionId,
): Promise<[SendingAccountId, ...SendingAccountId[]]> => {
  const others = (await accountSharingOf(db, id))?.others ?? [];
  return [own, ...others.map((other) => other.id)];
};

/** The accounts beside the action's own, as rows of `id`. */
export const otherAccounts = (action: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select (other ->> 'id')::uuid from action a cross join jsonb_array_elements(a.account_sharing -> 'others') other where a.id = ${action}`;
