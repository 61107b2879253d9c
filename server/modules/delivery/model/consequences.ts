import type { Outcome } from '../../channels/index.ts';
import { isStrike } from './strikes.ts';

/** What an outcome says of its address: that it is gone for ever or is none, or something that counts against it over time (F17, F19). */
export const consequencesOf = (addressKey: string, outcome: Outcome) => ({
  gone: outcome.state === 'failed' && outcome.verdict !== null ? { addressKey, reply: outcome.reply } : null,
  strike:
    (outcome.state === 'failed' || outcome.state === 'deferred') && isStrike(outcome.reason)
      ? { addressKey, reason: outcome.reason, reply: outcome.reply }
      : null,
});
