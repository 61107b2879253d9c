import type { HttpGateway } from '../../../../../../contract/sms-accounts.ts';
import type { Verdict } from '../../model/classify-status.ts';

/** The value at a place such as `messages.0.id`; own properties only. */
export const valueAt = (value: unknown, path: string): string | null => {
  let at: unknown = value;
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return null;
    at = (at as Record<string, unknown>)[key];
  }
  return typeof at === 'string' || typeof at === 'number' || typeof at === 'boolean' ? String(at) : null;
};

export const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};

const includes = (values: readonly string[], value: string | null): boolean =>
  value !== null && values.some((one) => one.toLowerCase() === value.toLowerCase());

const isSuccess = ({ success: { path, values } }: HttpGateway, answer: unknown): boolean =>
  path === '' || includes(values, valueAt(answer, path));

/** Answers that leave open whether the message was taken. */
const AMBIGUOUS = [500, 502, 504];

export interface Read {
  verdict: Verdict;
  gatewayId: string | null;
}

const withoutId = (verdict: Verdict): Read => ({ verdict, gatewayId: null });

/** A message that may have been taken is unknown, unless the gateway promises to take the same one once. */
export const unclear = (
  { repeatable }: HttpGateway,
  reason: 'connection_lost' | 'bad_reply',
  reply: string,
): Verdict => ({
  outcome: repeatable ? { state: 'deferred', reason, reply } : { state: 'unknown', reason, reply },
});

/** What the answer to a request says of the message, or of the account. */
export const readAnswer = (gateway: HttpGateway, status: number, body: string): Read => {
  const reply = `${status} ${body.replace(/\s+/g, ' ').trim()}`.slice(0, 300);
  const wait = (reason: string): Read =>
    withoutId({ outcome: { state: 'deferred', reason, reply, asksToWait: 'server' } });
  if (status === 401 || status === 403) return withoutId({ trouble: { reason: 'login_refused', reply } });
  if (status === 402 || (status >= 300 && status < 400))
    return withoutId({ trouble: { reason: 'server_refused', reply } });
  if (status === 429) return wait('rate_limited');
  if (status === 503) return wait('server_busy');
  if (AMBIGUOUS.includes(status)) return withoutId(unclear(gateway, 'bad_reply', reply));
  const answer = parsed(body);
  if (status < 200 || status >= 300 || !isSuccess(gateway, answer))
    return withoutId({ outcome: { state: 'failed', reason: 'refused', reply, verdict: null } });
  const gatewayId = gateway.idPath === '' ? (answer === null ? body.trim() : null) : valueAt(answer, gateway.idPath);
  return { verdict: { outcome: { state: 'sent', reply } }, gatewayId: gatewayId?.slice(0, 200) || null };
};
