import type { Country } from './country.ts';
import type { Random } from './random.ts';

export interface Place {
  street: string;
  postalCode: string;
  city: string;
}

/** Big towns have more people. */
export const placeIn = ({ words }: Country, random: Random): Place => {
  const town = random.pickEarly(words.towns);
  const street = words.addressForm
    .replace('{street}', random.pick(words.streets))
    .replace('{number}', String(random.between(1, 120)));
  return { street, postalCode: random.pick(town.postalCodes), city: town.name };
};

const FOLDED: Record<string, string> = { æ: 'ae', ø: 'o', å: 'a', ł: 'l', œ: 'oe', ß: 'ss', '’': '', "'": '' };

/** For addresses: `Ødegård & Sønn AS` → `odegard-sonn-as`. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[æøåłœß’']/g, (letter) => FOLDED[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
