import type { setUp as api } from '../../../contract/access.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import type { UserId } from '../../../contract/ids.ts';
import type { Language } from '../../../contract/messages/languages.ts';
import type { Db, Tx } from '../../platform/database/open-database.ts';
import { NotFound } from '../../platform/errors.ts';
import type { Exchange } from '../../platform/http/route.ts';
import type { Ids } from '../../platform/ids.ts';
import { findInstallation, insertInstallation } from './installation.store.ts';
import type { Actor } from './model/may.ts';
import type { Authentication } from './sign-in/authentication.ts';
import { storeCredential } from './sign-in/credential.store.ts';
import { setCookies } from './sign-in/set-cookies.ts';
import { insertUser } from './user.store.ts';

/** What later modules put into a new installation, in its language. */
export type FirstRunHook = (tx: Tx, ids: Ids, language: Language) => Promise<void>;

interface Needs {
  firstRun: readonly FirstRunHook[];
  db: Db;
  ids: Ids;
  authentication: Authentication;
}

/** Creates the company and its first administrator in one transaction; null when that was done before, by whoever came first. */
export const setUpInstallation = async (
  { db, ids, authentication, firstRun }: Needs,
  { name, email, password, company, language, currency, timeZone }: InputOf<typeof api>,
): Promise<UserId | null> => {
  if (await findInstallation(db)) return null;
  const passwordHash = await authentication.hash(password);
  return db.transaction().execute(async (tx) => {
    const first = await insertInstallation(tx, { name: company, language, currency, timeZone });
    if (!first) return null;
    const id = await insertUser(tx, { id: ids.next(), name, email, role: 'admin', seat: true, language, timeZone });
    for (const furnish of firstRun) await furnish(tx, ids, language);
    await storeCredential(tx, ids, { id, email, name, passwordHash });
    return id;
  });
};

/** First run, over HTTP: signs the new administrator in. The address is unknown to whoever comes later. */
export const setUp = async (
  needs: Needs,
  _actor: Actor | null,
  input: InputOf<typeof api>,
  exchange: Exchange,
): Promise<{ ok: true }> => {
  const admin = await setUpInstallation(needs, input);
  if (admin === null) throw new NotFound('/api/setup');
  const entry = await needs.authentication.enter(input.email, input.password, exchange.request.headers);
  setCookies(exchange, entry?.cookies ?? []);
  return { ok: true };
};
