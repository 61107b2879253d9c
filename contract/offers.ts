import { z } from 'zod';
import { VAT_CLASSES } from './catalogue.ts';
import { endpoint } from './endpoint.ts';
import { CampaignId, CompanyId, OfferId, UserId } from './ids.ts';
import { LANGUAGES } from './messages/languages.ts';
import { Currency, Day, Minor, Moment } from './moment.ts';
import { PageInput, pageOf } from './paging.ts';
import { Named } from './party.ts';
import { Party } from './runs.ts';
import { SalesFilters, SalesLine } from './sales.ts';

const tag = 'Sales';

export const VAT_TREATMENTS = ['domestic', 'reverse_charge', 'export'] as const;
export type VatTreatment = (typeof VAT_TREATMENTS)[number];

/** Of one category (UNTDID 5305) and rate, in hundredths of a percent. */
export const VatPart = z.object({
  category: z.enum(['S', 'Z', 'E', 'AE', 'G']),
  rate: z.number().int(),
  /** Of the lines in it; absent in documents that were issued before they were kept. */
  classes: z.array(z.enum(VAT_CLASSES)).optional(),
  netMinor: Minor,
  vatMinor: Minor,
});
export type VatPart = z.output<typeof VatPart>;

/** `expired`: open, but its last day is over. */
export const OFFER_STATES = ['open', 'expired', 'accepted', 'declined', 'withdrawn'] as const;
export const OfferState = z.enum(OFFER_STATES);
export type OfferState = z.output<typeof OfferState>;

/** Whom a document is made out to, as it was then. */
export const Buyer = z.object({
  name: z.string().nullable(),
  company: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  vatId: z.string().nullable(),
  /** Where bills go; absent in documents that were issued before it was kept. */
  email: z.string().nullable().optional(),
});

export const OfferRow = z.object({
  id: OfferId,
  /** Null: made to be looked at, it drew none and counts nowhere. */
  number: z.string().nullable(),
  title: z.string(),
  party: Party.extend({ /** Null when the record is gone. */ name: z.string().nullable() }),
  state: OfferState,
  currency: Currency,
  netMinor: Minor,
  grossMinor: Minor,
  issuedOn: Day,
  validUntil: Day,
  owner: Named(UserId),
  campaign: Named(CampaignId).nullable(),
  answeredAt: Moment.nullable(),
});
export type OfferRow = z.output<typeof OfferRow>;

export const Offer = OfferRow.extend({
  company: z.object({ id: CompanyId, name: z.string() }).nullable(),
  buyer: Buyer,
  language: z.enum(LANGUAGES),
  lines: z.array(SalesLine),
  vatTreatment: z.enum(VAT_TREATMENTS),
  vat: z.array(VatPart),
  vatMinor: Minor,
  terms: z.string(),
  /** Who answered on the page; null: written down by the company. */
  answeredBy: z.string().nullable(),
  answerNote: z.string().nullable(),
  /** The page where the recipient answers. */
  pageUrl: z.string(),
  createdAt: Moment,
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
