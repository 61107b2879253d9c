import type { Exchange } from '../../../platform/http/route.ts';
import type { Actor } from '../model/may.ts';
import type { Authentication } from './authentication.ts';
import { setCookies } from './set-cookies.ts';

export const signOut = async (
  { authentication }: { authentication: Authentication },
  _actor: Actor | null,
  _input: object,
  exchange: Exchange,
): Promise<{ ok: true }> => {
  setCookies(exchange, await authentication.leave(exchange.request.headers));
  return { ok: true };
};
