import type { AccountPace, PaceWait } from '../../../../contract/pace.ts';
import { NOTHING_USED, type PaceNow, type Used, usedToday } from './pace.ts';
import { ACCOUNT, type PaceRules } from './scopes.ts';
import { limitsOn, warmUpDay } from './warm-up.ts';

/** A scope as it is stored; moments in milliseconds. */
export interface PaceRow {
  scope: string;
  used: Used | null;
  freeAt: number | null;
  heldUntil: number | null;
  heldReason: string | null;
  heldReply: string | null;
}

const scopeOf = (scope: string): Pick<PaceWait, 'scope' | 'name'> => {
  const [kind, ...name] = scope.split(':');
  return kind === 'provider' || kind === 'domain'
    ? { scope: kind, name: name.join(':') }
    : { scope: 'account', name: null };
};

const waitsOf = ({ scope, freeAt, heldUntil, heldReason, heldReply }: PaceRow, { at }: PaceNow): PaceWait[] => {
  const waits: PaceWait[] = [];
  const until = (ms: number) => new Date(ms).toISOString();
  if (heldUntil !== null && heldUntil > at)
    waits.push({ ...scopeOf(scope), why: heldReason ?? '', reply: heldReply, until: until(heldUntil) });
  if (freeAt !== null && freeAt > at)
    waits.push({ ...scopeOf(scope), why: 'limit', reply: null, until: until(freeAt) });
  return waits;
};

/** Where an account stands: for people, and for whoever waits for it. */
export const presentPace = (
  rules: PaceRules,
  rows: readonly PaceRow[],
  now: PaceNow,
): Pick<AccountPace, 'today' | 'warmUpDay' | 'waits'> => {
  const limit = limitsOn(rules, rules.warmUp, now.date).perDay;
  const used = usedToday(rows.find(({ scope }) => scope === ACCOUNT)?.used ?? NOTHING_USED, now);
  return {
    today: limit === null ? null : { limit, used, left: Math.max(0, limit - used) },
    warmUpDay: rules.warmUp && warmUpDay(rules.warmUp, now.date),
    waits: rows.flatMap((row) => waitsOf(row, now)),
  };
};
