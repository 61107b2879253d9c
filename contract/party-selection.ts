import { z } from 'zod';
import { CRM_ENTITIES } from './crm-fields.ts';
import { endpoint } from './endpoint.ts';
import { Tags } from './party.ts';

const TAG = 'People';

const Selection = z.object({ entity: z.enum(CRM_ENTITIES), ids: z.array(z.uuid()).min(1).max(500) });

export const tagParties = endpoint({
  name: 'tagParties',
  method: 'POST',
  path: '/api/crm/tags',
  input: Selection.extend({ add: Tags.default([]), remove: Tags.default([]) }),
  output: z.object({ changed: z.number().int() }),
  summary: 'Gives tags to the selected records, or takes them away',
  tag: TAG,
});
export const deleteParties = endpoint({
  name: 'deleteParties',
  method: 'POST',
  path: '/api/crm/delete',
  input: Selection,
  output: z.object({ deleted: z.number().int() }),
  summary: 'Deletes the selected records',
  tag: TAG,
});
export const listTags = endpoint({
  name: 'listTags',
  method: 'GET',
  path: '/api/crm/tags',
  input: z.object({ entity: z.enum(CRM_ENTITIES), search: z.string().trim().max(60).optional() }),
  output: z.object({ tags: z.array(z.object({ tag: z.string(), count: z.number().int() })) }),
  summary: 'The tags in use and how many have each',
  tag: TAG,
});
