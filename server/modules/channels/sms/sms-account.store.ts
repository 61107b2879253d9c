import { sql } from 'kysely';
import type { HttpGateway, SmsAccount } from '../../../../contract/sms-accounts.ts';
import { json } from '../../../platform/database/json.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import type { JsonObject } from '../../../platform/database/tables.ts';
import { NotFound } from '../../../platform/errors.ts';
import { getAccount, type StoredAccount } from '../accounts/account.store.ts';
import type { SmppEndpoint } from './smpp/endpoint.ts';

export interface SmsSettings {
  protocol: SmsAccount['protocol'];
  sender: string;
  version: SmsAccount['version'];
  systemType: string;
  submitWindow: number;
  longMessages: SmppEndpoint['longMessages'];
  http: HttpGateway | null;
  hookSecret: string;
  hookKeySealed: string | null;
}

/** What every sending account has, and what only one for SMS does. */
export type StoredSmsAccount = StoredAccount & { sms: SmsSettings };

/** Throws NotFound. */
export const getSmsAccount = async (db: Db | Tx, id: string): Promise<StoredSmsAccount> => {
  const [account, { rows }] = await Promise.all([
    getAccount(db, id),
    sql<SmsSettings>`select * from sms_account where account_id = ${id}`.execute(db),
  ]);
  if (!rows[0]) throw new NotFound('sending account');
  return { ...account, sms: rows[0] };
};

/** Which account a gateway speaks for that knows this address of ours. */
export const findSmsAccountByHook = async (db: Db, hookSecret: string): Promise<StoredSmsAccount | null> => {
  const { rows } = await sql<{ accountId: string }>`
    select account_id from sms_account where hook_secret = ${hookSecret}`.execute(db);
  return rows[0] ? getSmsAccount(db, rows[0].accountId) : null;
};

/** Those that SMS may come in by: also paused ones, since phones do not know of that. */
export const listSmppAccounts = async (db: Db): Promise<StoredSmsAccount[]> => {
  const { rows } = await sql<{ accountId: string }>`
    select a.account_id from sms_account a join sending_account s on s.id = a.account_id
    where s.archived_at is null and a.protocol = 'smpp' order by a.account_id`.execute(db);
  return Promise.all(rows.map(({ accountId }) => getSmsAccount(db, accountId)));
};

export type WrittenSmsAccount = Pick<
  StoredAccount,
  | 'id'
  | 'name'
  | 'host'
  | 'port'
  | 'security'
  | 'checkCertificate'
  | 'username'
  | 'passwordSealed'
  | 'maxConnections'
  | 'perMinute'
  | 'perDay'
> &
  SmsSettings;

const accountColumns = (account: WrittenSmsAccount) => ({
  name: account.name,
  host: account.host,
  port: account.port,
  security: account.security,
  checkCertificate: account.checkCertificate,
  username: account.username,
  passwordSealed: account.passwordSealed,
  fromName: account.sender,
  maxConnections: account.maxConnections,
  perMinute: account.perMinute,
  perDay: account.perDay,
});

const smsColumns = (account: WrittenSmsAccount) => ({
  protocol: account.protocol,
  sender: account.sender,
  version: account.version,
  systemType: account.systemType,
  submitWindow: account.submitWindow,
  longMessages: account.longMessages,
  http: account.http === null ? null : json(account.http as unknown as JsonObject),
  hookSecret: account.hookSecret,
  hookKeySealed: account.hookKeySealed,
});

export const insertSmsAccount = async (tx: Tx, account: WrittenSmsAccount): Promise<StoredSmsAccount> => {
  const shared = { id: account.id, channel: 'sms', direction: 'sending', nature: 'relay' };
  await tx
    .insertInto('sendingAccount')
    .values({ ...shared, ...accountColumns(account) })
    .execute();
  await tx
    .insertInto('smsAccount')
    .values({ accountId: account.id, ...smsColumns(account) })
    .execute();
  return getSmsAccount(tx, account.id);
};

/** Connections are made anew with what is written here. */
export const rewriteSmsAccount = async (tx: Tx, account: WrittenSmsAccount): Promise<StoredSmsAccount> => {
  const updatedAt = sql<Date>`clock_timestamp()`;
  await tx
    .updateTable('sendingAccount')
    .set({ ...accountColumns(account), updatedAt })
    .where('id', '=', account.id)
    .execute();
  await tx.updateTable('smsAccount').set(smsColumns(account)).where('accountId', '=', account.id).execute();
  return getSmsAccount(tx, account.id);
};
