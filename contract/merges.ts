import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { PartyId } from './ids.ts';
import { Moment } from './moment.ts';
import { Ok } from './paging.ts';
import { PartyKind } from './runs.ts';

const tag = 'Duplicates';

export const MergeId = z.uuid().brand<'merge'>();
export type MergeId = z.output<typeof MergeId>;

/** What two records have in common; `number` is a company's organisation number. */
export const SAME = ['email', 'phone', 'name', 'birthday', 'number'] as const;
const Same = z.enum(SAME);
/** What can be looked for, by kind of record. */
export const SAME_OF = {
  contact: ['email', 'phone', 'name', 'birthday'],
  company: ['number', 'email', 'phone', 'name'],
  lead: ['email', 'phone', 'name'],
} as const satisfies Record<z.output<typeof PartyKind>, readonly (typeof SAME)[number][]>;

/** A record in as many words as it takes to tell it from another. */
export const MergeRecord = z.object({
  id: PartyId,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  city: z.string().nullable(),
  company: z.string().nullable(),
  createdAt: Moment,
});
export type MergeRecord = z.output<typeof MergeRecord>;

export const listDuplicates = endpoint({
  name: 'listDuplicates',
  method: 'GET',
  path: '/api/duplicates',
  input: z.object({
    kind: PartyKind,
    same: Same,
    after: z.string().max(2000).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  output: z.object({
    /** At most ten records each; `key` names the group. */
    groups: z.array(z.object({ key: z.string(), records: z.array(MergeRecord), count: z.number().int() })),
    next: z.string().nullable(),
  }),
  summary: 'Records that are likely the same, by what they have in common, a page at a time',
  tag,
});
export const dismissDuplicates = endpoint({
  name: 'dismissDuplicates',
  method: 'POST',
  path: '/api/duplicates/dismiss',
  input: z.object({ kind: PartyKind, same: Same, key: z.string().max(2000), dismissed: z.boolean().default(true) }),
  output: Ok,
  summary: 'Says that a group of records are different ones: it is not shown again; or takes that back',
  tag,
});

const Side = z.enum(['kept', 'gone']);
const Pair = z.object({ kind: PartyKind, keptId: PartyId, goneId: PartyId });

export const previewMerge = endpoint({
  name: 'previewMerge',
  method: 'GET',
  path: '/api/merges/preview',
  input: Pair,
  output: z.object({
    kept: MergeRecord,
    gone: MergeRecord,
    /** Fields of which one has a value, in the order of a form; `take` is what is proposed. */
    fields: z.array(
      z.object({
        /** `email`, `custom.fleet_size` */
        field: z.string(),
        /** The words of a custom field; null for a built-in one. */
        label: z.string().nullable(),
        kept: z.string().nullable(),
        gone: z.string().nullable(),
        take: Side,
      }),
    ),
    /** What comes over with the one that goes. */
    moves: z.array(z.object({ what: z.string(), count: z.number().int() })),
  }),
  summary: 'Two records side by side, and what would come over; nothing is changed',
  tag,
});
export const mergeParties = endpoint({
  name: 'mergeParties',
  method: 'POST',
  path: '/api/merges',
  input: Pair.extend({
    /** The fields whose value is taken from one of the two; others as the preview proposes. */
    take: z.record(z.string().max(80), Side).default({}),
  }),
  output: z.object({ id: MergeId, keptId: PartyId }),
  summary: 'Makes two records one; the one that goes is found under the other from then on',
  tag,
});
export const undoMerge = endpoint({
  name: 'undoMerge',
  method: 'POST',
  path: '/api/merges/:id/undo',
  input: z.object({ id: MergeId }),
  output: z.object({
    goneId: PartyId,
    /** What stays with the record that was kept, because it changed since. */
    left: z.array(z.object({ what: z.string(), count: z.number().int() })),
  }),
  summary: 'Takes a merge apart again, and says what could not be',
  tag,
});
export const listMerges = endpoint({
  name: 'listMerges',
  method: 'GET',
  path: '/api/merges',
  input: z.object({ kind: PartyKind.optional() }),
  output: z.object({
    merges: z.array(
      z.object({
        id: MergeId,
        kind: PartyKind,
        keptId: PartyId,
        kept: z.string().nullable(),
        gone: z.string(),
        by: z.string().nullable(),
        at: Moment,
        undoneAt: Moment.nullable(),
      }),
    ),
  }),
  summary: 'The last hundred merges, newest first',
  tag,
});
