import type { WarmUp } from '../../../../contract/pace.ts';
import type { Limits } from './pace.ts';

const DAY = 86_400_000;
const dayNumber = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);

/** How much a warming account may send on a day, or null once it is warm; nothing before the first day. */
export const warmUpLimit = ({ startsOn, first, growth, full }: WarmUp, date: string): number | null => {
  const day = dayNumber(date) - dayNumber(startsOn);
  if (day < 0) return first;
  const limit = Math.floor(first * (1 + growth / 100) ** day);
  return limit >= full ? null : limit;
};

/** An account's own limits on a day of its warm-up. */
export const limitsOn = (limits: Limits, warmUp: WarmUp | null, date: string): Limits => {
  const warming = warmUp && warmUpLimit(warmUp, date);
  return warming === null ? limits : { ...limits, perDay: Math.min(warming, limits.perDay ?? warming) };
};
