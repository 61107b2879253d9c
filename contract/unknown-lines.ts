import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { LineNo, RunId } from './ids.ts';
import { Moment } from './moment.ts';

/** How many are told at once, which is how many can be sent again at once. */
export const UNDECIDED_AT_ONCE = 1000;

/** What a person decided of the lines of which nobody knows whether they arrived, and what became of it. */
export const UnknownFate = z.object({
  undecided: z.object({ lines: z.number().int(), nos: z.array(LineNo) }),
  /** In a list that was not sent yet. */
  listed: z.number().int(),
  /** Sent again, by what their second message came to. */
  resent: z.object({
    open: z.number().int(),
    sent: z.number().int(),
    failed: z.number().int(),
    dropped: z.number().int(),
    unknown: z.number().int(),
  }),
  /** Left as they are; by whom and when that was last decided. */
  left: z.object({ lines: z.number().int(), by: z.string().nullable(), at: Moment }).nullable(),
});
export type UnknownFate = z.output<typeof UnknownFate>;

const OneRun = z.object({ id: RunId });

export const getUnknownFate = endpoint({
  name: 'getUnknownFate',
  method: 'GET',
  path: '/api/runs/:id/unknown',
  tag: 'Runs',
  summary: 'What was decided of what may or may not have arrived, and what became of it',
  input: OneRun,
  output: UnknownFate,
});

export const leaveUnknown = endpoint({
  name: 'leaveUnknown',
  method: 'POST',
  path: '/api/runs/:id/leave-unknown',
  tag: 'Runs',
  summary:
    'Leave what may or may not have arrived as it is, for good: nobody is asked about it any more, and the ledger goes on counting it as unknown',
  input: OneRun,
  output: UnknownFate,
});
