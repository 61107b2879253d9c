import { z } from 'zod';
import { Amount, VAT_CLASSES } from './catalogue.ts';
import { endpoint } from './endpoint.ts';
import { ActionId, CampaignId, CompanyId, OpportunityId, PartyId, ProductId, SalesStageId, UserId } from './ids.ts';
import { Currency, Day, Minor, Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';
import { Named } from './party.ts';
import { Party, PartyKind } from './runs.ts';
import { SalesLines } from './sales-plan.ts';

const tag = 'Sales';

export const OPPORTUNITY_STATES = ['open', 'won', 'lost'] as const;
export const OpportunityState = z.enum(OPPORTUNITY_STATES);
export type OpportunityState = z.output<typeof OpportunityState>;

/** A line with the words and the price it was written with. */
export const SalesLine = z.object({
  productId: ProductId,
  number: z.string(),
  name: z.string(),
  unit: z.string(),
  /** In thousandths. */
  quantity: z.number().int(),
  priceMinor: Minor,
  /** Set by somebody, not taken from a price list. */
  ownPrice: z.boolean(),
  amountMinor: Minor,
  /** Null where the document bears no VAT. */
  vatClass: z.enum(VAT_CLASSES).nullable(),
});
export type SalesLine = z.output<typeof SalesLine>;

export const SalesStage = z.object({
  id: SalesStageId,
  name: z.string(),
  /** How many of a hundred deals in it are won. */
  chance: z.number().int(),
  /** Deals in it, whatever became of them. */
  opportunities: z.number().int(),
});
export type SalesStage = z.output<typeof SalesStage>;

export const OpportunityRow = z.object({
  id: OpportunityId,
  title: z.string(),
  party: Party.extend({ /** Null when the record is gone. */ name: z.string().nullable() }),
  company: z.object({ id: CompanyId, name: z.string() }).nullable(),
  stage: Named(SalesStageId),
  state: OpportunityState,
  currency: Currency,
  valueMinor: Minor,
  closesOn: Day.nullable(),
  closedOn: Day.nullable(),
  owner: Named(UserId),
  campaign: Named(CampaignId).nullable(),
  createdAt: Moment,
});
export type OpportunityRow = z.output<typeof OpportunityRow>;

export const Opportunity = OpportunityRow.extend({
  note: z.string(),
  lostReason: z.string().nullable(),
  lines: z.array(SalesLine),
  linesMinor: Minor,
  /** What somebody says it is worth, whatever its lines add up to. */
  ownValueMinor: Minor.nullable(),
  actionId: ActionId.nullable(),
  /** Made to be looked at: it counts nowhere. */
  test: z.boolean(),
  updatedAt: Moment,
});
export type Opportunity = z.output<typeof Opportunity>;

/** By whom, from which campaign and for whom a record of sales was made. */
export const SalesFilters = z.object({
  ownerId: UserId.optional(),
  campaignId: CampaignId.optional(),
  actionId: ActionId.optional(),
  companyId: CompanyId.optional(),
  partyKind: PartyKind.optional(),
  partyId: PartyId.optional(),
});

export const OpportunityFilters = SalesFilters.extend({
  state: OpportunityState.optional(),
  stageId: SalesStageId.optional(),
});
export type OpportunityFilters = z.output<typeof OpportunityFilters>;

const One = z.object({ id: OpportunityId });
const fields = {
  title: z.string().trim().min(1).max(200),
  note: z.string().trim().max(10_000),
  ownValueMinor: Amount.nullable(),
  stageId: SalesStageId,
  closesOn: Day.nullable(),
  ownerId: UserId,
  lines: SalesLines,
};

export const listOpportunities = endpoint({
  name: 'listOpportunities',
  method: 'GET',
  path: '/api/opportunities',
  tag,
  summary: 'Deals: searched, filtered, sorted, a page at a time',
  /** Sorted by `createdAt`, `title`, `value`, `closesOn` or `stage`. */
  input: PageInput.extend(OpportunityFilters.shape),
  output: pageOf(OpportunityRow).extend({
    /** Of all that the filters leave, by currency; `weighedMinor` reckons an open deal by the chance of its stage. */
    sums: z.array(z.object({ currency: Currency, valueMinor: Minor, weighedMinor: Minor, count: z.number().int() })),
  }),
});
export const getOpportunity = endpoint({
  name: 'getOpportunity',
  method: 'GET',
  path: '/api/opportunities/:id',
  tag,
  summary: 'One deal with its products',
  input: One,
  output: Opportunity,
});
export const createOpportunity = endpoint({
  name: 'createOpportunity',
  method: 'POST',
  path: '/api/opportunities',
  tag,
  summary: 'Add a deal with somebody',
  input: z.object({
    ...fields,
    party: Party,
    currency: Currency.optional(),
    note: fields.note.default(''),
    ownValueMinor: fields.ownValueMinor.default(null),
    /** The first of the pipeline when absent. */
    stageId: fields.stageId.optional(),
    closesOn: fields.closesOn.default(null),
    /** Whoever adds it when absent. */
    ownerId: fields.ownerId.optional(),
    lines: fields.lines.default([]),
  }),
  output: Opportunity,
});
export const updateOpportunity = endpoint({
  name: 'updateOpportunity',
  method: 'PATCH',
  path: '/api/opportunities/:id',
  tag,
  summary: 'Change the fields that are given; lines are replaced as a whole',
  input: z.object(fields).partial().extend(One.shape),
  output: Opportunity,
});
export const closeOpportunity = endpoint({
  name: 'closeOpportunity',
  method: 'POST',
  path: '/api/opportunities/:id/close',
  tag,
  summary: 'Say that a deal was won, or lost and why',
  input: One.extend({
    state: z.enum(['won', 'lost']),
    /** Today when absent. */
    closedOn: Day.optional(),
    lostReason: z.string().trim().max(500).optional(),
  }),
  output: Opportunity,
});
export const reopenOpportunity = endpoint({
  name: 'reopenOpportunity',
  method: 'POST',
  path: '/api/opportunities/:id/reopen',
  tag,
  summary: 'A deal thought closed goes on',
  input: One,
  output: Opportunity,
});
export const deleteOpportunity = endpoint({
  name: 'deleteOpportunity',
  method: 'DELETE',
  path: '/api/opportunities/:id',
  tag,
  summary: 'Delete a deal that no campaign made',
  input: One,
  output: Ok,
});

export const listSalesStages = endpoint({
  name: 'listSalesStages',
  method: 'GET',
  path: '/api/sales-stages',
  tag,
  summary: 'The stages of the pipeline, in their order',
  input: z.object({}),
  output: z.object({ stages: z.array(SalesStage) }),
});
export const saveSalesStages = endpoint({
  name: 'saveSalesStages',
  method: 'PUT',
  path: '/api/sales-stages',
  tag,
  summary: 'The whole pipeline in its order; what is left out is removed unless deals are in it',
  input: z.object({
    stages: z
      .array(
        z.object({
          id: SalesStageId.nullable().default(null),
          name: z.string().trim().min(1).max(80),
          chance: z.number().int().min(0).max(100),
        }),
      )
      .min(1)
      .max(20),
  }),
  output: Ok,
});
