import { sql } from 'kysely';
import type { SendingAccount } from '../../../../contract/accounts.ts';
import type { SendingAccountId } from '../../../../contract/ids.ts';
import { json } from '../../../platform/database/json.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { AccountTrouble } from '../channel.ts';

export interface StoredAccount
  extends Omit<SendingAccount, 'paused' | 'hasPassword' | 'testedAt' | 'createdAt' | 'updatedAt'> {
  passwordSealed: string | null;
  pausedReason: AccountTrouble | null;
  pausedAt: Date | null;
  testedAt: Date | null;
  archivedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export const findAccount = async (db: Db | Tx, id: SendingAccountId | string): Promise<StoredAccount | undefined> => {
  const { rows } = await sql<StoredAccount>`select * from sending_account where id = ${id}`.execute(db);
  return rows[0];
};

/** Throws NotFound; an archived account is still there for what was sent from it. */
export const getAccount = async (db: Db | Tx, id: SendingAccountId | string): Promise<StoredAccount> => {
  const account = await findAccount(db, id);
  if (!account) throw new NotFound('sending account');
  return account;
};

/** Nothing more is sent from the account until a person resumes it; a pause that stands keeps its reason. */
export const pauseAccount = async (
  db: Db | Tx,
  id: SendingAccountId | string,
  trouble: AccountTrouble,
): Promise<void> => {
  await sql`
    update sending_account set paused_reason = ${json({ reason: trouble.reason, reply: trouble.reply })}, paused_at = now()
    where id = ${id} and paused_at is null`.execute(db);
};

/** The domain that messages of the account are from: the right side of their Message-ID. */
export const messageDomainOf = async (db: Db | Tx, id: SendingAccountId | string): Promise<string> => {
  const account = await getAccount(db, id);
  return (account.fromAddress ?? account.host).split('@').at(-1) ?? account.host;
};

/**
 * Draws the moment from which `count` messages may go at the account's pace, by the database's clock, for all workers together;
 * answers in how many milliseconds that is.
 */
export const drawPace = async (db: Db, id: SendingAccountId | string, count: number): Promise<number> => {
  const { rows } = await sql<{ wait: number }>`
    update sending_account
    set pace_until = greatest(pace_until, now()) + ${count} * interval '1 minute' / per_minute
    where id = ${id} and per_minute is not null
    returning extract(epoch from pace_until - ${count} * interval '1 minute' / per_minute - now())::float8 * 1000 as wait`.execute(
    db,
  );
  return Math.max(0, rows[0]?.wait ?? 0);
};
