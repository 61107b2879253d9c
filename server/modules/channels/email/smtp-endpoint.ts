import type { SecretBox } from '../../../platform/crypto/secret-box.ts';
import type { StoredAccount } from '../accounts/account.store.ts';
import type { SmtpEndpoint } from './smtp/endpoint.ts';

/** What a connection needs of an account, its password opened. */
export const endpointOf = (account: StoredAccount, secretBox: SecretBox): SmtpEndpoint => {
  const { host, port, security, checkCertificate, username, passwordSealed } = account;
  const password = passwordSealed === null ? '' : secretBox.open(passwordSealed);
  return { host, port, security, checkCertificate, credentials: username ? { username, password } : null };
};
