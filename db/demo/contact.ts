import { ACCOUNT_MANAGERS, type DemoCompany } from './company.ts';
import { type Country, pickCountry } from './country.ts';
import { type Place, placeIn, slug } from './place.ts';
import type { Random } from './random.ts';
import { type Vehicle, vehicleIn } from './vehicle.ts';

/** What is the matter with a contact's address; `gone` and `blocked` are told by the server that gets the mail. */
export type Address = 'good' | 'none' | 'malformed' | 'shared' | 'gone' | 'blocked';

export interface DemoContact extends Place {
  firstName: string;
  lastName: string;
  country: Country;
  title: string | null;
  company: DemoCompany | null;
  email: string | null;
  address: Address;
  phone: string | null;
  birthday: string | null;
  accountManager: string;
  vehicle: Vehicle | null;
  tags: string[];
}

/** The outbox of the demo refuses addresses that begin like this. */
const LOCAL_PARTS: Partial<Record<Address, string>> = { gone: 'bounce+', blocked: 'blocked+' };
export const SUPPRESSED_DOMAIN = 'lapetiteposte.example';

/** Nobody with such an address gets into the house; they stand in the file that is imported. */
export const MALFORMED_CONTACTS = 14;

const ADDRESSES: [Address, number][] = [
  ['none', 60],
  ['malformed', MALFORMED_CONTACTS],
  ['shared', 24],
  ['gone', 26],
  ['blocked', 4],
];

/** So many of how many; fewer people have fewer troubles. */
const ADDRESSES_OF = 2_014;

/** The troubled ones lie scattered: every so many contacts one. */
const addressesFor = (count: number): Address[] => {
  const all: Address[] = Array.from({ length: count }, () => 'good');
  const troubled = ADDRESSES.flatMap(([address, times]) =>
    Array.from({ length: Math.round((times * count) / ADDRESSES_OF) }, () => address),
  );
  for (const [place, address] of troubled.entries()) all[(place * 157 + 11) % count] = address;
  return all;
};

const MALFORMED = [
  (local: string, domain: string) => `${local}@@${domain}`,
  (local: string, domain: string) => `${local}.${domain}`,
  (local: string, domain: string) => `${local}@${domain},no`,
  (local: string) => `${local}@`,
  (local: string, domain: string) => `${local} @ ${domain.replace('.', ' ')}`,
];

export const nameIn = ({ words }: Country, random: Random) => {
  const woman = random.chance(0.5);
  const lastName = random.pickEarly(words.lastNames);
  return {
    firstName: random.pickEarly(woman ? words.women : words.men),
    lastName: woman && words.ofWoman ? words.ofWoman(lastName) : lastName,
  };
};

const localPart = (firstName: string, lastName: string, random: Random): string => {
  const [first, last] = [slug(firstName), slug(lastName)];
  return random.pickEarly([
    `${first}.${last}`,
    `${first}${last}`,
    `${first[0]}.${last}`,
    `${first}.${last}${random.between(60, 99)}`,
  ]);
};

const emailFor = (
  contact: Omit<DemoContact, 'email'>,
  random: Random,
  taken: Set<string>,
  before: DemoContact[],
): string | null => {
  const { address, country, company } = contact;
  if (address === 'none') return null;
  if (address === 'shared') return [...before].reverse().find((other) => other.address === 'good')?.email ?? null;
  const domain = company?.domain ?? random.pickEarly(country.words.mailDomains);
  const local = localPart(contact.firstName, contact.lastName, random);
  if (address === 'malformed') return random.pick(MALFORMED)(local, domain);
  for (let again = 1; ; again += 1) {
    const email = `${LOCAL_PARTS[address] ?? ''}${local}${again > 1 ? again : ''}@${domain}`;
    if (taken.has(email)) continue;
    taken.add(email);
    return email;
  }
};

const birthdayFor = (random: Random): string =>
  `${random.between(1945, 2005)}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;

const tagsFor = (vehicle: Vehicle | null, random: Random): string[] => [
  ...(vehicle?.electric ? ['electric'] : []),
  ...(vehicle === null ? ['prospect'] : []),
  ...(random.chance(0.06) ? ['VIP'] : []),
  ...(random.chance(0.12) ? ['test drive'] : []),
];

const placeOf = ({ street, postalCode, city }: Place): Place => ({ street, postalCode, city });

const makeContact = (address: Address, companies: DemoCompany[], random: Random): Omit<DemoContact, 'email'> => {
  const company = random.chance(0.4) ? random.pickEarly(companies) : null;
  const country = company?.country ?? pickCountry(random);
  const vehicle = random.chance(0.82) ? vehicleIn(country, random) : null;
  return {
    ...nameIn(country, random),
    ...(company ? placeOf(company) : placeIn(country, random)),
    country,
    address,
    company,
    title: company && random.chance(0.8) ? random.pick(country.words.titles) : null,
    phone: random.chance(0.86) ? country.phone(random) : null,
    birthday: random.chance(0.45) ? birthdayFor(random) : null,
    accountManager: company?.accountManager ?? random.pick(ACCOUNT_MANAGERS[country.code]),
    vehicle,
    tags: tagsFor(vehicle, random),
  };
};

export const makeContacts = (random: Random, companies: DemoCompany[], count: number): DemoContact[] => {
  const contacts: DemoContact[] = [];
  const taken = new Set<string>();
  for (const address of addressesFor(count)) {
    const contact = makeContact(address, companies, random);
    contacts.push({ ...contact, email: emailFor(contact, random, taken, contacts) });
  }
  return contacts;
};
