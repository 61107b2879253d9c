import type { Clock } from '../../server/platform/clock.ts';

export type FixedClock = Clock & { advance(ms: number): void; set(iso: string): void };

/** Stands still until told otherwise. */
export function fixedClock(iso: string): FixedClock {
  let at = Date.parse(iso);
  return {
    now: () => new Date(at),
    advance: (ms) => {
      at += ms;
    },
    set: (to) => {
      at = Date.parse(to);
    },
  };
}
