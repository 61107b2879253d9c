import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { ActionId, OfferId } from './ids.ts';
import { Day, Moment } from './moment.ts';
import { PageInput, pageOf } from './paging.ts';
import { SalesFilters } from './sales.ts';
import { SalesDocumentParts, SalesDocumentRow } from './sales-documents.ts';

const tag = 'Sales';

/** `expired`: open, but its last day is over. */
export const OFFER_STATES = ['open', 'expired', 'accepted', 'declined', 'withdrawn'] as const;
export const OfferState = z.enum(OFFER_STATES);
export type OfferState = z.output<typeof OfferState>;

export const OfferRow = SalesDocumentRow.extend({
  id: OfferId,
  state: OfferState,
  validUntil: Day,
  answeredAt: Moment.nullable(),
});
export type OfferRow = z.output<typeof OfferRow>;

export const Offer = OfferRow.extend(SalesDocumentParts.shape).extend({
  /** Who answered on the page; null: written down by the company. */
  answeredBy: z.string().nullable(),
  answerNote: z.string().nullable(),
});
export type Offer = z.output<typeof Offer>;

export const OfferFilters = SalesFilters.extend({ state: OfferState.optional() });
export type OfferFilters = z.output<typeof OfferFilters>;

const One = z.object({ id: OfferId });

export const listOffers = endpoint({
  name: 'listOffers',
  method: 'GET',
  path: '/api/offers',
  tag,
  summary: 'Offers: searched, filtered, sorted, a page at a time',
  /** Sorted by `number`, `title`, `value`, `validUntil` or `issuedOn`. */
  input: PageInput.extend(OfferFilters.shape),
  output: pageOf(OfferRow),
});
export const getOffer = endpoint({
  name: 'getOffer',
  method: 'GET',
  path: '/api/offers/:id',
  tag,
  summary: 'One offer with its products, VAT and the page where it is answered',
  input: One,
  output: Offer,
});
export const rehearseOffers = endpoint({
  name: 'rehearseOffers',
  method: 'GET',
  path: '/api/actions/:id/offers/rehearsal',
  tag,
  summary: 'How many firms would get an offer for each of several of their people, if an action made its offers now',
  input: z.object({ id: ActionId }),
  output: z.object({ firmsOfferedAgain: z.number().int() }),
});
export const answerOffer = endpoint({
  name: 'answerOffer',
  method: 'POST',
  path: '/api/offers/:id/answer',
  tag,
  summary: 'Write down what the recipient said, or withdraw an offer that is open',
  input: One.extend({
    state: z.enum(['accepted', 'declined', 'withdrawn']),
    note: z.string().trim().max(1000).optional(),
  }),
  output: Offer,
});

export const VatRate = z.object({
  country: z.string().regex(/^[A-Z]{2}$/),
  vatClass: z.enum(['standard', 'reduced', 'low']),
  /** Hundredths of a percent: 2500 is 25 %. */
  rate: z.number().int().min(1).max(5000),
});
export type VatRate = z.output<typeof VatRate>;
export const NumberSeries = z.object({
  kind: z.enum(['offer', 'invoice', 'credit_note']),
  /** `{year}` is the year of the day. */
  prefix: z.string().trim().max(20),
  digits: z.number().int().min(1).max(9),
  next: z.number().int(),
});
export type NumberSeries = z.output<typeof NumberSeries>;

export const getSalesTerms = endpoint({
  name: 'getSalesTerms',
  method: 'GET',
  path: '/api/sales-terms',
  tag,
  summary: 'The VAT rates of each country, and the number series of documents',
  input: z.object({}),
  output: z.object({ country: z.string().nullable(), rates: z.array(VatRate), series: z.array(NumberSeries) }),
});
export const saveSalesTerms = endpoint({
  name: 'saveSalesTerms',
  method: 'PUT',
  path: '/api/sales-terms',
  tag,
  summary: 'The VAT rates of the company’s own country, and how numbers are written; numbers themselves only go on',
  input: z.object({
    rates: z.array(VatRate.pick({ vatClass: true, rate: true })).max(3),
    series: z.array(NumberSeries.pick({ kind: true, prefix: true, digits: true })).max(3),
  }),
  output: z.object({ ok: z.literal(true) }),
});
