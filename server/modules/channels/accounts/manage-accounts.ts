import type * as api from '../../../../contract/accounts.ts';
import type { InputOf } from '../../../../contract/endpoint.ts';
import type { Page } from '../../../../contract/paging.ts';
import type { SecretBox } from '../../../platform/crypto/secret-box.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Conflict, Invalid, NotFound } from '../../../platform/errors.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise } from '../../access/index.ts';
import * as store from './account.store.ts';
import { pageOfAccounts, presentAccount } from './account.views.ts';
import { named } from './account-name.ts';

type Settings = Omit<InputOf<typeof api.createSendingAccount>, 'password'>;

const getLiveAccount = async (db: Db | Tx, id: string): Promise<store.StoredAccount> => {
  const account = await store.getAccount(db, id);
  if (account.archivedAt) throw new NotFound('sending account');
  return account;
};

/** SMS accounts have settings of their own. */
const getMailAccount = async (db: Db | Tx, id: string): Promise<store.StoredAccount> => {
  const account = await getLiveAccount(db, id);
  if (account.channel !== 'email') throw new NotFound('sending account');
  return account;
};

const assertComplete = (settings: Settings): void => {
  if (settings.direction === 'sending' && settings.fromAddress === null) throw new Invalid('fromAddress', 'required');
};

/** Where a password would be sent: it goes only to the server it was given for. */
const movesPassword = (stored: store.StoredAccount, settings: Settings): boolean =>
  stored.passwordSealed !== null && stored.host.toLowerCase() !== settings.host.toLowerCase();

export const listSendingAccounts = async (
  needs: { db: Db },
  actor: Actor,
  input: InputOf<typeof api.listSendingAccounts>,
): Promise<Page<api.SendingAccountRow>> => {
  authorise(actor, 'campaign.see');
  return pageOfAccounts(needs.db, input);
};

export const getSendingAccount = async (
  needs: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.getSendingAccount>,
): Promise<api.SendingAccount> => {
  authorise(actor, 'account.manage');
  return presentAccount(await getMailAccount(needs.db, id));
};

export const createSendingAccount = async (
  needs: { db: Db; ids: Ids; secretBox: SecretBox },
  actor: Actor,
  { password, ...settings }: InputOf<typeof api.createSendingAccount>,
): Promise<api.SendingAccount> => {
  authorise(actor, 'account.manage');
  assertComplete(settings);
  const passwordSealed = password ? needs.secretBox.seal(password) : null;
  return named(async () =>
    presentAccount(await store.insertAccount(needs.db, { ...settings, id: needs.ids.next(), passwordSealed })),
  );
};

export const updateSendingAccount = async (
  needs: { db: Db; secretBox: SecretBox },
  actor: Actor,
  { id, password, updatedAt, ...settings }: InputOf<typeof api.updateSendingAccount>,
): Promise<api.SendingAccount> => {
  authorise(actor, 'account.manage');
  assertComplete(settings);
  const rewrite = async (tx: Tx) => {
    await store.holdUnchanged(tx, id, updatedAt);
    const stored = await getMailAccount(tx, id);
    if (password === undefined && movesPassword(stored, settings))
      throw new Invalid('password', 'account_password_again');
    const passwordSealed =
      password === undefined ? stored.passwordSealed : password ? needs.secretBox.seal(password) : null;
    return store.rewriteAccount(tx, { ...settings, id, passwordSealed });
  };
  return named(async () => presentAccount(await needs.db.transaction().execute(rewrite)));
};

export const archiveSendingAccount = async (
  needs: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.archiveSendingAccount>,
): Promise<{ ok: true }> => {
  authorise(actor, 'account.manage');
  await getLiveAccount(needs.db, id);
  await store.archiveAccount(needs.db, id);
  return { ok: true };
};

export const restoreSendingAccount = async (
  needs: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.restoreSendingAccount>,
): Promise<{ ok: true }> => {
  authorise(actor, 'account.manage');
  const { name } = await store.getAccount(needs.db, id);
  if (!(await store.restoreAccount(needs.db, id))) throw new Conflict('account_name_taken', { name });
  return { ok: true };
};

export const pauseSendingAccount = async (
  needs: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.pauseSendingAccount>,
): Promise<api.SendingAccount> => {
  authorise(actor, 'account.manage');
  await getLiveAccount(needs.db, id);
  await store.pauseAccount(needs.db, id, { reason: 'by_hand', reply: '' });
  return presentAccount(await store.getAccount(needs.db, id));
};

export const resumeSendingAccount = async (
  needs: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.resumeSendingAccount>,
): Promise<api.SendingAccount> => {
  authorise(actor, 'account.manage');
  await getLiveAccount(needs.db, id);
  await store.resumeAccount(needs.db, id);
  return presentAccount(await store.getAccount(needs.db, id));
};
