import { type Country, pickCountry } from './country.ts';
import { type Place, placeIn, slug } from './place.ts';
import type { Random } from './random.ts';

export interface DemoCompany extends Place {
  name: string;
  country: Country;
  organisationNumber: string;
  vatId: string;
  domain: string;
  email: string | null;
  phone: string;
  website: string;
  fleetSize: number;
  accountManager: string;
  tags: string[];
}

/** Who looks after customers, by country. */
export const ACCOUNT_MANAGERS: Record<Country['code'], readonly string[]> = {
  NO: ['Ola Berg', 'Marte Lunde'],
  PL: ['Tomasz Zieliński'],
  FR: ['Camille Moreau'],
  GB: ['James Carter'],
};

/** A firm named for a town lies there. */
const nameIn = ({ code, words }: Country, town: string, random: Random): string => {
  const trade = random.pick(words.trades);
  const form = random.pickEarly(words.firmForms);
  return form
    .replace('{town}', town)
    .replace('{trade}', form.startsWith('{trade}') || code !== 'NO' ? trade : trade.toLowerCase())
    .replaceAll('{name}', () => random.pickEarly(words.lastNames));
};

/** Firm names are unique: two rows of an import with one name would be one firm. */
const makeName = (country: Country, random: Random, taken: Set<string>): { name: string; place: Place } => {
  for (;;) {
    const place = placeIn(country, random);
    const name = nameIn(country, place.city, random);
    if (taken.has(slug(name))) continue;
    taken.add(slug(name));
    return { name, place };
  }
};

export const makeCompanies = (random: Random, count: number): DemoCompany[] => {
  const taken = new Set<string>();
  return Array.from({ length: count }, () => {
    const country = pickCountry(random);
    const { name, place } = makeName(country, random, taken);
    const organisationNumber = country.organisationNumber(random);
    const domain = `${slug(name)}.example`;
    const fleetSize = Math.round(1 + random.next() ** 3 * 60);
    return {
      name,
      country,
      ...place,
      organisationNumber,
      vatId: country.vatId(organisationNumber),
      domain,
      email: random.chance(0.92) ? `post@${domain}` : null,
      phone: country.phone(random),
      website: `https://www.${domain}`,
      fleetSize,
      accountManager: random.pick(ACCOUNT_MANAGERS[country.code]),
      tags: [...(fleetSize >= 10 ? ['fleet'] : []), ...(random.chance(0.1) ? ['framework agreement'] : [])],
    };
  });
};
