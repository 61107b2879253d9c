import { z } from 'zod';
import { Amount } from './catalogue.ts';
import { endpoint } from './endpoint.ts';
import { ActionId, ProductId, SalesStageId } from './ids.ts';
import { Ok } from './paging.ts';

/** In thousandths: 1500 is one and a half. */
export const Quantity = z.number().int().min(1).max(1_000_000_000);

export const SalesLineInput = z.object({
  productId: ProductId,
  quantity: Quantity,
  /** Of one, without VAT; null: as the price list says on the day. */
  priceMinor: Amount.nullable().default(null),
});
export type SalesLineInput = z.output<typeof SalesLineInput>;
export const SalesLines = z.array(SalesLineInput).max(200);

/** What an action issues for each of its recipients, in the currency of its campaign. */
export const SalesPlan = z.object({
  /** Empty: the name of the campaign. */
  title: z.string().trim().max(200).default(''),
  lines: SalesLines.default([]),
  /** What a deal is worth; null: its lines together. */
  valueMinor: Amount.nullable().default(null),
  /** Null: the first of the pipeline. */
  stageId: SalesStageId.nullable().default(null),
  /** An offer holds so many days. */
  validDays: z.number().int().min(1).max(365).default(30),
  /** An invoice is to be paid within so many days. */
  dueDays: z.number().int().min(0).max(365).default(14),
  /** Printed under an offer or an invoice. */
  terms: z.string().trim().max(4000).default(''),
  /** Whether what is issued is also sent by e-mail (E19); null: as `isMailed` says for the channel. */
  mailed: z.boolean().nullable().default(null),
  /** A deal is expected so many days after it is made. */
  closesInDays: z.number().int().min(0).max(3650).nullable().default(null),
});
export type SalesPlan = z.output<typeof SalesPlan>;
export const NO_PLAN: SalesPlan = SalesPlan.parse({});

/** Offers and invoices are meant for their recipients; of an opportunity nobody is told unless somebody says so. */
export const isMailed = (channel: string, { mailed }: Pick<SalesPlan, 'mailed'>): boolean =>
  mailed ?? channel !== 'opportunity';

const tag = 'Sales';

export const getSalesPlan = endpoint({
  name: 'getSalesPlan',
  method: 'GET',
  path: '/api/actions/:id/sales-plan',
  tag,
  summary: 'What an action issues for each of its recipients',
  input: z.object({ id: ActionId }),
  output: SalesPlan,
});
export const saveSalesPlan = endpoint({
  name: 'saveSalesPlan',
  method: 'PUT',
  path: '/api/actions/:id/sales-plan',
  tag,
  summary: 'Say what an action issues for each of its recipients: products with quantities and prices, value, stage',
  input: SalesPlan.extend({ id: ActionId }),
  output: Ok,
});
