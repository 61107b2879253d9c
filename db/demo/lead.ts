import { ACCOUNT_MANAGERS } from './company.ts';
import { nameIn } from './contact.ts';
import { type Country, pickCountry } from './country.ts';
import { type Place, placeIn, slug } from './place.ts';
import type { Random } from './random.ts';

const SOURCES: Record<Country['code'], readonly string[]> = {
  NO: ['Nettsted', 'Bilmessa på Lillestrøm', 'Anbefalt av kunde'],
  PL: ['Strona WWW', 'Poznań Motor Show', 'Polecenie klienta'],
  FR: ['Site web', 'Mondial de l’Auto', 'Recommandation'],
  GB: ['Web site', 'British Motor Show', 'Recommended by a customer'],
};

export interface DemoLead extends Place {
  firstName: string;
  lastName: string;
  country: Country;
  email: string;
  phone: string | null;
  companyName: string | null;
  companyEmail: string | null;
  source: string;
  accountManager: string;
  lost: boolean;
  tags: string[];
}

/** Those who asked, and have not bought yet. Some speak for a firm. */
export const makeLeads = (random: Random, count: number): DemoLead[] =>
  Array.from({ length: count }, (_, number) => {
    const country = pickCountry(random);
    const { firstName, lastName } = nameIn(country, random);
    const place = placeIn(country, random);
    const firm = random.chance(0.35) ? `${lastName} ${random.pick(country.words.trades)} ${number + 1}` : null;
    const domain = firm === null ? random.pickEarly(country.words.mailDomains) : `${slug(firm)}.example`;
    return {
      firstName,
      lastName,
      country,
      ...place,
      email: `${slug(firstName)}.${slug(lastName)}.${number + 1}@${domain}`,
      phone: random.chance(0.7) ? country.phone(random) : null,
      companyName: firm,
      companyEmail: firm === null ? null : `post@${domain}`,
      source: random.pickEarly(SOURCES[country.code]),
      accountManager: random.pick(ACCOUNT_MANAGERS[country.code]),
      lost: random.chance(0.12),
      tags: random.chance(0.3) ? ['test drive'] : [],
    };
  });
