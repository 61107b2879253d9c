import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CampaignId, PlannedActivityId, UserId } from './ids.ts';
import { Moment } from './moment.ts';
import { Ok } from './paging.ts';

const Details = z.object({
  title: z.string().trim().min(1).max(200),
  note: z.string().trim().max(2000).default(''),
  responsibleId: UserId,
  dueAt: Moment,
});

/** Something that people mean to do for a campaign. */
export const PlannedActivity = z.object({
  id: PlannedActivityId,
  campaignId: CampaignId,
  title: z.string(),
  note: z.string(),
  responsible: z.object({ id: UserId, name: z.string() }),
  dueAt: Moment,
  doneAt: Moment.nullable(),
  doneBy: z.string().nullable(),
  /** Whether the person who asks may tick it off: whoever may edit the campaign, and whoever is responsible. */
  mayTick: z.boolean(),
});
export type PlannedActivity = z.output<typeof PlannedActivity>;

const tag = 'Activities';
const One = z.object({ id: PlannedActivityId });

export const listActivities = endpoint({
  name: 'listActivities',
  method: 'GET',
  path: '/api/campaigns/:id/activities',
  tag,
  summary: 'What is planned around a campaign, the soonest first; what is done comes last',
  input: z.object({ id: CampaignId }),
  output: z.object({ rows: z.array(PlannedActivity) }),
});

export const planActivity = endpoint({
  name: 'planActivity',
  method: 'POST',
  path: '/api/campaigns/:id/activities',
  tag,
  summary: 'Plan something that somebody does for a campaign',
  input: Details.extend({ id: CampaignId }),
  output: z.object({ id: PlannedActivityId }),
});

export const updateActivity = endpoint({
  name: 'updateActivity',
  method: 'PUT',
  path: '/api/activities/:id',
  tag,
  summary: 'Change what is planned',
  input: Details.extend(One.shape),
  output: Ok,
});

export const tickActivity = endpoint({
  name: 'tickActivity',
  method: 'PUT',
  path: '/api/activities/:id/done',
  tag,
  summary: 'Tick off what was planned, or open it again',
  input: One.extend({ done: z.boolean() }),
  output: Ok,
});

export const removeActivity = endpoint({
  name: 'removeActivity',
  method: 'DELETE',
  path: '/api/activities/:id',
  tag,
  summary: 'Remove what was planned',
  input: One,
  output: Ok,
});
