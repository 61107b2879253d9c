import { z } from 'zod';
import { PriceRule } from './catalogue-revisions.ts';
import { endpoint } from './endpoint.ts';
import { CampaignId, OpportunityId, ProductId } from './ids.ts';
import { Currency, Minor } from './moment.ts';
import { OpportunityFilters } from './sales.ts';

const tag = 'Sales';

export const ProposedProduct = z.object({
  productId: ProductId,
  number: z.string(),
  name: z.string(),
  unit: z.string(),
  currency: Currency,
  /** Documents that propose it, and those of them that are still open. */
  documents: z.number().int(),
  open: z.number().int(),
  /** In thousandths. */
  quantity: z.number().int(),
  lowestMinor: Minor,
  highestMinor: Minor,
  amountMinor: Minor,
});
export type ProposedProduct = z.output<typeof ProposedProduct>;

/** Of which documents: one, those marked, or all that the list's filters leave. */
export const DocumentChoice = z.object({
  ids: z.array(OpportunityId).max(500).default([]),
  filters: OpportunityFilters.default({}),
});
export type DocumentChoice = z.output<typeof DocumentChoice>;

export const listOpenedProducts = endpoint({
  name: 'listOpenedProducts',
  method: 'POST',
  path: '/api/opportunities/products',
  tag,
  summary: 'The products of a deal, of marked ones or of all in a list, with the prices proposed',
  input: DocumentChoice,
  output: z.object({ products: z.array(ProposedProduct) }),
});

export const listCampaignProducts = endpoint({
  name: 'listCampaignProducts',
  method: 'GET',
  path: '/api/campaigns/:id/products',
  tag,
  summary: 'Which products and services a campaign proposed, and at which prices',
  input: z.object({ id: CampaignId }),
  output: z.object({ products: z.array(ProposedProduct) }),
});

export const repriceProducts = endpoint({
  name: 'repriceProducts',
  method: 'POST',
  path: '/api/opportunities/reprice',
  tag,
  summary: 'Recalculate the prices of products in open deals; a rehearsal changes nothing',
  input: DocumentChoice.extend({
    /** Empty: every product in them. */
    productIds: z.array(ProductId).max(1000).default([]),
    /** Null: what the price list says today. */
    rule: PriceRule.nullable(),
    /** As the rehearsal answered; null: only rehearse. */
    fingerprint: z.string().max(64).nullable().default(null),
  }),
  output: z.object({
    fingerprint: z.string(),
    applied: z.boolean(),
    change: z.number().int(),
    same: z.number().int(),
    refused: z.number().int(),
    /** Lines of deals that are closed: those keep their prices. */
    closed: z.number().int(),
    sums: z.array(z.object({ currency: Currency, beforeMinor: Minor, afterMinor: Minor })),
  }),
});
