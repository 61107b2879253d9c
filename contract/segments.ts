import { z } from 'zod';
import { RulePartyKind } from './audience.ts';
import { endpoint } from './endpoint.ts';
import { PartyId, SegmentId, UserId } from './ids.ts';
import { Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';
import { RuleTree } from './rule.ts';

const tag = 'Segments';
const OneSegment = z.object({ id: SegmentId });
const Owner = z.object({ id: UserId, name: z.string() });

const SegmentFields = z.object({
  name: z.string().trim().min(1).max(200),
  description: z.string().trim().max(2000).default(''),
  partyKind: RulePartyKind,
  rule: RuleTree,
});

/** Where a segment is used: it cannot be deleted before it is taken out there. */
export const SegmentUse = z.object({ kind: z.enum(['segment', 'campaign']), id: z.uuid(), name: z.string() });
export type SegmentUse = z.output<typeof SegmentUse>;

export const SegmentRow = z.object({
  id: SegmentId,
  name: z.string(),
  description: z.string(),
  partyKind: RulePartyKind,
  owner: Owner.nullable(),
  createdAt: Moment,
  updatedAt: Moment,
});
export type SegmentRow = z.output<typeof SegmentRow>;

export const Segment = SegmentRow.extend({ rule: RuleTree, uses: z.array(SegmentUse) });
export type Segment = z.output<typeof Segment>;

export const listSegments = endpoint({
  name: 'listSegments',
  method: 'GET',
  path: '/api/segments',
  tag,
  summary: 'The saved segments',
  /** Sorted by `name`, `partyKind`, `createdAt` or `updatedAt`. */
  input: PageInput.extend({ partyKind: RulePartyKind.optional() }),
  output: pageOf(SegmentRow),
});

export const getSegment = endpoint({
  name: 'getSegment',
  method: 'GET',
  path: '/api/segments/:id',
  tag,
  summary: 'A segment with its rule and where it is used',
  input: OneSegment,
  output: Segment,
});

export const countSegment = endpoint({
  name: 'countSegment',
  method: 'GET',
  path: '/api/segments/:id/count',
  tag,
  summary: 'How many people or companies are in a segment now',
  input: OneSegment,
  output: z.object({ count: z.number().int() }),
});

export const createSegment = endpoint({
  name: 'createSegment',
  method: 'POST',
  path: '/api/segments',
  tag,
  summary: 'Save a rule as a segment',
  input: SegmentFields,
  output: Segment,
});

export const updateSegment = endpoint({
  name: 'updateSegment',
  method: 'PATCH',
  path: '/api/segments/:id',
  tag,
  summary: 'Change a segment; whatever uses it sees the change at once',
  input: OneSegment.extend({
    name: SegmentFields.shape.name.optional(),
    description: z.string().trim().max(2000).optional(),
    partyKind: RulePartyKind.optional(),
    rule: RuleTree.optional(),
  }),
  output: Segment,
});

export const deleteSegment = endpoint({
  name: 'deleteSegment',
  method: 'DELETE',
  path: '/api/segments/:id',
  tag,
  summary: 'Delete a segment that nothing uses; refused with the names of what does',
  input: OneSegment,
  output: Ok,
});

export const previewSegment = endpoint({
  name: 'previewSegment',
  method: 'POST',
  path: '/api/segments/preview',
  tag,
  summary: 'Whom a rule selects now: how many, and some of them; writes nothing',
  input: z.object({
    partyKind: RulePartyKind,
    rule: RuleTree,
    /** The segment being edited: it may not come to contain itself. */
    segmentId: SegmentId.optional(),
  }),
  output: z.object({
    count: z.number().int(),
    sample: z.array(
      z.object({ id: PartyId, name: z.string(), companyName: z.string().nullable(), email: z.string().nullable() }),
    ),
    ms: z.number(),
  }),
});
