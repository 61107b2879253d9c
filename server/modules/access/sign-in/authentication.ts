import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { BetterAuthOptions } from 'better-auth';
import type { UserId } from '../../../../contract/ids.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import type { Ids } from '../../../platform/ids.ts';
import type { Logger } from '../../../platform/logger.ts';
import { isEnabled } from './credential.store.ts';

/** Who came in, and the `Set-Cookie` values that keep them in. */
export interface Entry {
  userId: UserId;
  cookies: string[];
}

/** The sign-in library behind our own words; nothing else in the house knows it. Sessions live by the real clock, not by ours. */
export interface Authentication {
  /** A new session when the password is right; null for a wrong one and for an unknown address, after the same work. */
  enter(email: string, password: string, headers: IncomingHttpHeaders): Promise<Entry | null>;
  /** Ends the session and answers the cookies that say so. */
  leave(headers: IncomingHttpHeaders): Promise<string[]>;
  /** Puts off the end of a session in use; mostly there is nothing to set. */
  prolong(headers: IncomingHttpHeaders): Promise<string[]>;
  /** Ends every session of the person and opens a new one; null when the present password is wrong. */
  changePassword(current: string, next: string, headers: IncomingHttpHeaders): Promise<string[] | null>;
  /** The token of the session that the request claims, if we signed it; whether it still runs only the database knows. */
  tokenOf(headers: IncomingHttpHeaders): Promise<string | null>;
  hash(password: string): Promise<string>;
}

/** How a password is kept. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(asked: { hash: string; password: string }): Promise<boolean>;
}

/** scrypt (N 16384, r 16, p 1) with a salt of 128 bits: some 0.1 s of work and 32 MB for each guess. */
export const costlyPasswords: Passwords = {
  hash: async (password) => (await import('better-auth/crypto')).hashPassword(password),
  verify: async (asked) => (await import('better-auth/crypto')).verifyPassword(asked),
};

interface Needs {
  db: Db;
  ids: Ids;
  logger: Logger;
  config: { baseUrl: string; secret: Uint8Array };
  passwords: Passwords;
}

const DAY_SECONDS = 24 * 60 * 60;

/** TOTP, passkeys, OIDC and API keys are plug-ins to be listed here, each with its tables in a migration. */
export const authenticationOptions = ({ db, ids, logger, config, passwords }: Needs) =>
  ({
    appName: 'Fanfare',
    baseURL: config.baseUrl,
    secret: Buffer.from(hkdfSync('sha256', config.secret, '', 'fanfare sessions', 32)).toString('base64url'),
    database: { db, type: 'postgres', schemaName: 'auth', transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password: passwords,
    },
    session: { expiresIn: 14 * DAY_SECONDS, updateAge: DAY_SECONDS },
    // Our own slowing down counts per account and source, and in the database.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    databaseHooks: {
      // However somebody proves who they are: a disabled user gets no session.
      session: { create: { before: async ({ userId }) => ((await isEnabled(db, userId)) ? undefined : false) } },
    },
    advanced: {
      cookiePrefix: 'fanfare',
      useSecureCookies: config.baseUrl.startsWith('https:'),
      database: { generateId: () => ids.next() },
      ipAddress: { disableIpTracking: true },
    },
    logger: { level: 'warn', log: (level, message) => logger.debug({ level }, `sign-in: ${message}`) },
  }) satisfies BetterAuthOptions;

const forLibrary = (headers: IncomingHttpHeaders): Headers => {
  const passed = new Headers();
  for (const name of ['cookie', 'user-agent'] as const) if (headers[name]) passed.set(name, headers[name]);
  return passed;
};

/** The answer, or null when the library refused with one of these statuses. */
const orNull = async <T>(answer: Promise<T>, refusals: readonly string[]): Promise<T | null> => {
  try {
    return await answer;
  } catch (error) {
    const { isAPIError } = await import('better-auth/api');
    if (isAPIError(error) && refusals.includes(String(error.status))) return null;
    throw error;
  }
};

/** A signed cookie is `value.signature`, the signature an HMAC-SHA256 in base64. */
const openSigned = (cookie: string, secret: string): string | null => {
  const dot = cookie.lastIndexOf('.');
  const value = cookie.slice(0, Math.max(0, dot));
  const expected = Buffer.from(createHmac('sha256', secret).update(value, 'utf8').digest('base64'));
  const given = Buffer.from(cookie.slice(dot + 1));
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : null;
};

const openLibrary = async (options: ReturnType<typeof authenticationOptions>) => {
  const [{ betterAuth }, { parseCookies }] = await Promise.all([import('better-auth'), import('better-auth/cookies')]);
  const auth = betterAuth(options);
  const { authCookies } = await auth.$context;
  return { api: auth.api, parseCookies, sessionCookie: authCookies.sessionToken.name };
};

/** The library is loaded with the first request: a worker signs nobody in, and it would be a fifth of what starting one costs. */
export const createAuthentication = (needs: Needs): Authentication => {
  const options = authenticationOptions(needs);
  let opened: ReturnType<typeof openLibrary> | undefined;
  const library = () => (opened ??= openLibrary(options));
  const api = async () => (await library()).api;
  const asked = (headers: IncomingHttpHeaders) => ({ headers: forLibrary(headers), returnHeaders: true }) as const;

  return {
    enter: async (email, password, headers) => {
      const body = { email, password };
      // The cookie of a former session stays out of it: whoever signs in gets a session of their own.
      const own = { ...headers, cookie: undefined };
      const answer = await orNull((await api()).signInEmail({ body, ...asked(own) }), ['UNAUTHORIZED', 'BAD_REQUEST']);
      return answer && { userId: answer.response.user.id as UserId, cookies: answer.headers.getSetCookie() };
    },
    leave: async (headers) => (await (await api()).signOut(asked(headers))).headers.getSetCookie(),
    prolong: async (headers) => (await (await api()).getSession(asked(headers))).headers.getSetCookie(),
    changePassword: async (currentPassword, newPassword, headers) => {
      const body = { currentPassword, newPassword, revokeOtherSessions: true };
      const answer = await orNull((await api()).changePassword({ body, ...asked(headers) }), ['BAD_REQUEST']);
      return answer?.headers.getSetCookie() ?? null;
    },
    tokenOf: async (headers) => {
      if (!headers.cookie) return null;
      const { parseCookies, sessionCookie } = await library();
      const cookie = parseCookies(headers.cookie).get(sessionCookie);
      return cookie ? openSigned(cookie, options.secret) : null;
    },
    hash: needs.passwords.hash,
  };
};
