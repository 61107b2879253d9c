import { z } from 'zod';
import { LabelInAll } from './crm-fields.ts';
import { endpoint } from './endpoint.ts';
import { AssetId, CleansingId, RunId } from './ids.ts';
import { Moment } from './moment.ts';
import { PageInput, pageOf } from './paging.ts';

const tag = 'Cleansing';

/** `impossible`: no value of its field, with the reason; the others as a person decided. */
export const CLEANSED_STATES = ['open', 'impossible', 'applied', 'refused'] as const;
export const CleansedState = z.enum(CLEANSED_STATES);
export type CleansedState = z.output<typeof CleansedState>;

/** A list of assets that was taken out to be put right, and what became of what came back. */
export const Cleansing = z.object({
  id: CleansingId,
  assets: z.number().int(),
  exportedAt: Moment,
  exportedBy: z.string().nullable(),
  /** Null: nothing came back yet. */
  receivedAt: Moment.nullable(),
  receivedBy: z.string().nullable(),
  fileName: z.string().nullable(),
  /** Lines of the file whose record was not in the list. */
  strangeLines: z.array(z.number().int()),
  /** Records of the list that the file left out; they stay as they are. */
  missing: z.number().int(),
  cells: z.record(CleansedState, z.number().int()),
});
export type Cleansing = z.output<typeof Cleansing>;

export const cleansingExportPath = (runId: string): string => `/api/runs/${runId}/cleansings/export`;
/** Takes the file back (multipart); answers a `Cleansing`. */
export const cleansingFilePath = (id: string): string => `/api/cleansings/${id}/file`;

export const listCleansings = endpoint({
  name: 'listCleansings',
  method: 'GET',
  path: '/api/runs/:id/cleansings',
  tag,
  summary: 'How often the assets of a list were taken out to be put right, newest first, and what came back',
  input: z.object({ id: RunId }),
  output: z.object({ assets: z.number().int(), rows: z.array(Cleansing) }),
});

/** A cell that differs from what was taken out. */
export const CleansedCell = z.object({
  /** `assetId field`: what `settleCleansing` is told. */
  key: z.string(),
  assetId: AssetId,
  asset: z.string(),
  label: LabelInAll,
  was: z.string(),
  given: z.string(),
  /** What the record says now, where it is no longer what was taken out. */
  changedTo: z.string().nullable(),
  state: CleansedState,
  reason: z.string().nullable(),
});
export type CleansedCell = z.output<typeof CleansedCell>;

export const listCleansedCells = endpoint({
  name: 'listCleansedCells',
  method: 'GET',
  path: '/api/cleansings/:id/cells',
  tag,
  summary: 'What a returned file would change, cell by cell: the record, the field, the old and the new value',
  input: PageInput.pick({ after: true, limit: true, search: true }).extend({
    id: CleansingId,
    state: CleansedState.default('open'),
  }),
  output: pageOf(CleansedCell),
});

export const MOST_SETTLED = 500;

export const settleCleansing = endpoint({
  name: 'settleCleansing',
  method: 'POST',
  path: '/api/cleansings/:id/settle',
  tag,
  summary: `Apply or refuse cells, some or all that are open (at most ${MOST_SETTLED} at once: \`next\` is where to go on). A cell whose record changed since is passed over unless \`evenIfChanged\``,
  input: z.object({
    id: CleansingId,
    verdict: z.enum(['apply', 'refuse']),
    cells: z.union([z.literal('all'), z.array(z.string().max(300)).min(1).max(MOST_SETTLED)]),
    evenIfChanged: z.boolean().default(false),
    /** The `next` of the answer before. */
    after: z.string().max(300).optional(),
  }),
  output: z.object({
    settled: z.number().int(),
    /** Passed over: the record says something else since. */
    changed: z.number().int(),
    /** Could not be written after all. */
    impossible: z.number().int(),
    next: z.string().nullable(),
  }),
});
