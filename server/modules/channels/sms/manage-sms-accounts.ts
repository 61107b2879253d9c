import { randomBytes } from 'node:crypto';
import type { InputOf } from '../../../../contract/endpoint.ts';
import type * as api from '../../../../contract/sms-accounts.ts';
import type { SecretBox } from '../../../platform/crypto/secret-box.ts';
import type { Db, Tx } from '../../../platform/database/open-database.ts';
import { Invalid, NotFound } from '../../../platform/errors.ts';
import type { Ids } from '../../../platform/ids.ts';
import { type Actor, authorise } from '../../access/index.ts';
import { holdUnchanged } from '../accounts/account.store.ts';
import { pausedOf } from '../accounts/account.views.ts';
import { named } from '../accounts/account-name.ts';
import { hookAddress } from './gateways.ts';
import {
  getSmsAccount as getStored,
  insertSmsAccount,
  rewriteSmsAccount,
  type StoredSmsAccount,
  type WrittenSmsAccount,
} from './sms-account.store.ts';

interface Needs {
  db: Db;
  secretBox: SecretBox;
  config: { baseUrl: string };
}

type Settings = Omit<InputOf<typeof api.createSmsAccount>, 'password' | 'hookKey'>;

export const getLiveSmsAccount = async (db: Db, id: string): Promise<StoredSmsAccount> => {
  const account = await getStored(db, id);
  if (account.archivedAt) throw new NotFound('sending account');
  return account;
};

/** The sealed secrets stay here. */
const present = ({ config }: Pick<Needs, 'config'>, account: StoredSmsAccount): api.SmsAccount => {
  const { id, name, username, perMinute, perDay, host, port, security, checkCertificate, sms } = account;
  const { protocol, sender, version, systemType, longMessages, http } = sms;
  return {
    ...{ id, name, protocol, sender, username, perMinute, perDay, host, port, checkCertificate },
    ...{ version, systemType, longMessages, http },
    security: security === 'tls' ? 'tls' : 'none',
    connections: account.maxConnections,
    window: sms.submitWindow,
    hasPassword: account.passwordSealed !== null,
    hasHookKey: sms.hookKeySealed !== null,
    reportUrl: hookAddress(config.baseUrl, sms, 'report'),
    incomingUrl: hookAddress(config.baseUrl, sms, 'incoming'),
    paused: pausedOf(account),
    testedAt: account.testedAt?.toISOString() ?? null,
    createdAt: account.createdAt.toISOString(),
    updatedAt: account.updatedAt.toISOString(),
  };
};

/** Each protocol has fields that it cannot do without. */
const assertComplete = (settings: Settings): void => {
  if (settings.protocol === 'smpp' && settings.host === '') throw new Invalid('host', 'required');
  if (settings.protocol === 'http' && settings.http === null) throw new Invalid('http.url', 'required');
  const { http } = settings;
  if (settings.protocol === 'http' && http !== null) assertRequest(http);
};

const assertRequest = (http: api.HttpGateway): void => {
  const isJson = http.method !== 'GET' && http.body === 'json';
  if (isJson && http.template.trim() === '') throw new Invalid('http.template', 'required');
  if (isJson && !isJsonTemplate(http.template)) throw new Invalid('http.template', 'sms_template_json');
  if (!isJson && http.fields.length === 0) throw new Invalid('http.fields', 'required');
  const body = isJson ? [http.template] : http.fields.map(({ value }) => value);
  if (![http.url, ...body].some((part) => part.includes('{text}')))
    throw new Invalid(isJson ? 'http.template' : 'http.fields', 'sms_without_text');
};

const isJsonTemplate = (template: string): boolean => {
  try {
    JSON.parse(template);
    return true;
  } catch {
    return false;
  }
};

/** An HTTP account has the server of its address, so that a list tells where it leads and a password goes nowhere else. */
const serverOf = ({ protocol, http, host, port, security }: Settings) => {
  if (protocol === 'smpp' || http === null) return { host, port, security };
  const { hostname, port: given, protocol: scheme } = new URL(http.url);
  const secure = scheme === 'https:';
  return { host: hostname, port: Number(given) || (secure ? 443 : 80), security: secure ? 'tls' : 'none' } as const;
};

const written = (
  settings: Settings,
  secrets: Pick<WrittenSmsAccount, 'id' | 'passwordSealed' | 'hookSecret' | 'hookKeySealed'>,
): WrittenSmsAccount => {
  const { name, protocol, sender, username, perMinute, perDay, checkCertificate, version, systemType } = settings;
  return {
    ...{ name, protocol, sender, username, perMinute, perDay, checkCertificate, version, systemType },
    ...serverOf(settings),
    ...secrets,
    longMessages: settings.longMessages,
    maxConnections: settings.connections,
    submitWindow: settings.window,
    http: protocol === 'http' ? settings.http : null,
  };
};

export const getSmsAccount = async (
  needs: Needs,
  actor: Actor,
  { id }: InputOf<typeof api.getSmsAccount>,
): Promise<api.SmsAccount> => {
  authorise(actor, 'account.manage');
  return present(needs, await getLiveSmsAccount(needs.db, id));
};

export const createSmsAccount = async (
  needs: Needs & { ids: Ids },
  actor: Actor,
  { password, hookKey, ...settings }: InputOf<typeof api.createSmsAccount>,
): Promise<api.SmsAccount> => {
  authorise(actor, 'account.manage');
  assertComplete(settings);
  const { db, ids, secretBox } = needs;
  const account = written(settings, {
    id: ids.next() as WrittenSmsAccount['id'],
    passwordSealed: password ? secretBox.seal(password) : null,
    hookSecret: randomBytes(18).toString('base64url'),
    hookKeySealed: hookKey ? secretBox.seal(hookKey) : null,
  });
  return named(async () => present(needs, await db.transaction().execute((tx) => insertSmsAccount(tx, account))));
};

const kept = (given: string | null | undefined, sealed: string | null, box: SecretBox): string | null => {
  if (given === undefined) return sealed;
  return given ? box.seal(given) : null;
};

export const updateSmsAccount = async (
  needs: Needs,
  actor: Actor,
  { id, password, hookKey, updatedAt, ...settings }: InputOf<typeof api.updateSmsAccount>,
): Promise<api.SmsAccount> => {
  authorise(actor, 'account.manage');
  assertComplete(settings);
  const { db, secretBox } = needs;
  const stored = await getLiveSmsAccount(db, id);
  const moves = stored.host.toLowerCase() !== serverOf(settings).host.toLowerCase();
  if (password === undefined && stored.passwordSealed !== null && moves)
    throw new Invalid('password', 'account_password_again');
  const account = written(settings, {
    id,
    passwordSealed: kept(password, stored.passwordSealed, secretBox),
    hookSecret: stored.sms.hookSecret,
    hookKeySealed: kept(hookKey, stored.sms.hookKeySealed, secretBox),
  });
  const rewrite = async (tx: Tx) => {
    await holdUnchanged(tx, id, updatedAt);
    return rewriteSmsAccount(tx, account);
  };
  return named(async () => present(needs, await db.transaction().execute(rewrite)));
};
