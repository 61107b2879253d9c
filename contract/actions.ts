import { z } from 'zod';
import { Campaign, DispatchChannel } from './campaigns.ts';
import { endpoint } from './endpoint.ts';
import { ActionId, CampaignId } from './ids.ts';

const tag = 'Campaigns';

export const addAction = endpoint({
  name: 'addAction',
  method: 'POST',
  path: '/api/campaigns/:id/actions',
  tag,
  summary: 'Add an action to a campaign, which makes it multi-stage',
  input: z.object({
    id: CampaignId,
    name: z.string().trim().max(200).default(''),
    channel: DispatchChannel.default('email'),
    /** An e-mail with report. */
    report: z.boolean().optional(),
    /** For the same group as this action: copied as it was, once that one has gone. */
    sameGroupAs: ActionId.nullable().default(null),
  }),
  output: Campaign,
});

export const removeAction = endpoint({
  name: 'removeAction',
  method: 'DELETE',
  path: '/api/actions/:id',
  tag,
  summary: 'Remove an action with which nothing was distributed',
  input: z.object({ id: ActionId }),
  output: Campaign,
});

export const orderActions = endpoint({
  name: 'orderActions',
  method: 'PUT',
  path: '/api/campaigns/:id/actions/order',
  tag,
  summary: 'Put the actions of a campaign in this order',
  input: z.object({ id: CampaignId, actionIds: z.array(ActionId).min(1).max(200) }),
  output: Campaign,
});
