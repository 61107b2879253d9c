import type { WarmUp } from '../../../../contract/pace.ts';
import type { Limits } from './pace.ts';

const DAY = 86_400_000;
const dayNumber = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);

/** How much a warming account may send on a day, or null once it is warm; before the first day as on the first. */
export const warmUpLimit = ({ startsOn, first, growth, full }: WarmUp, date: string): number | null => {
  const day = dayNumber(date) - dayNumber(startsOn);
  if (day < 0) return first;
  const limit = Math.floor(first * (1 + growth / 100) ** day);
  return limit >= full ? null : limit;
};

/** 1 for the first day of the warm-up; null once the account is warm. */
export const warmUpDay = (plan: WarmUp, date: string): number | null =>
  warmUpLimit(plan, date) === null ? null : Math.max(1, dayNumber(date) - dayNumber(plan.startsOn) + 1);

/** An account's own limits on a day of its warm-up. */
export const limitsOn = (limits: Limits, warmUp: WarmUp | null, date: string): Limits => {
  const warming = warmUp && warmUpLimit(warmUp, date);
  return warming === null ? limits : { ...limits, perDay: Math.min(warming, limits.perDay ?? warming) };
};
