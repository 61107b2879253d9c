import type { Language } from '../../../../../contract/messages/index.ts';

export interface PostalAddress {
  name: string;
  street: string | null;
  postalCode: string | null;
  city: string | null;
  /** Two letters. */
  country: string | null;
}

/** As it is written on an envelope posted at home: the country last, in capitals, only where it is another. */
export const addressLines = (
  { name, street, postalCode, city, country }: PostalAddress,
  home: string | null,
  language: Language,
): string[] => {
  const place = [postalCode, city].filter((part) => part).join(' ');
  const abroad = country !== null && country !== home ? countryName(country, language).toUpperCase() : '';
  return [name, ...(street ?? '').split('\n'), place, abroad].map((line) => line.trim()).filter((line) => line !== '');
};

const countryName = (country: string, language: Language): string =>
  new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;

/** Home first, then country by country; within one by postal code, place, street and name. */
export const inPostalOrder = <T extends { address: PostalAddress }>(
  letters: readonly T[],
  home: string | null,
): T[] => {
  const key = ({ address: { country, postalCode, city, street, name } }: T): string[] => [
    country === null || country === home ? '' : country,
    postalCode ?? '',
    city ?? '',
    street ?? '',
    name,
  ];
  const keyed = letters.map((letter) => ({ letter, key: key(letter) }));
  return keyed.sort((one, other) => compare(one.key, other.key)).map(({ letter }) => letter);
};

const byWords = new Intl.Collator('en', { numeric: true });

const compare = (one: readonly string[], other: readonly string[]): number => {
  for (const [at, word] of one.entries()) {
    const order = byWords.compare(word, other[at] ?? '');
    if (order !== 0) return order;
  }
  return 0;
};

/** What goes into one tray: a country, and of home the first two figures of the code. */
export const trayOf = ({ country, postalCode }: PostalAddress, home: string | null): string => {
  const abroad = country !== null && country !== home;
  return abroad ? country : (postalCode ?? '').replace(/\s/g, '').slice(0, 2);
};
