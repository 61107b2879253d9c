import type { signIn as api } from '../../../../contract/access.ts';
import type { InputOf } from '../../../../contract/endpoint.ts';
import type { Clock } from '../../../platform/clock.ts';
import { createSigner } from '../../../platform/crypto/sign.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { DomainError } from '../../../platform/errors.ts';
import type { Exchange } from '../../../platform/http/route.ts';
import type { Ids } from '../../../platform/ids.ts';
import type { Actor } from '../model/may.ts';
import { admitAttempt, forgive } from './attempt.store.ts';
import type { Authentication } from './authentication.ts';
import { endSession } from './credential.store.ts';
import { accountKey, rememberDevice, sourceOf } from './known-device.ts';
import { setCookies } from './set-cookies.ts';

export interface SignInNeeds {
  db: Db;
  ids: Ids;
  clock: Clock;
  authentication: Authentication;
  config: { baseUrl: string; secret: Uint8Array };
}

/** Throws 401 alike for an unknown address, a wrong password and a disabled user; 429 after too many failures. */
export const signIn = async (
  needs: SignInNeeds,
  _actor: Actor | null,
  { email, password }: InputOf<typeof api>,
  exchange: Exchange,
): Promise<{ ok: true }> => {
  const { db, authentication } = needs;
  const account = accountKey(email);
  const signer = createSigner(needs.config.secret, 'known device');
  const source = sourceOf(exchange, account, signer);
  await admitAttempt(needs, account, source, exchange);
  const entry = await authentication.enter(email.toLowerCase(), password, exchange.request.headers);
  if (entry === null) throw new DomainError(401, [{ field: null, code: 'wrong_credentials', params: {} }]);
  await forgive(db, account, source);
  await endFormerSession(needs, exchange);
  setCookies(exchange, entry.cookies);
  rememberDevice(exchange, account, signer, needs.config.baseUrl.startsWith('https:'));
  return { ok: true };
};

const endFormerSession = async ({ db, authentication }: SignInNeeds, { request }: Exchange): Promise<void> => {
  const former = await authentication.tokenOf(request.headers);
  if (former !== null) await endSession(db, former);
};
