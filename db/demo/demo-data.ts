import { type DemoCompany, makeCompanies } from './company.ts';
import { type DemoConsent, makeConsents } from './consent.ts';
import { type DemoContact, MALFORMED_CONTACTS, makeContacts, SUPPRESSED_DOMAIN } from './contact.ts';
import { type DemoLead, makeLeads } from './lead.ts';
import { type Machine, makeMachines } from './machine.ts';
import { createRandom } from './random.ts';

export interface DemoData {
  companies: DemoCompany[];
  contacts: DemoContact[];
  consents: DemoConsent[];
  leads: DemoLead[];
  machines: Machine[];
  /** Addresses and a domain that are never to be written to. */
  suppressions: string[];
}

/** The customers of a car dealer in four countries, and some whom an import will refuse: the same for the same seed. */
export const makeDemoData = (options: { seed?: number; contacts?: number; companies?: number } = {}): DemoData => {
  const random = createRandom(options.seed ?? 2026);
  const companies = makeCompanies(random, options.companies ?? 300);
  const contacts = makeContacts(random, companies, (options.contacts ?? 2000) + MALFORMED_CONTACTS);
  const consents = makeConsents(random, contacts);
  const good = contacts.filter((contact) => contact.address === 'good');
  const suppressions = [SUPPRESSED_DOMAIN, ...Array.from({ length: 18 }, () => random.pick(good).email!)];
  // A chance of their own, so that what was told before stays as it is.
  const apart = createRandom((options.seed ?? 2026) + 1);
  const leads = makeLeads(apart, 150);
  const machines = makeMachines(apart, companies);
  return { companies, contacts, consents, leads, machines, suppressions: [...new Set(suppressions)] };
};
