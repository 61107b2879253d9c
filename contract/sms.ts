import { z } from 'zod';
import { ContentLanguage, ContentRemark, Variants } from './content.ts';
import { endpoint } from './endpoint.ts';
import { ActionId, PartyId } from './ids.ts';

const tag = 'SMS';

export const previewSms = endpoint({
  name: 'previewSms',
  method: 'POST',
  path: '/api/content/preview-sms',
  tag,
  summary: 'An SMS as a real person would get it, with addresses as long as they will be, and what should be corrected',
  input: z.object({
    defaultLanguage: ContentLanguage,
    variants: Variants,
    language: ContentLanguage,
    /** Whose data fill the fields; without one they are shown by their names. */
    party: z
      .object({ kind: z.enum(['contact', 'company']), id: PartyId })
      .nullable()
      .default(null),
    senderName: z.string().max(200).nullable().default(null),
    campaignName: z.string().max(200).nullable().default(null),
  }),
  output: z.object({ text: z.string(), remarks: z.array(ContentRemark) }),
});

const Country = z.string().regex(/^(?:[A-Z]{2})?$/, 'sms_country');

/** What each part costs, in millionths of one unit of the company's currency: 0.0651 is 65100. */
export const Millionths = z.number().int().min(0).max(100_000_000);

export const SmsPrice = z.object({
  /** ISO 3166-1; '' for every other country. */
  country: Country,
  perPartMillionths: Millionths,
});
export type SmsPrice = z.output<typeof SmsPrice>;

const Prices = z.object({ currency: z.string(), prices: z.array(SmsPrice) });

export const listSmsPrices = endpoint({
  name: 'listSmsPrices',
  method: 'GET',
  path: '/api/sms-prices',
  tag,
  summary: 'What a part of an SMS costs, by country',
  input: z.object({}),
  output: Prices,
});

export const saveSmsPrices = endpoint({
  name: 'saveSmsPrices',
  method: 'PUT',
  path: '/api/sms-prices',
  tag,
  summary: 'Write down what a part costs; what was sent keeps the price of its time',
  input: z.object({ prices: z.array(SmsPrice).max(300) }),
  output: Prices,
});

export const USAGE_PERIODS = ['month', 'quarter'] as const;

export const SmsUsageRow = z.object({
  /** `2026-11` or `2026-Q4`, in the company's time zone. */
  period: z.string(),
  account: z.string(),
  /** ISO 3166-1; null where the number's country is not known. */
  country: z.string().nullable(),
  messages: z.number().int(),
  parts: z.number().int(),
  /** Parts of test messages: billed, but in no campaign's figures. */
  testParts: z.number().int(),
  /** Parts of messages of which it is not known whether the gateway took them. */
  unsettledParts: z.number().int(),
  /** Of parts and test parts; null where a price was missing. */
  costMinor: z.number().int().nullable(),
});
export type SmsUsageRow = z.output<typeof SmsUsageRow>;

export const SmsUsageYear = z.object({
  year: z.coerce.number().int().min(2000).max(2200),
  by: z.enum(USAGE_PERIODS).default('quarter'),
});

export const smsUsage = endpoint({
  name: 'smsUsage',
  method: 'GET',
  path: '/api/sms-usage',
  tag,
  summary: 'How many SMS and parts went out in each month or quarter, by account and country, and what they cost',
  input: SmsUsageYear,
  output: z.object({ currency: z.string(), rows: z.array(SmsUsageRow) }),
});

export const SMS_USAGE_EXPORT = '/api/sms-usage/export';

export const forecastSms = endpoint({
  name: 'forecastSms',
  method: 'GET',
  path: '/api/actions/:id/sms-forecast',
  tag,
  summary: 'In how many parts an SMS action goes to its real recipients, and what that costs',
  input: z.object({ id: ActionId }),
  output: z.object({
    planned: z.number().int(),
    /** How many of them were looked at; fewer than planned: the rest is reckoned from those. */
    sampled: z.number().int(),
    /** How many of those looked at get it in so many parts. */
    byParts: z.array(z.object({ parts: z.number().int(), people: z.number().int() })),
    /** Of those looked at: for whom the wide alphabet is needed, and for which characters. */
    wide: z.number().int(),
    forcing: z.array(z.string()),
    parts: z.number().int(),
    currency: z.string(),
    /** Null where no price is known for somebody's country. */
    costMinor: z.number().int().nullable(),
  }),
});
