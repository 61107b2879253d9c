import { sql } from 'kysely';
import type { DkimAlgorithm } from '../../../../../contract/accounts.ts';
import type { Db, Tx } from '../../../../platform/database/open-database.ts';

export interface StoredKey {
  id: string;
  algorithm: DkimAlgorithm;
  domain: string;
  selector: string;
  publicKey: string;
  privateSealed: string;
  signing: boolean;
}

export const loadKeys = async (db: Db | Tx, accountId: string): Promise<StoredKey[]> => {
  const { rows } = await sql<StoredKey>`
    select id, algorithm, domain, selector, public_key, private_sealed, signing from dkim_key
    where sending_account_id = ${accountId} order by algorithm desc`.execute(db);
  return rows;
};

/** Takes the place of the account's key of the same kind; the new one does not sign before it is published. */
export const replaceKey = async (db: Db | Tx, accountId: string, key: Omit<StoredKey, 'signing'>): Promise<void> => {
  await sql`
    insert into dkim_key (id, sending_account_id, algorithm, domain, selector, public_key, private_sealed)
    values (${key.id}, ${accountId}, ${key.algorithm}, ${key.domain}, ${key.selector}, ${key.publicKey}, ${key.privateSealed})
    on conflict (sending_account_id, algorithm) do update set id = excluded.id, domain = excluded.domain, selector = excluded.selector,
      public_key = excluded.public_key, private_sealed = excluded.private_sealed, signing = false, created_at = now()`.execute(
    db,
  );
};

export const setSigning = async (
  db: Db | Tx,
  accountId: string,
  algorithm: string,
  signing: boolean,
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    update dkim_key set signing = ${signing} where sending_account_id = ${accountId} and algorithm = ${algorithm}`.execute(
    db,
  );
  return (numAffectedRows ?? 0n) > 0n;
};
