const MINUTE = 60_000;

/** Minutes to leave a server or a domain alone, when it asks for it again and again. */
const WAITS = [1, 2, 4, 8, 15];

/** Milliseconds of the database's clock; `step` counts from 1. */
export interface BackOff {
  step: number;
  until: number;
}

const waitOf = (step: number): number => (WAITS[Math.min(step, WAITS.length) - 1] ?? 0) * MINUTE;

/**
 * The next back-off after a server asked us to wait. What was on its way meanwhile makes it no longer; asked again
 * soon after the wait it grows, and when all went well for as long as we had waited it begins anew.
 */
export const backOffAgain = (before: BackOff | null, now: number): BackOff => {
  if (before !== null && now < before.until) return before;
  const soon = before !== null && now < before.until + waitOf(before.step);
  const step = soon ? Math.min(before.step + 1, WAITS.length) : 1;
  return { step, until: now + waitOf(step) };
};
