import { z } from 'zod';
import { ListName, MAX_AMOUNT, ProductKind } from './catalogue.ts';
import { endpoint } from './endpoint.ts';
import { PriceListId, PriceRevisionId, ProductGroupId, ProductId } from './ids.ts';
import { Day, Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';

const tag = 'Price revisions';

/** Which products: those marked, or all that meet every filter given. Archived ones never. */
export const ProductSelection = z.object({
  productIds: z.array(ProductId).max(10_000).default([]),
  /** With the groups inside them. */
  groupIds: z.array(ProductGroupId).max(500).default([]),
  tags: z.array(z.string().trim().min(1).max(60)).max(100).default([]),
  kind: ProductKind.nullable().default(null),
  search: z.string().trim().max(200).default(''),
});
export type ProductSelection = z.output<typeof ProductSelection>;

export const PRICE_CHANGES = ['percent', 'amount', 'factor'] as const;
const PriceChange = z.discriminatedUnion('kind', [
  /** On the present price, in hundredths of a percent: 525 is 5.25 %. */
  z.object({ kind: z.literal('percent'), by: z.number().int().min(-10_000).max(100_000) }),
  /** On the present price, in minor units. */
  z.object({ kind: z.literal('amount'), by: z.number().int().min(-MAX_AMOUNT).max(MAX_AMOUNT) }),
  /** Of the cost, in thousandths: 1350 is cost × 1.35. Also prices what has no price yet. */
  z.object({ kind: z.literal('factor'), by: z.number().int().min(1).max(100_000) }),
]);
export type PriceChange = z.output<typeof PriceChange>;

export const ROUNDING_DIRECTIONS = ['nearest', 'up', 'down'] as const;
/** To the prices that end so: every `step` minor units, `ending` beyond. To 5.00 is 500 and 0; to .90 is 100 and 90; none is 1 and 0. */
const Rounding = z
  .object({
    step: z.number().int().min(1).max(1_000_000_000),
    ending: z.number().int().min(0),
    direction: z.enum(ROUNDING_DIRECTIONS).default('nearest'),
  })
  .refine(({ step, ending }) => ending < step, { path: ['ending'], message: 'ending_beyond_step' });
export type Rounding = z.output<typeof Rounding>;

export const PriceRule = z.object({
  change: PriceChange,
  rounding: Rounding.default({ step: 1, ending: 0, direction: 'nearest' }),
  /** Hundredths of a percent of the new price: what would earn less is left as it is. Products without a cost in this currency pass. */
  minMargin: z.number().int().min(-100_000).max(9_999).nullable().default(null),
});
export type PriceRule = z.output<typeof PriceRule>;

export const REVISION_STATES = ['draft', 'rehearsed', 'applied', 'reversed'] as const;
/** What a process does at a revision, piece by piece, while everybody goes on. */
export const REVISION_WORKS = ['rehearse', 'apply', 'reverse'] as const;
export const LINE_VERDICTS = ['change', 'same', 'refused'] as const;
export const REFUSALS = [
  'no_price',
  'no_cost',
  'cost_other_currency',
  'not_positive',
  'too_large',
  'below_margin',
] as const;
export type PriceRefusal = (typeof REFUSALS)[number];
/** Why a line is left as it is, and the remedy: the code of its text. */
export const REFUSAL_TEXTS = {
  no_price: 'price_no_price',
  no_cost: 'price_no_cost',
  cost_other_currency: 'price_cost_other_currency',
  not_positive: 'price_not_positive',
  too_large: 'price_too_large',
  below_margin: 'price_below_margin',
} as const satisfies Record<PriceRefusal, string>;
/** Whether a line of an applied revision can be taken back: not where something newer holds. */
export const REVERSALS = ['possible', 'changed_since', 'product_gone'] as const;

const sum = z.number();
const Sums = z.object({
  lines: z.number().int(),
  change: z.number().int(),
  same: z.number().int(),
  refused: z.number().int(),
  refusedBy: z.array(z.object({ reason: z.enum(REFUSALS), count: z.number().int() })),
  raised: z.number().int(),
  lowered: z.number().int(),
  /** Of the lines that change and had a price, in minor units. */
  oldTotal: sum,
  newTotal: sum,
  /** Of the lines that change and whose cost is known, as a ratio of the price. */
  marginBefore: z.number().nullable(),
  marginAfter: z.number().nullable(),
  /** Lines whose new price a price planned later will replace. */
  plannedLater: z.number().int(),
  /** Open offers and opportunities that hold these prices; null while nothing sells. */
  uses: z.number().int().nullable(),
  byGroup: z.array(
    z.object({
      groupId: ProductGroupId.nullable(),
      group: z.string().nullable(),
      lines: z.number().int(),
      change: z.number().int(),
      oldTotal: sum,
      newTotal: sum,
    }),
  ),
});
export type RevisionSums = z.output<typeof Sums>;

const RevisionWork = z.object({
  kind: z.enum(REVISION_WORKS),
  /** Products. */
  done: z.number().int(),
  total: z.number().int(),
  startedAt: Moment,
  /** At the pace so far; null before the first piece. */
  finishEstimate: Moment.nullable(),
});
export type RevisionWork = z.output<typeof RevisionWork>;

export const PriceRevisionRow = z.object({
  id: PriceRevisionId,
  name: z.string(),
  list: ListName,
  state: z.enum(REVISION_STATES),
  rule: PriceRule,
  effectiveOn: Day.nullable(),
  /** The day from which it holds: known once rehearsed. */
  validFrom: Day.nullable(),
  createdBy: z.string().nullable(),
  createdAt: Moment,
  rehearsedAt: Moment.nullable(),
  appliedAt: Moment.nullable(),
  appliedBy: z.string().nullable(),
  reversedAt: Moment.nullable(),
  reversedBy: z.string().nullable(),
  /** How many of its prices were taken back. */
  reversedLines: z.number().int().nullable(),
  /** Lines that change; null before a rehearsal. */
  changes: z.number().int().nullable(),
  /** Null while nothing is under way. */
  work: RevisionWork.nullable(),
});
export type PriceRevisionRow = z.output<typeof PriceRevisionRow>;

export const PriceRevision = PriceRevisionRow.extend({
  selection: ProductSelection,
  /** Names the rehearsal that was seen; applying gives it back. */
  fingerprint: z.string().nullable(),
  /** Null before a rehearsal, and while something is under way. */
  sums: Sums.nullable(),
  /** Of an applied one: how many prices could be taken back now. */
  reversible: z.object({ possible: z.number().int(), blocked: z.number().int() }).nullable(),
  /** Why the last work ended and changed nothing. */
  failure: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
});
export type PriceRevision = z.output<typeof PriceRevision>;

const RevisionInput = z.object({
  name: z.string().trim().min(1).max(200),
  listId: PriceListId,
  selection: ProductSelection,
  rule: PriceRule,
  /** Null: the day it is applied. */
  effectiveOn: Day.nullable().default(null),
});
export type RevisionInput = z.output<typeof RevisionInput>;
const OneRevision = z.object({ id: PriceRevisionId });

export const listPriceRevisions = endpoint({
  name: 'listPriceRevisions',
  method: 'GET',
  path: '/api/price-revisions',
  tag,
  summary: 'Price revisions, the newest first',
  /** Sorted by `createdAt` or `name`. */
  input: PageInput.extend({ state: z.enum(REVISION_STATES).optional() }),
  output: pageOf(PriceRevisionRow),
});
export const getPriceRevision = endpoint({
  name: 'getPriceRevision',
  method: 'GET',
  path: '/api/price-revisions/:id',
  tag,
  summary: 'One price revision with the sums of its rehearsal',
  input: OneRevision,
  output: PriceRevision,
});
export const countSelection = endpoint({
  name: 'countSelection',
  method: 'POST',
  path: '/api/price-revisions/count',
  tag,
  summary: 'How many products a selection takes now, and some of them',
  input: z.object({ selection: ProductSelection }),
  output: z.object({
    count: z.number().int(),
    sample: z.array(z.object({ id: ProductId, number: z.string(), name: z.string() })),
  }),
});
export const createPriceRevision = endpoint({
  name: 'createPriceRevision',
  method: 'POST',
  path: '/api/price-revisions',
  tag,
  summary: 'Prepares a price revision; no price changes yet',
  input: RevisionInput,
  output: PriceRevision,
});
export const updatePriceRevision = endpoint({
  name: 'updatePriceRevision',
  method: 'PATCH',
  path: '/api/price-revisions/:id',
  tag,
  summary: 'Changes a revision that is not applied yet; it must be rehearsed again',
  input: RevisionInput.extend(OneRevision.shape),
  output: PriceRevision,
});
export const deletePriceRevision = endpoint({
  name: 'deletePriceRevision',
  method: 'DELETE',
  path: '/api/price-revisions/:id',
  tag,
  summary: 'Deletes a revision that is not applied',
  input: OneRevision,
  output: Ok,
});
export const rehearsePriceRevision = endpoint({
  name: 'rehearsePriceRevision',
  method: 'POST',
  path: '/api/price-revisions/:id/rehearse',
  tag,
  summary: 'Begins to reckon every line: old and new price, margins, what is refused and why; no price changes',
  input: OneRevision,
  output: PriceRevision,
});
export const applyPriceRevision = endpoint({
  name: 'applyPriceRevision',
  method: 'POST',
  path: '/api/price-revisions/:id/apply',
  tag,
  summary: 'Begins to write the rehearsed prices, all or none; it fails with names when a price or cost changed since',
  input: OneRevision.extend({ fingerprint: z.string().max(64) }),
  output: PriceRevision,
});
export const reversePriceRevision = endpoint({
  name: 'reversePriceRevision',
  method: 'POST',
  path: '/api/price-revisions/:id/reverse',
  tag,
  summary: 'Begins to bring back the former prices wherever nothing newer holds, all or none',
  /** As many prices as the person was told would be taken back. */
  input: OneRevision.extend({ expected: z.number().int().min(1) }),
  output: PriceRevision,
});

export const stopPriceRevision = endpoint({
  name: 'stopPriceRevision',
  method: 'POST',
  path: '/api/price-revisions/:id/stop',
  tag,
  summary: 'Stops what is under way; no price is changed by it',
  input: OneRevision,
  output: PriceRevision,
});

export const RevisionLine = z.object({
  productId: ProductId,
  number: z.string(),
  name: z.string(),
  group: z.string().nullable(),
  oldAmount: z.number().int().nullable(),
  newAmount: z.number().int().nullable(),
  cost: z.number().int().nullable(),
  verdict: z.enum(LINE_VERDICTS),
  reason: z.enum(REFUSALS).nullable(),
  plannedFrom: Day.nullable(),
  uses: z.number().int(),
  /** Of an applied revision's changes. */
  reversal: z.enum(REVERSALS).nullable(),
});
export type RevisionLine = z.output<typeof RevisionLine>;

export const LineFilters = z.object({
  verdict: z.enum(LINE_VERDICTS).optional(),
  /** Those that cannot be taken back. */
  blocked: z.enum(['yes']).optional(),
});

export const listRevisionLines = endpoint({
  name: 'listRevisionLines',
  method: 'GET',
  path: '/api/price-revisions/:id/lines',
  tag,
  summary: 'The lines of a rehearsal, a page at a time',
  /** Sorted by `number`, `name`, `oldAmount`, `newAmount`, `change` or `margin`. */
  input: PageInput.extend(OneRevision.shape).extend(LineFilters.shape),
  output: pageOf(RevisionLine),
});
