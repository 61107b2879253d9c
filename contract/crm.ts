import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { CompanyId, ContactId, ImportId, InteractionId, LeadId, LineNo, RunId } from './ids.ts';
import { Day, Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';
import { Country, kept, Named, name, PartyFilters, place, text, timeZone } from './party.ts';

const TAG = 'People';

const contactInput = {
  firstName: name,
  lastName: name,
  title: text(120),
  companyId: CompanyId.nullable(),
  /** The contact through whom the company is reached when a person is meant; a company has at most one. */
  main: z.boolean(),
  timeZone,
  birthday: Day.nullable(),
  ...place,
};

/** How a company is billed, where that differs from what stands in the record itself. */
const billing = {
  name: text(200),
  street: text(300),
  postalCode: text(20),
  city: text(120),
  country: Country.nullable(),
  /** Invoices go here. */
  email: text(254),
  /** How many days the customer has to pay. */
  paymentDays: z.number().int().min(0).max(365).nullable(),
};
export const Billing = z.object(billing);
export type Billing = z.output<typeof Billing>;

const companyInput = {
  name: name.min(1),
  organisationNumber: text(40),
  vatId: text(40),
  website: text(300),
  /** The fields that are given; the others stay. */
  billing: Billing.partial(),
  ...place,
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
  billing: Billing,
  mainContact: Named(ContactId).nullable(),
  contacts: z.number().int(),
  ...kept,
});
export type Company = z.output<typeof Company>;

export const ContactFilters = PartyFilters.extend({ companyId: CompanyId.optional() });
export type ContactFilters = z.output<typeof ContactFilters>;

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
  'became_customer',
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
  'reached',
  'not_reached',
  'call_back',
  'unsubscribed',
  'converted',
  'consent_given',
  'consent_withdrawn',
  'suppressed',
  'suppression_lifted',
  'invoice_issued',
  'invoice_credited',
  'offer_sent',
  'offer_accepted',
  'offer_declined',
  'deal_created',
  'deal_moved',
  'deal_won',
  'deal_lost',
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
  /** The invoice, offer or deal that it is about. */
  record: z
    .object({ kind: z.enum(['invoice', 'offer', 'opportunity']), id: z.uuid() })
    .nullable()
    .optional(),
  /** Of an entry from the time when this customer was a lead. */
  leadId: LeadId.nullable().optional(),
});
export type TimelineEntry = z.input<typeof TimelineEntry>;

/** Entries before this moment, newest first; pages follow each other by `next`. */
export const TimelineInput = z.object({
  before: Moment.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const Timeline = z.object({ entries: z.array(TimelineEntry), next: Moment.nullable() });

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
