import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CompanyId, ContactId, ImportId, InteractionId, LineNo, RunId, UserId } from './ids.ts';
import { LANGUAGES } from './messages/languages.ts';
import { Day, Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';

const TAG = 'People';

/** Empty is null: a field is either filled or absent. */
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .transform((value) => (value === '' ? null : value));
const name = z.string().trim().max(200);

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

/** Values of custom fields by key: text, number, money in minor units, day, yes or no, a choice's value, several choices' values. */
export const CustomValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
export type CustomValue = z.output<typeof CustomValue>;
export const CustomValues = z.record(z.string(), CustomValue);
export type CustomValues = z.output<typeof CustomValues>;

const Named = <T extends z.ZodType>(id: T) => z.object({ id, name: z.string() });

const place = {
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
};

const contactInput = {
  firstName: name,
  lastName: name,
  title: text(120),
  companyId: CompanyId.nullable(),
  /** The contact through whom the company is reached when a person is meant; a company has at most one. */
  main: z.boolean(),
  timeZone: text(60).refine(isTimeZone, 'unknown_time_zone'),
  birthday: Day.nullable(),
  ...place,
};

const companyInput = {
  name: name.min(1),
  organisationNumber: text(40),
  vatId: text(40),
  website: text(300),
  ...place,
};

const kept = {
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
  createdAt: Moment,
  updatedAt: Moment,
};

export const Contact = z.object({
  id: ContactId,
  firstName: z.string(),
  lastName: z.string(),
  title: z.string().nullable(),
  company: Named(CompanyId).nullable(),
  main: z.boolean(),
  timeZone: z.string().nullable(),
  birthday: Day.nullable(),
  ...kept,
});
export type Contact = z.output<typeof Contact>;

export const Company = z.object({
  id: CompanyId,
  name: z.string(),
  organisationNumber: z.string().nullable(),
  vatId: z.string().nullable(),
  website: z.string().nullable(),
  mainContact: Named(ContactId).nullable(),
  contacts: z.number().int(),
  ...kept,
});
export type Company = z.output<typeof Company>;

export const PartyFilters = z.object({
  accountManagerId: UserId.optional(),
  tag: z.string().max(60).optional(),
  country: Country.optional(),
  language: z.enum(LANGUAGES).optional(),
});
export const ContactFilters = PartyFilters.extend({ companyId: CompanyId.optional() });
export type ContactFilters = z.output<typeof ContactFilters>;
export type PartyFilters = z.output<typeof PartyFilters>;

export const CONTACT_SORTS = ['name', 'email', 'company', 'city', 'country', 'accountManager', 'createdAt'] as const;

export const listContacts = endpoint({
  name: 'listContacts',
  method: 'GET',
  path: '/api/contacts',
  input: PageInput.extend(ContactFilters.shape),
  output: pageOf(Contact),
  summary: 'Contacts: searched, filtered, sorted, a page at a time',
  tag: TAG,
});
export const getContact = endpoint({
  name: 'getContact',
  method: 'GET',
  path: '/api/contacts/:id',
  input: z.object({ id: ContactId }),
  output: Contact,
  summary: 'One contact; a merged contact answers under its old ids too',
  tag: TAG,
});
export const createContact = endpoint({
  name: 'createContact',
  method: 'POST',
  path: '/api/contacts',
  input: z.object(contactInput).partial(),
  output: Contact,
  summary: 'Adds a contact; a name, an e-mail address or a phone number is needed',
  tag: TAG,
});
export const updateContact = endpoint({
  name: 'updateContact',
  method: 'PATCH',
  path: '/api/contacts/:id',
  input: z.object(contactInput).partial().extend({ id: ContactId }),
  output: Contact,
  summary: 'Changes the fields that are given; null empties one',
  tag: TAG,
});
export const deleteContact = endpoint({
  name: 'deleteContact',
  method: 'DELETE',
  path: '/api/contacts/:id',
  input: z.object({ id: ContactId }),
  output: Ok,
  summary: 'Deletes a contact; what was sent to it stays in the ledger, and so do opt-outs of its address',
  tag: TAG,
});

export const listCompanies = endpoint({
  name: 'listCompanies',
  method: 'GET',
  path: '/api/companies',
  input: PageInput.extend(PartyFilters.shape),
  output: pageOf(Company),
  summary: 'Companies: searched, filtered, sorted, a page at a time',
  tag: TAG,
});
export const getCompany = endpoint({
  name: 'getCompany',
  method: 'GET',
  path: '/api/companies/:id',
  input: z.object({ id: CompanyId }),
  output: Company,
  summary: 'One company with its main contact',
  tag: TAG,
});
export const createCompany = endpoint({
  name: 'createCompany',
  method: 'POST',
  path: '/api/companies',
  input: z.object(companyInput).partial().required({ name: true }),
  output: Company,
  summary: 'Adds a company',
  tag: TAG,
});
export const updateCompany = endpoint({
  name: 'updateCompany',
  method: 'PATCH',
  path: '/api/companies/:id',
  input: z.object(companyInput).partial().extend({ id: CompanyId, mainContactId: ContactId.nullable().optional() }),
  output: Company,
  summary: 'Changes the fields that are given; null empties one',
  tag: TAG,
});
export const deleteCompany = endpoint({
  name: 'deleteCompany',
  method: 'DELETE',
  path: '/api/companies/:id',
  input: z.object({ id: CompanyId }),
  output: z.object({ ok: z.literal(true), contactsLeft: z.number().int() }),
  summary: 'Deletes a company; its contacts stay, without a company',
  tag: TAG,
});

/** What may stand in a timeline; `params` fill its text. */
export const TIMELINE_KINDS = [
  'created',
  'imported',
  'interaction',
  'merged',
  'message',
  'listed',
  'failed',
  'confirmed',
  'bounced',
  'opened',
  'clicked',
  'replied',
  'answered',
  'complained',
  'unsubscribed',
  'converted',
  'consent_given',
  'consent_withdrawn',
  'suppressed',
  'suppression_lifted',
] as const;
export const TimelineKind = z.enum(TIMELINE_KINDS);

export const TimelineEntry = z.object({
  /** Stable and unique in the timeline. */
  id: z.string(),
  at: Moment,
  kind: TimelineKind,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Opens the message exactly as this person received it. */
  link: z.object({ runId: RunId, no: LineNo }).nullable(),
  importId: ImportId.nullable().optional(),
  interactionId: InteractionId.nullable().optional(),
});
export type TimelineEntry = z.input<typeof TimelineEntry>;

/** Entries before this moment, newest first; pages follow each other by `next`. */
const TimelineInput = z.object({
  before: Moment.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
const Timeline = z.object({ entries: z.array(TimelineEntry), next: Moment.nullable() });

export const getContactTimeline = endpoint({
  name: 'getContactTimeline',
  method: 'GET',
  path: '/api/contacts/:id/timeline',
  input: TimelineInput.extend({ id: ContactId }),
  output: Timeline,
  summary: 'Everything that was sent to a contact or happened with it, newest first',
  tag: TAG,
});
export const getCompanyTimeline = endpoint({
  name: 'getCompanyTimeline',
  method: 'GET',
  path: '/api/companies/:id/timeline',
  input: TimelineInput.extend({ id: CompanyId }),
  output: Timeline,
  summary: 'Everything that was sent to a company or happened with it, newest first',
  tag: TAG,
});
