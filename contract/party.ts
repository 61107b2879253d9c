import { z } from 'zod';
import { UserId } from './ids.ts';
import { LANGUAGES } from './messages/languages.ts';
import { Moment } from './moment.ts';

/** Empty is null: a field is either filled or absent. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .transform((value) => (value === '' ? null : value));
export const name = z.string().trim().max(200);

const isTimeZone = (zone: string | null): boolean => {
  if (zone === null) return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** Two capital letters, ISO 3166-1. */
export const Country = z.string().regex(/^[A-Z]{2}$/);
export const Tags = z.array(z.string().trim().min(1).max(60)).max(100);

/** An address or a number beside the first one, which stands in the record itself and is the one written to. */
export const FurtherAddress = z.object({
  kind: z.enum(['email', 'phone']),
  /** What it is for, in the user's words: "private", "switchboard". */
  label: z.string().trim().max(60),
  address: z.string().trim().min(1).max(254),
});
export type FurtherAddress = z.output<typeof FurtherAddress>;

/** Values of custom fields by key: text, number, money in minor units, day, yes or no, a choice's value, several choices' values. */
export const CustomValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
export type CustomValue = z.output<typeof CustomValue>;
export const CustomValues = z.record(z.string(), CustomValue);
export type CustomValues = z.output<typeof CustomValues>;

export const Named = <T extends z.ZodType>(id: T) => z.object({ id, name: z.string() });

export const timeZone = text(60).refine(isTimeZone, 'unknown_time_zone');

export const place = {
  email: text(254),
  phone: text(50),
  street: text(300),
  postalCode: text(20),
  city: text(120),
  country: Country.nullable(),
  language: z.enum(LANGUAGES).nullable(),
  accountManagerId: UserId.nullable(),
  tags: Tags,
  custom: CustomValues,
  /** Replaces all of them. */
  further: z.array(FurtherAddress).max(30),
};

export const kept = {
  tags: z.array(z.string()),
  custom: CustomValues,
  accountManager: Named(UserId).nullable(),
  language: z.enum(LANGUAGES).nullable(),
  country: Country.nullable(),
  email: z.string().nullable(),
  /** False when an address is written that cannot be one. */
  emailValid: z.boolean(),
  phone: z.string().nullable(),
  /** E.164, when the number is a valid one. */
  phoneNumber: z.string().nullable(),
  street: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  further: z.array(FurtherAddress),
  createdAt: Moment,
  updatedAt: Moment,
};

/** What lists of contacts, companies and leads are narrowed by. */
export const PartyFilters = z.object({
  accountManagerId: UserId.optional(),
  tag: z.string().max(60).optional(),
  country: Country.optional(),
  language: z.enum(LANGUAGES).optional(),
});
export type PartyFilters = z.output<typeof PartyFilters>;
