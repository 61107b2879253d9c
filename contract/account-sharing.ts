import { z } from 'zod';
import { SendingAccountId } from './ids.ts';

/** shares: each account carries its part of the recipients; in_turn: the first until its limit, then the next. */
export const SHARING_RULES = ['shares', 'in_turn'] as const;
/** What becomes of the part of an account that is paused. */
export const WHEN_PAUSED = ['others', 'wait'] as const;

const Weight = z.number().int().min(1).max(100);

/** How a distribution is shared between the action's sending account and others. */
export const AccountSharing = z.object({
  rule: z.enum(SHARING_RULES),
  whenPaused: z.enum(WHEN_PAUSED),
  /** Of the action's own account, beside those of the others. */
  weight: Weight,
  others: z
    .array(z.object({ id: SendingAccountId, weight: Weight }))
    .min(1)
    .max(20),
});
export type AccountSharing = z.output<typeof AccountSharing>;
