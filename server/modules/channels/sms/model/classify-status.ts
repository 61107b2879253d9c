import type { AccountTrouble, Outcome } from '../../channel.ts';

/** What a command_status of SMPP means for the message, or for the account as a whole. */
export type Verdict = { outcome: Outcome } | { trouble: AccountTrouble };

type Meaning =
  | ['sent']
  | ['failed', reason: string]
  | ['deferred', reason: string, asksToWait: boolean]
  | ['trouble', reason: string];

/**
 * SMPP 5.0, 4.7.6. What is not here is a refusal of this message alone. None of them says for certain that a number is gone: a gateway
 * calls an address invalid also when it is set up wrongly.
 */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  0: ['sent'],
  // The session is not bound (any more).
  4: ['deferred', 'out_of_step', true],
  8: ['deferred', 'server_busy', true],
  10: ['trouble', 'sender_refused'],
  11: ['failed', 'malformed_address'],
  20: ['deferred', 'server_busy', true],
  72: ['trouble', 'sender_refused'],
  73: ['trouble', 'sender_refused'],
  80: ['failed', 'malformed_address'],
  81: ['failed', 'malformed_address'],
  88: ['deferred', 'rate_limited', true],
  100: ['deferred', 'not_now', false],
  // A message of this length, or with these parameters, is taken from nobody.
  1: ['failed', 'content_refused'],
  2: ['failed', 'content_refused'],
  192: ['failed', 'content_refused'],
  193: ['failed', 'content_refused'],
  194: ['failed', 'content_refused'],
  196: ['failed', 'content_refused'],
  // SMPP 5.0: no permission, no credit with the gateway.
  256: ['deferred', 'server_busy', true],
  257: ['trouble', 'server_refused'],
  258: ['failed', 'refused'],
  259: ['deferred', 'server_busy', true],
};

const REFUSED: Meaning = ['failed', 'refused'];

/** `reply` keeps the gateway's own words. */
export const classifyStatus = (status: number, reply: string): Verdict => {
  const [state, reason = '', asksToWait = false] = MEANINGS[status] ?? REFUSED;
  if (state === 'trouble') return { trouble: { reason, reply } };
  if (state === 'sent') return { outcome: { state, reply } };
  if (state === 'deferred')
    return { outcome: { state, reason, reply, ...(asksToWait && { asksToWait: 'server' as const }) } };
  return { outcome: { state, reason, reply, verdict: null } };
};

/** Why a bind was refused: the account's fault, or only not now. */
export const classifyBind = (status: number, reply: string): Verdict => {
  if ([13, 14, 15, 83].includes(status)) return { trouble: { reason: 'login_refused', reply } };
  return { outcome: { state: 'deferred', reason: 'login_unavailable', reply, asksToWait: 'server' } };
};
