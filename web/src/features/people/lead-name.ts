import type { Lead } from '../../../../contract/leads.ts';
import { personName } from './person-name.ts';

type Named = Pick<Lead, 'firstName' | 'lastName' | 'email' | 'phone' | 'companyName'>;

/** What a lead goes by: the person, else the firm, else an address. */
export const leadName = (lead: Named): string =>
  lead.firstName || lead.lastName ? personName(lead) : (lead.companyName ?? personName(lead));
