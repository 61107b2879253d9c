import type { AccountCheck, checkSendingAccount as endpoint } from '../../../../contract/account-checks.ts';
import type { InputOf, OutputOf } from '../../../../contract/endpoint.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { loadKeys } from '../email/dkim/dkim-key.store.ts';
import { type LookUpText, publishedAs, recordOf } from '../email/dkim/published.ts';
import { findSendingAccount, type StoredAccount } from './account.store.ts';
import { checksOf, type Records } from './model/account-checks.ts';

export interface ChecksNeeds {
  db: Db;
  lookUpText: LookUpText;
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

const recordsAt = async (lookUpText: LookUpText, name: string): Promise<Records> => {
  try {
    return await lookUpText(name);
  } catch {
    return null;
  }
};

/** A subdomain without a policy of its own is under the one above it. */
const policyOf = async (lookUpText: LookUpText, domain: string): Promise<Records> => {
  const own = await recordsAt(lookUpText, `_dmarc.${domain}`);
  const above = domain.split('.').slice(1);
  if (own === null || own.length > 0 || above.length < 2) return own;
  return recordsAt(lookUpText, `_dmarc.${above.join('.')}`);
};

/** Asks the DNS what receivers will ask; nothing for an account that delivers on this machine only. */
export const checksOfAccount = async (
  { db, lookUpText }: ChecksNeeds,
  account: StoredAccount,
): Promise<AccountCheck[]> => {
  if (account.nature === 'local' || account.direction !== 'sending' || account.fromAddress === null) return [];
  const from = domainOf(account.fromAddress);
  const envelope = domainOf(account.bounceAddress ?? account.fromAddress);
  const signing = (await loadKeys(db, account.id)).filter((key) => key.signing && key.domain === from);
  const [spf, dmarc, ...keys] = await Promise.all([
    recordsAt(lookUpText, envelope),
    policyOf(lookUpText, from),
    ...signing.map((key) => publishedAs(lookUpText, recordOf(key).name, recordOf(key).value)),
  ]);
  return checksOf({ from, envelope, relay: account.nature === 'relay', keys, spf, dmarc });
};

export const checkSendingAccount = async (
  needs: ChecksNeeds,
  actor: Actor,
  { id }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> => {
  authorise(actor, 'campaign.see');
  const account = await findSendingAccount(needs.db, id);
  if (account === undefined) throw new NotFound('sending account');
  const checks = await checksOfAccount(needs, account);
  return { exempt: checks.length === 0, checks };
};
