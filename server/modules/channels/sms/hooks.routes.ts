import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { HttpGateway } from '../../../../contract/sms-accounts.ts';
import type { SecretBox } from '../../../platform/crypto/secret-box.ts';
import type { Db } from '../../../platform/database/open-database.ts';
import { NotFound } from '../../../platform/errors.ts';
import { bare } from '../../../platform/http/route.ts';
import type { Ids } from '../../../platform/ids.ts';
import { readIncoming, readReport } from './http/model/read-hook.ts';
import { keepIncoming, keepReports } from './incoming.store.ts';
import { findSmsAccountByHook, type StoredSmsAccount } from './sms-account.store.ts';

interface Needs {
  db: Db;
  ids: Ids;
  secretBox: SecretBox;
  smsDesk: { soon(): void };
}

const toldBy = ({ query, body }: FastifyRequest): unknown => {
  if (body instanceof URLSearchParams) return Object.fromEntries(body);
  return body ?? query;
};

/** Whether the body was signed with the key that the account shares with its gateway. */
const isSigned = (
  request: FastifyRequest,
  { header, encoding }: NonNullable<HttpGateway['signature']>,
  key: string,
): boolean => {
  const given = String(request.headers[header.toLowerCase()] ?? '').replace(/^sha256=/i, '');
  const expected = createHmac('sha256', key)
    .update(request.rawBody ?? '')
    .digest();
  const seal = Buffer.from(given, encoding);
  return seal.length === expected.length && timingSafeEqual(seal, expected);
};

/** Who calls: the account whose secret stands in the address, when the call is signed as it should be. Nothing else is told to a stranger. */
const callerOf = async ({ db, secretBox }: Needs, request: FastifyRequest): Promise<StoredSmsAccount> => {
  const { secret } = request.params as { secret: string };
  const account = await findSmsAccountByHook(db, secret);
  if (!account || account.archivedAt) throw new NotFound('address');
  const { http, hookKeySealed } = account.sms;
  if (http?.signature && hookKeySealed !== null) {
    if (!isSigned(request, http.signature, secretBox.open(hookKeySealed))) throw new NotFound('address');
  }
  return account;
};

const hook = (
  method: 'GET' | 'POST',
  what: 'report' | 'incoming',
  keep: (needs: Needs, account: StoredSmsAccount, http: HttpGateway, told: unknown) => Promise<void>,
) =>
  bare<Needs, unknown>({
    method,
    path: `/sms/:secret/${what}`,
    access: 'public',
    summary: what === 'report' ? 'What a gateway tells of a message' : 'A message from a phone, told by a gateway',
    handle: async (needs, _actor, { request, reply }) => {
      const account = await callerOf(needs, request);
      const told = toldBy(request);
      // Several at once, or one.
      const list = Array.isArray(told) ? told.slice(0, 1000) : [told];
      for (const one of list) if (account.sms.http) await keep(needs, account, account.sms.http, one);
      needs.smsDesk.soon();
      return reply.status(200).type('text/plain').send('ok');
    },
  });

const keepToldReport: Parameters<typeof hook>[2] = async ({ db }, { id }, http, told) => {
  const report = readReport(http, told);
  if (report) await keepReports(db, id, [report]);
};

const keepToldMessage: Parameters<typeof hook>[2] = async ({ db, ids }, account, http, told) => {
  const incoming = readIncoming(http, told);
  if (incoming) await keepIncoming(db, { id: ids.next(), accountId: account.id, ...incoming });
};

/** Gateways call with either method. */
export const smsHooks = [
  hook('POST', 'report', keepToldReport),
  hook('GET', 'report', keepToldReport),
  hook('POST', 'incoming', keepToldMessage),
  hook('GET', 'incoming', keepToldMessage),
];
