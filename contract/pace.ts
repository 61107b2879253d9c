import { z } from 'zod';

/** A new server sends little at first and more every day, until it may send as much as it is asked to. */
export const WarmUp = z.object({
  startsOn: z.iso.date(),
  /** Messages on the first day. */
  first: z.number().int().min(1).max(1_000_000),
  /** Percent more on each day than on the one before. */
  growth: z.number().int().min(1).max(300),
  /** From this many a day on it is warm. */
  full: z.number().int().min(1).max(10_000_000),
});
export type WarmUp = z.output<typeof WarmUp>;
