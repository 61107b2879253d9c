import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ActionId, PartyId } from './ids.ts';
import { PageInput, pageOf } from './paging.ts';
import { PartyKind } from './runs.ts';

const tag = 'Runs';
const OneAction = z.object({ id: ActionId });

export const countMissingData = endpoint({
  name: 'countMissingData',
  method: 'GET',
  path: '/api/actions/:id/missing-data',
  tag,
  summary: 'How many of those an action would go to lack data that its text puts out with no fallback, field by field',
  input: OneAction,
  output: z.object({
    planned: z.number().int(),
    /** By their names between the braces, the most missing first; those that nobody lacks are left out. */
    fields: z.array(z.object({ field: z.string(), missing: z.number().int() })),
  }),
});

export const listMissingData = endpoint({
  name: 'listMissingData',
  method: 'GET',
  path: '/api/actions/:id/missing-data/people',
  tag,
  summary: 'Who of those lacks one of the fields',
  input: PageInput.pick({ after: true, limit: true }).extend({ ...OneAction.shape, field: z.string().max(200) }),
  output: pageOf(z.object({ kind: PartyKind, id: PartyId, name: z.string() })),
});
