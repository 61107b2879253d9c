import { z } from 'zod';
import { ActionWork } from './action-work.ts';
import {
  Addressing,
  Campaign,
  createCampaign,
  DISPATCH_CHANNELS,
  type DispatchChannel,
  SenderPolicy,
} from './campaigns.ts';
import { BuiltInChoice } from './content.ts';
import { endpoint } from './endpoint.ts';
import { SegmentId, TemplateId } from './ids.ts';
import { Party } from './runs.ts';
import { SalesPlan } from './sales-plan.ts';

/** What is done for many people at once; each kind is there as soon as its channel is. */
const KINDS = ['email', 'sms', 'letter', 'call', 'task', 'invoice', 'opportunity', 'offer'];
export const QUICK_CHANNELS: readonly DispatchChannel[] = DISPATCH_CHANNELS.filter((channel) =>
  KINDS.includes(channel),
);

export const createQuickCampaign = endpoint({
  name: 'createQuickCampaign',
  method: 'POST',
  path: '/api/quick-campaigns',
  tag: 'Campaigns',
  summary: 'Create a campaign with one action and its addressees, all at once or not at all',
  input: createCampaign.input
    .pick({
      name: true,
      goal: true,
      description: true,
      results: true,
      ownerId: true,
      state: true,
      channel: true,
      purposeClass: true,
      topicId: true,
      requiresConsent: true,
    })
    .extend({
      senderPolicy: SenderPolicy.default('owner'),
      addressing: Addressing.default('contact'),
      /** Who calls, or does it, where the kind gives work. */
      work: ActionWork.optional(),
      /** Its words are copied; null: they are written later. */
      templateId: TemplateId.nullable().default(null),
      /** Instead of that: one that comes with Fanfare for the channel. */
      builtIn: BuiltInChoice.nullable().default(null),
      /** What is issued, where the channel sells. */
      salesPlan: SalesPlan.nullable().default(null),
      segmentIds: z.array(SegmentId).max(100).default([]),
      /** Those added by hand. */
      parties: z.array(Party).max(10_000).default([]),
    }),
  output: Campaign,
});
