import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ActionId, ApprovalId, CampaignId } from './ids.ts';
import { Currency, Minor, Moment } from './moment.ts';
import { Empty, Ok } from './paging.ts';

/** Above which a second person must approve; null: nobody is asked for it. */
const ApprovalRules = z.object({
  recipients: z.number().int().min(1).max(100_000_000).nullable(),
  costMinor: Minor.min(1).nullable(),
});
export type ApprovalRules = z.output<typeof ApprovalRules>;

/** What an approval is bound to, part by part. */
export const APPROVED_PARTS = ['content', 'audience', 'sender', 'cost'] as const;
export const ApprovedPart = z.enum(APPROVED_PARTS);
export type ApprovedPart = z.output<typeof ApprovedPart>;

export const Approval = z.object({
  id: ApprovalId,
  state: z.enum(['asked', 'given', 'refused']),
  note: z.string(),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: Moment,
  decidedBy: z.string().nullable(),
  decidedAt: Moment.nullable(),
  planned: z.number().int().nullable(),
  costMinor: Minor,
  /** What is otherwise by now; anything voids it. */
  changed: z.array(ApprovedPart),
});
export type Approval = z.output<typeof Approval>;

const tag = 'Approvals';

export const getApprovalRules = endpoint({
  name: 'getApprovalRules',
  method: 'GET',
  path: '/api/approval-rules',
  tag,
  summary: 'From what size and cost on a second person approves',
  input: Empty,
  output: ApprovalRules,
});

export const updateApprovalRules = endpoint({
  name: 'updateApprovalRules',
  method: 'PATCH',
  path: '/api/approval-rules',
  tag,
  summary: 'Change from what size and cost on a second person approves',
  input: ApprovalRules.partial(),
  output: ApprovalRules,
});

const ApprovalStanding = z.object({
  /** Why it is needed; empty when it is not. A size that is settled only later counts as above every size. */
  needed: z.array(z.enum(['size', 'size_unknown', 'cost'])),
  /** The last one asked for. */
  approval: Approval.nullable(),
  currency: Currency,
  may: z.object({ ask: z.boolean(), decide: z.boolean() }),
});
export type ApprovalStanding = z.output<typeof ApprovalStanding>;

const Note = z.string().trim().max(2000).default('');

export const getApproval = endpoint({
  name: 'getApproval',
  method: 'GET',
  path: '/api/actions/:id/approval',
  tag,
  summary: 'Whether an action needs a second person, and what he said',
  input: z.object({ id: ActionId }),
  output: ApprovalStanding,
});

export const getTracksApproval = endpoint({
  name: 'getTracksApproval',
  method: 'GET',
  path: '/api/campaigns/:id/tracks/approval',
  tag,
  summary: 'Whether the tracks of a profiled campaign need a second person, and what he said',
  input: z.object({ id: CampaignId }),
  output: ApprovalStanding,
});

export const askTracksApproval = endpoint({
  name: 'askTracksApproval',
  method: 'POST',
  path: '/api/campaigns/:id/tracks/approval',
  tag,
  summary:
    'Ask for the approval of the messages of tracks, of who comes in, of the senders and the cost as they are now',
  input: z.object({ id: CampaignId, note: Note }),
  output: Ok,
});

export const askApproval = endpoint({
  name: 'askApproval',
  method: 'POST',
  path: '/api/actions/:id/approval',
  tag,
  summary:
    'Ask for the approval of a list, a message, a sender and a cost as they are now; the list is generated if there is none',
  input: z.object({ id: ActionId, note: Note }),
  output: Ok,
});

export const decideApproval = endpoint({
  name: 'decideApproval',
  method: 'POST',
  path: '/api/approvals/:id/decision',
  tag,
  summary: 'Approve, or refuse with a reason; only somebody else than who asked, and only what is as it was',
  input: z.object({ id: ApprovalId, approve: z.boolean(), reason: z.string().trim().max(2000).default('') }),
  output: Ok,
});

/** What waits for the person who asks; in Today. */
export const WaitingApproval = z.object({
  id: ApprovalId,
  campaignId: CampaignId,
  campaignName: z.string(),
  /** Null: the tracks of the campaign. */
  actionId: ActionId.nullable(),
  askedBy: z.string(),
  askedAt: Moment,
  planned: z.number().int().nullable(),
});
