import { z } from 'zod';
import { CampaignState } from './campaigns.ts';
import { endpoint } from './endpoint.ts';
import { ActionId, CampaignId, CostLineId, RevenueLineId } from './ids.ts';
import { Currency, Day, Minor } from './moment.ts';
import { Ok } from './paging.ts';

export const COST_BASES = ['fixed', 'per_unit'] as const;
export const CostBasis = z.enum(COST_BASES);
export type CostBasis = z.output<typeof CostBasis>;

const Label = z.string().trim().min(1).max(200);
const CostDetails = z.object({
  /** Null: of the whole campaign. */
  actionId: ActionId.nullable().default(null),
  label: Label,
  basis: CostBasis,
  /** Of a cost per unit: for one of them. */
  expectedMinor: Minor.min(0).nullable().default(null),
  /** How many units are expected; null: as many as it is meant for. */
  expectedUnits: z.number().int().min(0).max(100_000_000).nullable().default(null),
  /** Of a cost per unit, for one of them; null: what was expected for one. */
  actualMinor: Minor.min(0).nullable().default(null),
});

const RevenueDetails = z.object({
  actionId: ActionId.nullable().default(null),
  label: Label,
  amountMinor: Minor,
  won: z.number().int().min(0).max(1_000_000).default(1),
  earnedOn: Day,
});

/** The units are counted: expected those it is meant for, actual those it was sent to. */
export const CostLine = CostDetails.extend({
  id: CostLineId,
  units: z.object({ expected: z.number().int(), actual: z.number().int() }),
  total: z.object({ expectedMinor: Minor, actualMinor: Minor }),
});
export type CostLine = z.output<typeof CostLine>;

/** Deals won and invoices issued, counted by themselves. Those in another currency cannot be added up with them; they are only told. */
const WonDeals = z.object({
  actionId: ActionId.nullable(),
  won: z.number().int(),
  invoiced: z.number().int(),
  amountMinor: Minor,
  otherCurrency: z.number().int(),
});

export const RevenueLine = RevenueDetails.extend({ id: RevenueLineId });
export type RevenueLine = z.output<typeof RevenueLine>;

const Share = z.object({ value: z.number().nullable(), numerator: z.number(), denominator: z.number() });

/** Each share with the numbers it is made of; `value` is null where there is nothing to divide by. */
export const MoneySums = z.object({
  costs: z.object({ expectedMinor: Minor, actualMinor: Minor }),
  revenueMinor: Minor,
  won: z.number().int(),
  delivered: z.number().int(),
  /** (revenue − cost) / cost, the cost counted once. */
  roi: Share,
  /** Won deals for each thousand of the currency spent. */
  growth: Share,
  /** Won deals / delivered. */
  conversion: Share,
});
export type MoneySums = z.output<typeof MoneySums>;

const tag = 'Money';
const OneCampaign = z.object({ id: CampaignId });

export const campaignMoney = endpoint({
  name: 'campaignMoney',
  method: 'GET',
  path: '/api/campaigns/:id/money',
  tag,
  summary: 'What a campaign costs and brings: expected and actual, per action and in all',
  input: OneCampaign,
  output: z.object({
    currency: Currency,
    budgetMinor: Minor.nullable(),
    expectedRevenueMinor: Minor.nullable(),
    /** Actual cost / budget. */
    budgetUsed: Share,
    /** (expected revenue − expected cost) / expected cost. */
    expectedRoi: Share,
    costLines: z.array(CostLine),
    /** Counted as it was sent: the parts of SMS, at the price of their time. */
    metered: z.array(
      z.object({ actionId: ActionId, what: z.enum(['sms', 'letters']), count: z.number().int(), totalMinor: Minor }),
    ),
    revenueLines: z.array(RevenueLine),
    wonDeals: z.array(WonDeals),
    whole: MoneySums,
    /** Without what belongs to the campaign as a whole. */
    actions: z.array(MoneySums.extend({ actionId: ActionId })),
  }),
});

export const addCostLine = endpoint({
  name: 'addCostLine',
  method: 'POST',
  path: '/api/campaigns/:id/cost-lines',
  tag,
  summary: 'Write down a cost, fixed or per unit, of a campaign or one of its actions',
  input: OneCampaign.extend(CostDetails.shape),
  output: Ok,
});

export const updateCostLine = endpoint({
  name: 'updateCostLine',
  method: 'PUT',
  path: '/api/cost-lines/:id',
  tag,
  summary: 'Change a cost',
  input: CostDetails.extend({ id: CostLineId }),
  output: Ok,
});

export const removeCostLine = endpoint({
  name: 'removeCostLine',
  method: 'DELETE',
  path: '/api/cost-lines/:id',
  tag,
  summary: 'Remove a cost',
  input: z.object({ id: CostLineId }),
  output: Ok,
});

export const addRevenueLine = endpoint({
  name: 'addRevenueLine',
  method: 'POST',
  path: '/api/campaigns/:id/revenue-lines',
  tag,
  summary: 'Write down what a campaign or one of its actions earned',
  input: OneCampaign.extend(RevenueDetails.shape),
  output: Ok,
});

export const updateRevenueLine = endpoint({
  name: 'updateRevenueLine',
  method: 'PUT',
  path: '/api/revenue-lines/:id',
  tag,
  summary: 'Change what was earned',
  input: RevenueDetails.extend({ id: RevenueLineId }),
  output: Ok,
});

export const removeRevenueLine = endpoint({
  name: 'removeRevenueLine',
  method: 'DELETE',
  path: '/api/revenue-lines/:id',
  tag,
  summary: 'Remove what was earned',
  input: z.object({ id: RevenueLineId }),
  output: Ok,
});

/** A campaign among others: what became of it and what it earned, by the same formulas as on its own page. */
export const ComparedCampaign = MoneySums.extend({
  id: CampaignId,
  code: z.string(),
  name: z.string(),
  state: CampaignState,
  currency: Currency,
  sent: z.number().int(),
  openRate: z.number().nullable(),
  clickRate: z.number().nullable(),
  clickToOpenRate: z.number().nullable(),
  bounceRate: z.number().nullable(),
  budgetUsed: z.number().nullable(),
});
export type ComparedCampaign = z.output<typeof ComparedCampaign>;

export const compareCampaigns = endpoint({
  name: 'compareCampaigns',
  method: 'GET',
  path: '/api/campaign-comparison',
  tag,
  summary: 'Campaigns side by side: rates, costs, revenue',
  /** Their ids, with commas between. */
  input: z.object({ ids: z.string().max(2000) }),
  output: z.array(ComparedCampaign),
});
