import { sql } from 'kysely';
import type { SendingAccount } from '../../../../contract/accounts.ts';
import type { SendingAccountId } from '../../../../contract/ids.ts';
import { json } from '../../../platform/database/json.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Conflict, NotFound } from '../../../platform/errors.ts';
import type { AccountTrouble } from '../channel.ts';

export interface StoredAccount
  extends Omit<SendingAccount, 'paused' | 'hasPassword' | 'testedAt' | 'createdAt' | 'updatedAt'> {
  passwordSealed: string | null;
  pausedReason: AccountTrouble | null;
  pausedAt: Date | null;
  testedAt: Date | null;
  /** The largest message its server takes, in bytes. */
  sizeLimit: number | null;
  archivedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export const findAccount = async (db: Db | Tx, id: SendingAccountId | string): Promise<StoredAccount | undefined> => {
  const { rows } = await sql<StoredAccount>`select * from sending_account where id = ${id}`.execute(db);
  return rows[0];
};

export type Standing = Pick<StoredAccount, 'pausedReason' | 'updatedAt'>;

/** What a worker asks before every group: whether the account may send, and whether what it knows of it still holds. Throws NotFound. */
export const getStanding = async (db: Db | Tx, id: SendingAccountId | string): Promise<Standing> => {
  const { rows } = await sql<Standing>`
    select paused_reason, updated_at from sending_account where id = ${id}`.execute(db);
  if (!rows[0]) throw new NotFound('sending account');
  return rows[0];
};

/** Throws NotFound; an archived account is still there for what was sent from it. */
export const getAccount = async (db: Db | Tx, id: SendingAccountId | string): Promise<StoredAccount> => {
  const account = await findAccount(db, id);
  if (!account) throw new NotFound('sending account');
  return account;
};

/** Holds an account until the end of the transaction. Throws Conflict when it changed since it was read. */
export const holdUnchanged = async (
  tx: Tx,
  id: SendingAccountId | string,
  readAt: string | undefined,
): Promise<void> => {
  const { rows } = await sql<Pick<StoredAccount, 'updatedAt'>>`
    select updated_at from sending_account where id = ${id} for update`.execute(tx);
  if (readAt !== undefined && rows[0]?.updatedAt.getTime() !== new Date(readAt).getTime())
    throw new Conflict('account_changed');
};

/** Something that belongs to it changed: messages are made anew with it. */
export const touchAccount = async (db: Db | Tx, id: SendingAccountId | string): Promise<void> => {
  await sql`update sending_account set updated_at = clock_timestamp() where id = ${id}`.execute(db);
};

/** What campaigns may pick: an account of type sending that nobody put away (O14). */
export const findSendingAccount = async (
  db: Db | Tx,
  id: SendingAccountId | string,
): Promise<StoredAccount | undefined> => {
  const account = await findAccount(db, id);
  return account?.direction === 'sending' && account.archivedAt === null ? account : undefined;
};

type Written = Omit<
  SendingAccount,
  'id' | 'channel' | 'paused' | 'hasPassword' | 'testedAt' | 'createdAt' | 'updatedAt'
> & {
  id: string;
  passwordSealed: string | null;
};

const columnsOf = (account: Written) => ({
  name: account.name,
  direction: account.direction,
  host: account.host,
  port: account.port,
  security: account.security,
  checkCertificate: account.checkCertificate,
  username: account.username,
  passwordSealed: account.passwordSealed,
  fromName: account.fromName,
  fromAddress: account.fromAddress,
  replyTo: account.replyTo,
  nature: account.nature,
  maxConnections: account.maxConnections,
  perMinute: account.perMinute,
  perHour: account.perHour,
  perDay: account.perDay,
  perDomainMinute: account.perDomainMinute,
  providers: json(account.providers),
  warmUp: account.warmUp === null ? null : json(account.warmUp),
  bounceAddress: account.bounceAddress,
});

export const insertAccount = async (db: Db | Tx, account: Written): Promise<StoredAccount> => {
  await db
    .insertInto('sendingAccount')
    .values({ id: account.id, channel: 'email', ...columnsOf(account) })
    .execute();
  return getAccount(db, account.id);
};

/** Connections are made anew with what is written here. */
export const rewriteAccount = async (db: Db | Tx, account: Written): Promise<StoredAccount> => {
  const set = { ...columnsOf(account), updatedAt: sql<Date>`clock_timestamp()` };
  await db.updateTable('sendingAccount').set(set).where('id', '=', account.id).execute();
  return getAccount(db, account.id);
};

export const archiveAccount = async (db: Db | Tx, id: string): Promise<void> => {
  await sql`update sending_account set archived_at = now() where id = ${id} and archived_at is null`.execute(db);
};

/** Answers nothing where another account goes by its name now. */
export const restoreAccount = async (db: Db | Tx, id: string): Promise<{ id: string } | undefined> => {
  const { rows } = await sql<{ id: string }>`
    update sending_account away set archived_at = null
    where id = ${id} and not exists (
      select from sending_account other where lower(other.name) = lower(away.name) and other.archived_at is null and other.id <> away.id)
    returning id`.execute(db);
  return rows[0];
};

export const resumeAccount = async (db: Db | Tx, id: string): Promise<void> => {
  await sql`update sending_account set paused_reason = null, paused_at = null where id = ${id}`.execute(db);
};

export const noteTested = async (db: Db | Tx, id: string, sizeLimit: number | null = null): Promise<void> => {
  await sql`update sending_account set tested_at = now(), size_limit = least(${sizeLimit}::bigint, 2147483647) where id = ${id}`.execute(
    db,
  );
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
