import type { ErrorCode } from '../../../../contract/messages/index.ts';

/** The VAT numbers of each country after its letters, as the European Commission (and for NO, CH, GB the country) describes them. */
const FORMATS: Record<string, RegExp> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CH: /^E?\d{9}(MWST|TVA|IVA)?$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
  GB: /^(\d{9}|\d{12}|(GD|HA)\d{3})$/,
  GR: /^\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^\d{9}B\d{2}$/,
  NO: /^\d{9}(MVA)?$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
};

const EXAMPLES: Record<string, string> = {
  NO: 'NO 974 760 673 MVA',
  PL: 'PL 526 025 09 95',
  FR: 'FR 40 303 265 045',
  DE: 'DE 123 456 789',
  SE: 'SE 556012579001',
  DK: 'DK 12 34 56 78',
};

const digits = (text: string) => [...text.replace(/\D/g, '')].map(Number);
const weighted = (number: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, place) => sum + weight * (digits(number)[place] ?? 0), 0);

/** Norwegian: the ninth digit, modulo 11. */
const norwegian = (number: string): boolean => {
  const rest = weighted(number, [3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest === 0 ? 0 : 11 - rest) === digits(number)[8];
};
/** Polish NIP: the tenth digit, modulo 11. */
const polish = (number: string): boolean => weighted(number, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === digits(number)[9];
/** French: the key is (12 + 3 · (SIREN mod 97)) mod 97; a key with letters is of the newer kind and is not checked. */
const french = (number: string): boolean =>
  !/^\d{2}/.test(number) || (12 + 3 * (Number(number.slice(2)) % 97)) % 97 === Number(number.slice(0, 2));

const CHECKS: Record<string, (number: string) => boolean> = { NO: norwegian, PL: polish, FR: french };

/** Greece writes its numbers with the letters EL. */
const countryOf = (letters: string) => (letters === 'EL' ? 'GR' : letters);

interface VatProblem {
  code: ErrorCode;
  params: Record<string, string | number>;
}

/**
 * What is wrong with a VAT number: it has another country's form, or its check digit is wrong. Letters at its beginning name the country, else it is
 * the company's; of countries whose form is not known, any is taken.
 */
export const vatProblem = (raw: string, country: string | null): VatProblem | null => {
  const plain = raw.toUpperCase().replace(/[\s\u00a0.\-/]/g, '');
  const letters = countryOf(plain.slice(0, 2));
  const named =
    /^[A-Z]{2}/.test(plain) &&
    Object.hasOwn(FORMATS, letters) &&
    !(country !== null && letters !== country && FORMATS[country]?.test(plain));
  const of = named ? letters : country;
  const format = of === null || !Object.hasOwn(FORMATS, of) ? undefined : FORMATS[of];
  if (of === null || format === undefined)
    return /^[A-Z0-9]{4,20}$/.test(plain) ? null : { code: 'invalid_vat_id', params: {} };
  const number = named ? plain.slice(2) : plain;
  if (!format.test(number))
    return { code: 'vat_id_format', params: { country: of, example: EXAMPLES[of] ?? `${of} …` } };
  return CHECKS[of]?.(number) === false ? { code: 'vat_id_check', params: {} } : null;
};
