const MINUTE = 60;

/** Reasons to wait that say nothing of the recipient. */
export const NOT_ITS_FAULT = [
  'server_busy',
  'rate_limited',
  'server_full',
  'server_not_found',
  'server_unreachable',
  'login_unavailable',
  'out_of_step',
] as const;

/** First try again after 5 minutes, doubling to 70 (RFC 5321 4.5.4.1 asks for at least some minutes; greylists answer after five). */
const FIRST_WAIT = 5 * MINUTE;
const LONGEST_WAIT = 70 * MINUTE;
/** A connection lost before the final dot says nothing of the recipient: it is tried again sooner. */
const AFTER_LOST_CONNECTION = 1 * MINUTE;

/** A server that asked us to wait said nothing of the recipient: tried as soon as the back-off allows, and not counted against it. */
const AFTER_BACK_OFF = 1 * MINUTE;

/** Seconds until the next try of a deferred line; `attempt` counts from 1 the tries that were about the recipient. */
export const secondsUntilRetry = (attempt: number, reason: string, asksToWait = false): number => {
  if (asksToWait) return AFTER_BACK_OFF;
  const first = reason === 'connection_lost' ? AFTER_LOST_CONNECTION : FIRST_WAIT;
  return Math.min(LONGEST_WAIT, first * 2 ** Math.max(0, attempt - 1));
};
