import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ActionId, CampaignId } from './ids.ts';
import { PageInput, pageOf } from './paging.ts';
import { Fact, Line, LineState, PartyKind, Reason } from './runs.ts';

/** What a list of lines can be narrowed by: whatever a number of the report counts. */
export const CampaignLinesFilter = z.object({
  /** Only what one action brought. */
  actionId: ActionId.optional(),
  state: LineState.optional(),
  /** Everyone planned, whatever became of him. */
  planned: z.stringbool().optional(),
  reason: Reason.optional(),
  partyKind: PartyKind.optional(),
  /** Only lines with this fact; by a human for opens and clicks, unless an actor is named. */
  fact: Fact.optional(),
  actor: z.enum(['human', 'machine', 'unknown']).optional(),
  /** With the fact `clicked`: only who followed the link to this address. */
  url: z.string().max(4000).optional(),
  /** Sent and not come back. */
  delivered: z.stringbool().optional(),
  /** Only lines whose message could tell of opens and clicks, or only the others. */
  tracked: z.stringbool().optional(),
});

export const listCampaignLines = endpoint({
  name: 'listCampaignLines',
  method: 'GET',
  path: '/api/campaigns/:id/lines',
  tag: 'Runs',
  summary:
    'Everyone a campaign’s report counts, over all its distributions: the last line of each chain of retries, tests left out',
  input: PageInput.extend({ id: CampaignId, ...CampaignLinesFilter.shape }),
  output: pageOf(Line),
});
