import type { getSession as api } from '../../../../contract/access.ts';
import type { OutputOf } from '../../../../contract/endpoint.ts';
import type { Language } from '../../../../contract/messages/languages.ts';
import { PERMISSIONS, type Role } from '../../../../contract/permissions.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import type { Exchange } from '../../../platform/http/route.ts';
import { findInstallation } from '../installation.store.ts';
import { type Actor, may } from '../model/may.ts';
import type { Authentication } from './authentication.ts';
import { findSignedIn } from './credential.store.ts';
import { setCookies } from './set-cookies.ts';

type Session = OutputOf<typeof api>;

/** Tells strangers only what the sign-in page shows: the company's name, language and time zone. */
export const getSession = async (
  { db, authentication }: { db: Db; authentication: Authentication },
  actor: Actor | null,
  _input: object,
  exchange: Exchange,
): Promise<Session> => {
  const installation = (await findInstallation(db)) ?? null;
  const token = await authentication.tokenOf(exchange.request.headers);
  const user = token === null ? undefined : await findSignedIn(db, token);
  if (installation === null || actor === null || !user) {
    const shown = installation && { ...installation, seats: null };
    return { setupNeeded: installation === null, user: null, permissions: [], installation: shown };
  }
  setCookies(exchange, await authentication.prolong(exchange.request.headers));
  return {
    setupNeeded: false,
    user: {
      ...user,
      role: user.role as Role,
      language: (user.language ?? installation.language) as Language,
      timeZone: user.timeZone ?? installation.timeZone,
    },
    permissions: PERMISSIONS.filter((permission) => may(actor, permission)),
    installation,
  };
};
