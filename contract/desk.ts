import { z } from 'zod';
import { Priority } from './action-work.ts';
import { endpoint } from './endpoint.ts';
import { CampaignId, InteractionId, RunId } from './ids.ts';
import { Moment } from './moment.ts';
import { Ok } from './paging.ts';
import { Party } from './runs.ts';

const tag = 'Call desk';
const One = z.object({ id: InteractionId });
const Count = z.number().int();

/** `mine`: given to me or promised by me; `shared`: nobody's by name. */
export const QUEUES = ['mine', 'shared'] as const;
export const Queue = z.enum(QUEUES);
export type Queue = z.output<typeof Queue>;

export const CALL_OUTCOMES = ['reached', 'not_reached', 'call_back', 'yes', 'no', 'do_not_call'] as const;
export const CallOutcome = z.enum(CALL_OUTCOMES);
export type CallOutcome = z.output<typeof CallOutcome>;

export const NUMBER_KINDS = ['mobile', 'landline', 'either', 'unknown'] as const;

export const DeskCall = z.object({
  id: InteractionId,
  party: Party.extend({ name: z.string() }),
  company: z.string().nullable(),
  number: z.string(),
  numberKind: z.enum(NUMBER_KINDS),
  campaign: z.object({ id: CampaignId, name: z.string() }),
  priority: Priority,
  dueAt: Moment.nullable(),
  /** When somebody agreed to call. */
  promisedAt: Moment.nullable(),
  /** Calls before this one that found nobody. */
  tries: Count,
  /** After so many it is given up. */
  triesAllowed: Count,
  notes: z.string().nullable(),
  /** The words to say, filled in for this person; null when none were written. */
  script: z.string().nullable(),
  /** The person's own link, where the script names it. */
  directLink: z.string().nullable(),
  proof: z.boolean(),
});
export type DeskCall = z.output<typeof DeskCall>;

const Waiting = z.object({ due: Count, later: Count });

export const getDesk = endpoint({
  name: 'getDesk',
  method: 'GET',
  path: '/api/desk',
  tag,
  summary: 'How many calls wait: mine and those that nobody has by name, due now and later',
  input: z.object({ campaignId: CampaignId.optional() }),
  output: z.object({
    mine: Waiting,
    shared: Waiting,
    /** The soonest of those that wait for their time. */
    nextAt: Moment.nullable(),
    campaigns: z.array(z.object({ id: CampaignId, name: z.string() })),
  }),
});

export const nextCall = endpoint({
  name: 'nextCall',
  method: 'POST',
  path: '/api/desk/next',
  tag,
  summary: 'The next person to call, held for me; again, without an outcome between, the same. null: nobody is due',
  input: z.object({
    queue: Queue.default('mine'),
    campaignId: CampaignId.optional(),
    /** This one, if nobody else has it. */
    id: InteractionId.optional(),
  }),
  output: z.object({ call: DeskCall.nullable() }),
});

export const keepCall = endpoint({
  name: 'keepCall',
  method: 'POST',
  path: '/api/desk/calls/:id/keep',
  tag,
  summary: 'I am still at it: holds the person for me some minutes more',
  input: One,
  output: Ok,
});

export const leaveCall = endpoint({
  name: 'leaveCall',
  method: 'POST',
  path: '/api/desk/calls/:id/leave',
  tag,
  summary: 'Puts the person back without an outcome, some minutes later in the queue',
  input: One,
  output: Ok,
});

export const endCall = endpoint({
  name: 'endCall',
  method: 'POST',
  path: '/api/desk/calls/:id/outcome',
  tag,
  summary: 'What came of the call, with a note',
  input: One.extend({
    outcome: CallOutcome,
    /** With `call_back`: when. */
    at: Moment.nullable().default(null),
    note: z.string().trim().max(5000).default(''),
  }),
  output: Ok,
});

export const getInstructions = endpoint({
  name: 'getInstructions',
  method: 'GET',
  path: '/api/interactions/:id/instructions',
  tag,
  summary: 'What the action says is to be done or said, filled in for this person; null when nothing was written',
  input: One,
  output: z.object({ text: z.string().nullable(), directLink: DeskCall.shape.directLink }),
});

export const withdrawRun = endpoint({
  name: 'withdrawRun',
  method: 'POST',
  path: '/api/runs/:id/withdraw',
  tag: 'Runs',
  summary: 'Take back the work that a distribution gave: what is open is cancelled, what was done stays',
  input: z.object({ id: RunId }),
  output: z.object({ cancelled: Count, kept: Count }),
});
