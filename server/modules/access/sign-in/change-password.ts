import type { changePassword as api } from '../../../../contract/access.ts';
import type { InputOf } from '../../../../contract/endpoint.ts';
import { createSigner } from '../../../platform/crypto/sign.ts';
import { Invalid } from '../../../platform/errors.ts';
import type { Exchange } from '../../../platform/http/route.ts';
import type { Actor } from '../model/may.ts';
import { getUser } from '../user.store.ts';
import { admitAttempt, forgive } from './attempt.store.ts';
import { accountKey, sourceOf } from './known-device.ts';
import { setCookies } from './set-cookies.ts';
import type { SignInNeeds } from './sign-in.ts';

/** Everybody may change their own; guessing the present one is slowed down like signing in. */
export const changePassword = async (
  needs: SignInNeeds,
  actor: Actor,
  { currentPassword, newPassword }: InputOf<typeof api>,
  exchange: Exchange,
): Promise<{ ok: true }> => {
  const user = await getUser(needs.db, actor.userId);
  const account = accountKey(user.email);
  const source = sourceOf(exchange, account, createSigner(needs.config.secret, 'known device'));
  await admitAttempt(needs, account, source, exchange);
  const cookies = await needs.authentication.changePassword(currentPassword, newPassword, exchange.request.headers);
  if (cookies === null) throw new Invalid('currentPassword', 'wrong_password');
  await forgive(needs.db, account, source);
  setCookies(exchange, cookies);
  return { ok: true };
};
