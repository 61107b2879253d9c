import type * as api from '../../../../../contract/accounts.ts';
import type { InputOf } from '../../../../../contract/endpoint.ts';
import type { Clock } from '../../../../platform/clock.ts';
import type { SecretBox } from '../../../../platform/crypto/secret-box.ts';
import type { Db } from '../../../../platform/database/open-database.ts';
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.ts';
import type { Ids } from '../../../../platform/ids.ts';
import { type Actor, authorise } from '../../../access/index.ts';
import { findSendingAccount, messageDomainOf, touchAccount } from '../../accounts/account.store.ts';
import { loadKeys, replaceKey, type StoredKey, setSigning } from './dkim-key.store.ts';
import { makeKey } from './make-key.ts';
import { type LookUpText, publishedAs, recordOf } from './published.ts';

type Keys = api.DkimKeys;

const domainOf = async (db: Db, id: string): Promise<string> => {
  const account = await findSendingAccount(db, id);
  if (account?.fromAddress == null) throw new NotFound('sending account');
  return messageDomainOf(db, id);
};

const shown = async (lookUpText: LookUpText, domain: string, key: StoredKey): Promise<Keys['keys'][number]> => {
  const { algorithm, selector, signing } = key;
  const { name, value } = recordOf(key);
  return {
    algorithm,
    selector,
    signing,
    name,
    value,
    published: await publishedAs(lookUpText, name, value),
    fits: key.domain === domain,
  };
};

/** The keys of an account with the records to publish, and whether the DNS has them. */
export const getDkim = async (
  { db, lookUpText }: { db: Db; lookUpText: LookUpText },
  actor: Actor,
  { id }: InputOf<typeof api.getDkim>,
): Promise<Keys> => {
  authorise(actor, 'account.manage');
  const domain = await domainOf(db, id);
  const keys = await loadKeys(db, id);
  return { domain, keys: await Promise.all(keys.map((key) => shown(lookUpText, domain, key))) };
};

/** Makes a key for the account's present domain, in place of one of the same kind. It signs nothing until it is switched on. */
export const makeDkimKey = async (
  needs: { db: Db; ids: Ids; clock: Clock; secretBox: SecretBox; lookUpText: LookUpText },
  actor: Actor,
  { id, algorithm }: InputOf<typeof api.makeDkimKey>,
): Promise<Keys> => {
  authorise(actor, 'account.manage');
  const domain = await domainOf(needs.db, id);
  const { publicKey, privateKey } = makeKey(algorithm);
  const month = needs.clock.now().toISOString().slice(0, 7).replace('-', '');
  const keyId = needs.ids.next();
  const selector = `fanfare-${algorithm}-${month}-${keyId.slice(-6)}`;
  const privateSealed = needs.secretBox.seal(privateKey);
  await replaceKey(needs.db, id, { id: keyId, algorithm, domain, selector, publicKey, privateSealed });
  await touchAccount(needs.db, id);
  return getDkim(needs, actor, { id });
};

/** Switched on only when the DNS has the record: an unknown key looks worse to a receiver than none. */
export const setDkimSigning = async (
  needs: { db: Db; lookUpText: LookUpText },
  actor: Actor,
  { id, algorithm, signing }: InputOf<typeof api.setDkimSigning>,
): Promise<Keys> => {
  authorise(actor, 'account.manage');
  const before = await getDkim(needs, actor, { id });
  const key = before.keys.find((one) => one.algorithm === algorithm);
  if (!key) throw new NotFound('DKIM key');
  if (signing && !key.fits) throw new Conflict('dkim_other_domain', { domain: before.domain });
  if (signing && key.published !== 'yes') throw new Invalid('signing', 'dkim_not_published', { name: key.name });
  await setSigning(needs.db, id, algorithm, signing);
  await touchAccount(needs.db, id);
  return getDkim(needs, actor, { id });
};
