import type { Language } from '../../contract/messages/languages.ts';
import type { Random } from './random.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';
import { nb } from './words/nb.ts';
import { pl } from './words/pl.ts';
import type { Words } from './words/words.ts';

export interface Country {
  code: 'NO' | 'PL' | 'FR' | 'GB';
  language: Language;
  words: Words;
  /** Of every hundred customers. */
  share: number;
  phone(random: Random): string;
  plate(random: Random): string;
  /** Numbers of the country's form that its register has not given to anyone. */
  organisationNumber(random: Random): string;
  vatId(organisationNumber: string): string;
}

const digits = (random: Random, count: number) => Array.from({ length: count }, () => random.between(0, 9)).join('');
const letters = (random: Random, count: number) =>
  Array.from({ length: count }, () => random.pick([...'ABCDEFGHJKLNPRSTVXZ'])).join('');

const weighted = (number: string, weights: number[]) =>
  weights.reduce((sum, weight, place) => sum + weight * Number(number[place]), 0);

/** Eight digits and the check digit of modulus 11; first digit 7, where the register begins with 8 and 9. */
const norwegian = (random: Random): string => {
  const number = `7${digits(random, 7)}`;
  const check = (11 - (weighted(number, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return check === 10 ? norwegian(random) : `${number}${check}`;
};

/** Ten digits, the last by modulus 11; no tax office has the prefix 000. */
const polish = (random: Random): string => {
  const number = `000${digits(random, 6)}`;
  const check = weighted(number, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11;
  return check === 10 ? polish(random) : `${number}${check}`;
};

/** Nine digits by Luhn. */
const french = (random: Random): string => {
  const number = `000${digits(random, 5)}`;
  const sum = [...number].reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${number}${(10 - (sum % 10)) % 10}`;
};

export const COUNTRIES: Country[] = [
  {
    code: 'NO',
    language: 'nb',
    words: nb,
    share: 55,
    phone: (random) => `${random.pick(['4', '9'])}${random.between(10, 89)} ${digits(random, 2)} ${digits(random, 3)}`,
    plate: (random) =>
      `${random.pick(['EL', 'EK', 'BT', 'DR', 'SV', 'RJ', 'YF', 'AJ'])} ${random.between(10_000, 99_999)}`,
    organisationNumber: norwegian,
    vatId: (number) => `NO${number}MVA`,
  },
  {
    code: 'PL',
    language: 'pl',
    words: pl,
    share: 20,
    phone: (random) =>
      `+48 ${random.pick(['512', '601', '693', '722', '785'])} ${digits(random, 3)} ${digits(random, 3)}`,
    plate: (random) =>
      `${random.pick(['KR', 'WA', 'PO', 'GD', 'DW', 'LU'])} ${random.between(1, 9)}${letters(random, 2)}${digits(random, 2)}`,
    organisationNumber: polish,
    vatId: (number) => `PL${number}`,
  },
  {
    code: 'FR',
    language: 'fr',
    words: fr,
    share: 15,
    // 06 39 98 is kept free for films and books.
    phone: (random) => `06 39 98 ${digits(random, 2)} ${digits(random, 2)}`,
    plate: (random) => `${letters(random, 2)}-${digits(random, 3)}-${letters(random, 2)}`,
    organisationNumber: french,
    vatId: (number) => `FR${String((12 + 3 * (Number(number) % 97)) % 97).padStart(2, '0')}${number}`,
  },
  {
    code: 'GB',
    language: 'en',
    words: en,
    share: 10,
    phone: (random) => `07400 ${digits(random, 6)}`,
    plate: (random) =>
      `${letters(random, 2)}${random.pick(['19', '20', '21', '22', '23', '24', '70', '71', '72'])} ${letters(random, 3)}`,
    organisationNumber: (random) => `99${digits(random, 6)}`,
    vatId: (number) => `GB${number}0`,
  },
];

/** Each country as often as its share. */
const BY_SHARE = COUNTRIES.flatMap((country) => Array.from({ length: country.share }, () => country));

export const pickCountry = (random: Random): Country => random.pick(BY_SHARE);
