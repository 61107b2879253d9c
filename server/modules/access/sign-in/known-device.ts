import { createHash, randomBytes } from 'node:crypto';
import type { Signer } from '../../../platform/crypto/sign.ts';
import type { Exchange } from '../../../platform/http/route.ts';

const COOKIE = 'fanfare.device';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

const fingerprint = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

export const accountKey = (email: string): string => fingerprint(email.trim().toLowerCase());

/** Where an attempt comes from: a device that signed in to this account before, else the network address. */
export interface Source {
  key: string;
  known: boolean;
}

export const sourceOf = ({ request }: Pick<Exchange, 'request'>, account: string, signer: Signer): Source => {
  const [device = '', signature = ''] = (request.cookies[COOKIE] ?? '').split('.');
  if (device !== '' && signer.verify(`${account}.${device}`, signature)) return { key: `d${device}`, known: true };
  return { key: `a${fingerprint(request.ip)}`, known: false };
};

/** Lets the device be known next time, if it is not yet. */
export const rememberDevice = (exchange: Exchange, account: string, signer: Signer, secure: boolean): void => {
  if (sourceOf(exchange, account, signer).known) return;
  const device = randomBytes(12).toString('base64url');
  exchange.reply.setCookie(COOKIE, `${device}.${signer.sign(`${account}.${device}`)}`, {
    path: '/api',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: YEAR_SECONDS,
  });
};
