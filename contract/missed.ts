import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ActionId } from './ids.ts';
import { Reason } from './runs.ts';

/** Why somebody for whom a message was planned may not have it. `unknown` is fetched only by a person's decision, line by line. */
export const MISSED = ['failed', 'bounced', 'dropped', 'unopened', 'unknown'] as const;
export type Missed = (typeof MISSED)[number];

export const listMissed = endpoint({
  name: 'listMissed',
  method: 'GET',
  path: '/api/actions/:id/missed',
  tag: 'Runs',
  summary: 'How many did not receive what was distributed with an action, by reason, where their chains of retries end',
  input: z.object({ id: ActionId }),
  output: z.array(
    z.object({
      what: z.enum(MISSED),
      lines: z.number().int(),
      reasons: z.array(z.object({ reason: Reason, lines: z.number().int() })),
    }),
  ),
});
