import { z } from 'zod';
import { Timeline, TimelineInput } from './crm.ts';
import { endpoint } from './endpoint.ts';
import { CompanyId, ContactId, LeadId } from './ids.ts';
import { Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';
import { kept, Named, name, PartyFilters, place, text, timeZone } from './party.ts';

const TAG = 'People';

export const LEAD_STATES = ['open', 'converted', 'lost'] as const;
export type LeadState = (typeof LEAD_STATES)[number];

const leadInput = {
  firstName: name,
  lastName: name,
  title: text(120),
  companyName: text(200),
  /** The firm's own address and number, for campaigns that write to firms. */
  companyEmail: text(254),
  companyPhone: text(50),
  timeZone,
  /** Where it came from, in the user's words: a fair, the web site. */
  source: text(200),
  ...place,
};

export const Lead = z.object({
  id: LeadId,
  firstName: z.string(),
  lastName: z.string(),
  title: z.string().nullable(),
  companyName: z.string().nullable(),
  companyEmail: z.string().nullable(),
  companyEmailValid: z.boolean(),
  companyPhone: z.string().nullable(),
  timeZone: z.string().nullable(),
  source: z.string().nullable(),
  state: z.enum(LEAD_STATES),
  /** What it became; a customer deleted since is absent. */
  contact: Named(ContactId).nullable(),
  company: Named(CompanyId).nullable(),
  convertedAt: Moment.nullable(),
  ...kept,
});
export type Lead = z.output<typeof Lead>;

export const LeadFilters = PartyFilters.extend({ state: z.enum(LEAD_STATES).optional() });
export type LeadFilters = z.output<typeof LeadFilters>;

export const LEAD_SORTS = [
  'name',
  'email',
  'company',
  'city',
  'country',
  'source',
  'accountManager',
  'createdAt',
] as const;

const ById = z.object({ id: LeadId });

export const listLeads = endpoint({
  name: 'listLeads',
  method: 'GET',
  path: '/api/leads',
  input: PageInput.extend(LeadFilters.shape),
  output: pageOf(Lead),
  summary: 'Leads: searched, filtered, sorted, a page at a time',
  tag: TAG,
});
export const getLead = endpoint({
  name: 'getLead',
  method: 'GET',
  path: '/api/leads/:id',
  input: ById,
  output: Lead,
  summary: 'One lead; a merged lead answers under its old ids too',
  tag: TAG,
});
export const createLead = endpoint({
  name: 'createLead',
  method: 'POST',
  path: '/api/leads',
  input: z.object(leadInput).partial(),
  output: Lead,
  summary: 'Adds a lead; a name, a firm, an e-mail address or a phone number is needed',
  tag: TAG,
});
export const updateLead = endpoint({
  name: 'updateLead',
  method: 'PATCH',
  path: '/api/leads/:id',
  input: z
    .object(leadInput)
    .partial()
    .extend({ id: LeadId, state: z.enum(['open', 'lost']).optional() }),
  output: Lead,
  summary:
    'Changes the fields that are given, or marks an open lead as lost and a lost one as open; null empties a field',
  tag: TAG,
});
export const deleteLead = endpoint({
  name: 'deleteLead',
  method: 'DELETE',
  path: '/api/leads/:id',
  input: ById,
  output: Ok,
  summary: 'Deletes a lead; what was sent to it stays in the ledger, and so do opt-outs of its address',
  tag: TAG,
});
export const getLeadTimeline = endpoint({
  name: 'getLeadTimeline',
  method: 'GET',
  path: '/api/leads/:id/timeline',
  input: TimelineInput.extend({ id: LeadId }),
  output: Timeline,
  summary: 'Everything that was sent to a lead or happened with it, newest first',
  tag: TAG,
});

const Match = <T extends z.ZodType>(id: T) =>
  z.object({
    id,
    name: z.string(),
    /** What tells it from others of the name: its address or place. */
    detail: z.string().nullable(),
    /** By what it was recognised. */
    by: z.enum(['email', 'phone', 'name']),
  });

export const suggestConversion = endpoint({
  name: 'suggestConversion',
  method: 'GET',
  path: '/api/leads/:id/conversion',
  input: ById,
  output: z.object({ contacts: z.array(Match(ContactId)), companies: z.array(Match(CompanyId)) }),
  summary: 'The customers a lead may already be: those with its address or number, and companies of the name',
  tag: TAG,
});
export const convertLead = endpoint({
  name: 'convertLead',
  method: 'POST',
  path: '/api/leads/:id/conversion',
  input: ById.extend({
    /** The one it is already, a new one, or none. */
    contact: z.union([ContactId, z.enum(['new', 'none'])]),
    company: z.union([CompanyId, z.enum(['new', 'none'])]),
  }),
  output: Lead,
  summary:
    'Makes a customer of a lead. A customer who is there already keeps what is written and gets what was empty; consent and opt-outs go along, and the lead keeps its history',
  tag: TAG,
});
