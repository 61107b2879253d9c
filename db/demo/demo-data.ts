import { type DemoCompany, makeCompanies } from './company.ts';
import { type DemoConsent, makeConsents } from './consent.ts';
import { type DemoContact, MALFORMED_CONTACTS, makeContacts, SUPPRESSED_DOMAIN } from './contact.ts';
import { createRandom } from './random.ts';

export interface DemoData {
  companies: DemoCompany[];
  contacts: DemoContact[];
  consents: DemoConsent[];
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
  return { companies, contacts, consents, suppressions: [...new Set(suppressions)] };
};
