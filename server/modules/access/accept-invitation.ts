import type { acceptInvitation as api, getInvitation as getApi } from '../../../contract/access.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { Language } from '../../../contract/messages/languages.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { DomainError } from '../../platform/errors.ts';
import type { Exchange } from '../../platform/http/route.ts';
import type { Ids } from '../../platform/ids.ts';
import { getInstallation } from './installation.store.ts';
import { findInvited, takeInvited } from './invitation.store.ts';
import type { Actor } from './model/may.ts';
import type { Authentication } from './sign-in/authentication.ts';
import { endSessions, storeCredential } from './sign-in/credential.store.ts';
import { setCookies } from './sign-in/set-cookies.ts';
import { getUser } from './user.store.ts';

interface Needs {
  db: Db;
  ids: Ids;
  clock: Clock;
  authentication: Authentication;
}

const gone = () => new DomainError(404, [{ field: null, code: 'invitation_gone', params: {} }]);

/** Throws 404 for a token that is used, replaced, run out or none. */
export const getInvitation = async (
  { db, clock }: Pick<Needs, 'db' | 'clock'>,
  _actor: Actor | null,
  { token }: InputOf<typeof getApi>,
) => {
  const invited = await findInvited(db, clock, token);
  if (!invited) throw gone();
  const installation = await getInstallation(db);
  const { language } = await getUser(db, invited.userId);
  const { name, email, expiresAt } = invited;
  return {
    name,
    email,
    company: installation.name,
    language: (language ?? installation.language) as Language,
    expiresAt,
  };
};

/** Sets the password, ends what sessions there were, and signs in. Throws 404 like `getInvitation`. */
export const acceptInvitation = async (
  { db, ids, clock, authentication }: Needs,
  _actor: Actor | null,
  { token, password }: InputOf<typeof api>,
  exchange: Exchange,
): Promise<{ ok: true }> => {
  if (!(await findInvited(db, clock, token))) throw gone();
  const passwordHash = await authentication.hash(password);
  const { email } = await db.transaction().execute(async (tx) => {
    const invited = await takeInvited(tx, clock, token);
    if (!invited) throw gone();
    await storeCredential(tx, ids, { id: invited.userId, email: invited.email, name: invited.name, passwordHash });
    await endSessions(tx, invited.userId);
    return invited;
  });
  const entry = await authentication.enter(email, password, exchange.request.headers);
  setCookies(exchange, entry?.cookies ?? []);
  return { ok: true };
};
