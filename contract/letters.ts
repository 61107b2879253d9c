import { z } from 'zod';
import { ContentLanguage, ContentRemark, Variants } from './content.ts';
import { endpoint } from './endpoint.ts';
import { ActionId, CampaignId, LayoutId, LetterBatchId, PartyId, RunId } from './ids.ts';
import { LayoutDesign } from './layouts.ts';
import { Currency, Minor, Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';

const Grams = z.number().int().min(0).max(2000);
const Cost = Minor.min(0);

/** How an action's letters are made and what one costs, in the currency of the campaign. */
export const LetterPlan = z.object({
  layoutId: LayoutId.nullable().default(null),
  /** Put in with each letter, and named under its text. */
  enclosures: z
    .array(z.object({ name: z.string().trim().min(1).max(100), grams: Grams, costMinor: Cost }))
    .max(10)
    .default([]),
  sheetGrams: Grams.default(5),
  envelopeGrams: Grams.default(7),
  /** Paper and print of a page. */
  pageMinor: Cost.default(0),
  envelopeMinor: Cost.default(0),
  /** What postage costs up to a weight; a heavier letter costs the last. */
  postage: z
    .array(z.object({ upToGrams: Grams.min(1), costMinor: Cost }))
    .max(10)
    .default([]),
});
export type LetterPlan = z.output<typeof LetterPlan>;
export const NO_LETTER_PLAN: LetterPlan = LetterPlan.parse({});

/** What is sealed once and never changed: the letters of a run in one file, in postal order behind a cover sheet. */
export const LetterBatch = z.object({
  id: LetterBatchId,
  name: z.string(),
  campaignId: CampaignId,
  campaignName: z.string(),
  actionId: ActionId,
  runId: RunId,
  /** A proof counts nowhere. */
  proof: z.boolean(),
  reprintOf: z.object({ id: LetterBatchId, name: z.string() }).nullable(),
  letters: z.number().int(),
  /** With the cover sheet. */
  pages: z.number().int(),
  grams: z.number().int(),
  costMinor: Minor,
  currency: Currency,
  returned: z.number().int(),
  /** Of the file, in hexadecimal. */
  sha256: z.string(),
  bytes: z.number().int(),
  sealedAt: Moment,
  sealedBy: z.string().nullable(),
  /** When it was first taken to be printed, and by whom. */
  takenAt: Moment.nullable(),
  takenBy: z.string().nullable(),
});
export type LetterBatch = z.output<typeof LetterBatch>;

const tag = 'Letters';
const OneAction = z.object({ id: ActionId });
const OneBatch = z.object({ id: LetterBatchId });

export const getLetterPlan = endpoint({
  name: 'getLetterPlan',
  method: 'GET',
  path: '/api/actions/:id/letter-plan',
  tag,
  summary: 'With which layout and enclosures an action’s letters are made, and what one costs',
  input: OneAction,
  output: LetterPlan,
});

export const saveLetterPlan = endpoint({
  name: 'saveLetterPlan',
  method: 'PUT',
  path: '/api/actions/:id/letter-plan',
  tag,
  summary: 'Say with which layout and enclosures an action’s letters are made, and what one costs',
  input: LetterPlan.extend({ id: ActionId }),
  output: Ok,
});

export const previewLetter = endpoint({
  name: 'previewLetter',
  method: 'POST',
  path: '/api/letters/preview',
  tag,
  summary:
    'A letter as a real person would get it, by the code that prints: as a picture, with what should be corrected',
  input: z.object({
    /** A stored layout, or a design that is being made. */
    layoutId: LayoutId.nullable().default(null),
    design: LayoutDesign.nullable().default(null),
    defaultLanguage: ContentLanguage,
    variants: Variants,
    language: ContentLanguage,
    party: z
      .object({ kind: z.enum(['contact', 'company']), id: PartyId })
      .nullable()
      .default(null),
    senderName: z.string().max(200).nullable().default(null),
    campaignName: z.string().max(200).nullable().default(null),
    enclosures: z.array(z.string().max(100)).max(10).default([]),
    /** The report of an e-mail: no address, no window. */
    report: z.boolean().default(false),
  }),
  output: z.object({
    /** The pages under each other; null where the text has faults. */
    svg: z.string().nullable(),
    pages: z.number().int(),
    remarks: z.array(ContentRemark),
    /** Fields that the layout needs and this person lacks. */
    lacking: z.array(z.string()),
  }),
});

export const listLetterBatches = endpoint({
  name: 'listLetterBatches',
  method: 'GET',
  path: '/api/letter-batches',
  tag,
  summary: 'Sealed batches of letters, newest first; proofs are left out',
  input: PageInput.pick({ after: true, limit: true, search: true }).extend({ campaignId: CampaignId.optional() }),
  output: pageOf(LetterBatch),
});

export const reprintLetters = endpoint({
  name: 'reprintLetters',
  method: 'POST',
  path: '/api/letter-batches/:id/reprint',
  tag,
  summary: 'Print a batch again, or single letters of it, as a new batch with a name of its own',
  input: OneBatch.extend({
    name: z.string().trim().min(1).max(200),
    /** Codes of letters; null: all of them. */
    codes: z.array(z.string().max(40)).min(1).max(1000).nullable().default(null),
  }),
  output: LetterBatch,
});

export const RETURN_REASONS = ['unknown', 'moved', 'refused', 'deceased', 'incomplete', 'various'] as const;

export const recordReturnedLetter = endpoint({
  name: 'recordReturnedLetter',
  method: 'POST',
  path: '/api/returned-letters',
  tag,
  summary: 'Record by its code that a letter came back; again changes nothing',
  input: z.object({ code: z.string().trim().min(1).max(40), reason: z.enum(RETURN_REASONS).default('unknown') }),
  output: z.object({
    recipient: z.string(),
    campaignId: CampaignId,
    campaignName: z.string(),
    /** False where it had been recorded before. */
    fresh: z.boolean(),
  }),
});
