import { z } from 'zod';
import { VAT_CLASSES } from './catalogue.ts';
import { CampaignId, CompanyId, UserId } from './ids.ts';
import { LANGUAGES } from './messages/languages.ts';
import { Currency, Day, Minor, Moment } from './moment.ts';
import { Named } from './party.ts';
import { Party } from './runs.ts';
import { SalesLine } from './sales.ts';

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

/** Of an offer or an invoice in a list. */
export const SalesDocumentRow = z.object({
  /** Null: made to be looked at, it drew none and counts nowhere. */
  number: z.string().nullable(),
  title: z.string(),
  party: Party.extend({ /** Null when the record is gone. */ name: z.string().nullable() }),
  currency: Currency,
  netMinor: Minor,
  grossMinor: Minor,
  issuedOn: Day,
  owner: Named(UserId),
  campaign: Named(CampaignId).nullable(),
});

/** And on its page. */
export const SalesDocumentParts = z.object({
  company: z.object({ id: CompanyId, name: z.string() }).nullable(),
  buyer: Buyer,
  language: z.enum(LANGUAGES),
  lines: z.array(SalesLine),
  vatTreatment: z.enum(VAT_TREATMENTS),
  vat: z.array(VatPart),
  vatMinor: Minor,
  terms: z.string(),
  /** The page where the recipient reads it, and answers an offer. */
  pageUrl: z.string(),
  createdAt: Moment,
});
