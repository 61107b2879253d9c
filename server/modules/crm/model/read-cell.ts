import type { CrmFieldInfo } from '../../../../contract/crm-fields.ts';
import type { ImportOptions } from '../../../../contract/import.ts';
import { type ErrorCode, LANGUAGES } from '../../../../contract/messages/index.ts';
import { isDay } from './custom-values.ts';

/** A cell as a value of its field, or the code of what is wrong with it. */
export type ReadCell = { value: string | number | boolean | string[] } | { problem: ErrorCode };

const problem = (code: ErrorCode): ReadCell => ({ problem: code });
const value = (read: string | number | boolean | string[]): ReadCell => ({ value: read });

/** `1 234,50`, `1.234,50`, `1,234.50`, `-7`, `(7)`; null when it is no number. The last of `.` and `,` is the decimal sign if fewer or more than three digits follow. */
export const readNumber = (cell: string): number | null => {
  const bare = cell.replace(/[\s\u00a0\u202f'’]/g, '').replace(/[\u2212\u2013]/g, '-');
  const negative = /^\(.*\)$/.test(bare);
  const digits = negative ? `-${bare.slice(1, -1)}` : bare;
  if (!/^[+-]?[\d.,]*\d[\d.,]*$/.test(digits)) return null;
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return Number(digits);
  const sign = digits[last] as string;
  const kinds = new Set(digits.replace(/[^.,]/g, '')).size;
  const repeated = digits.split(sign).length > 2;
  const thousands = repeated || (kinds === 1 && sign === ',' && /,\d{3}$/.test(digits) && !/^[+-]?0,/.test(digits));
  const whole = thousands
    ? digits.replace(/[.,]/g, '')
    : `${digits.slice(0, last).replace(/[.,]/g, '')}.${digits.slice(last + 1)}`;
  const read = Number(whole);
  return Number.isFinite(read) && !(repeated && kinds === 2) ? read : null;
};

const pad = (text: string) => text.padStart(2, '0');

/** `2026-05-17`, `17.05.2026`, `17/5/26`, also with a time behind it, as `YYYY-MM-DD`. */
export const readDay = (cell: string, order: ImportOptions['dateOrder']): string | null => {
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ].*)?$/.exec(cell);
  const local = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}|\d{2})(?:[T ].*)?$/.exec(cell);
  const [a = '', b = '', c = ''] = (iso ?? local ?? []).slice(1);
  if (iso) return checked(`${a}-${pad(b)}-${pad(c)}`);
  if (!local) return null;
  const year = c.length === 4 ? c : Number(c) > 40 ? `19${c}` : `20${c}`;
  return checked(order === 'dmy' ? `${year}-${pad(b)}-${pad(a)}` : `${year}-${pad(a)}-${pad(b)}`);
};
const checked = (day: string): string | null => (isDay(day) ? day : null);

const YES = new Set(['yes', 'y', 'true', '1', 'x', 'ja', 'j', 'sann', 'tak', 't', 'prawda', 'oui', 'o', 'vrai']);
const NO = new Set(['no', 'n', 'false', '0', '-', 'nei', 'usann', 'nie', 'f', 'falsz', 'fałsz', 'non', 'faux']);

const CODES =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  );
const ALSO_COUNTRY: Record<string, string> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  usa: 'US',
  nor: 'NO',
  pol: 'PL',
  fra: 'FR',
  deu: 'DE',
  swe: 'SE',
  dnk: 'DK',
  norwegia: 'NO',
  norge: 'NO',
  noreg: 'NO',
  polska: 'PL',
  deutschland: 'DE',
  danmark: 'DK',
  sverige: 'SE',
  suomi: 'FI',
};

const countryNames = new Map<string, string>();
const codeOfCountry = (name: string): string | undefined => {
  if (countryNames.size === 0) {
    for (const language of [...LANGUAGES, 'de', 'sv']) {
      const names = new Intl.DisplayNames([language], { type: 'region' });
      for (const code of CODES) countryNames.set((names.of(code) ?? code).toLowerCase(), code);
    }
    for (const [also, code] of Object.entries(ALSO_COUNTRY)) countryNames.set(also, code);
  }
  return countryNames.get(name);
};
const known = new Set(CODES);

/** A two-letter code, or the country's name in one of our languages. */
export const readCountry = (cell: string): string | null => {
  const code = cell.toUpperCase();
  if (known.has(code)) return code;
  return codeOfCountry(cell.toLowerCase()) ?? null;
};

const LANGUAGE_NAMES: Record<string, (typeof LANGUAGES)[number]> = {
  en: 'en',
  eng: 'en',
  english: 'en',
  engelsk: 'en',
  angielski: 'en',
  anglais: 'en',
  nb: 'nb',
  no: 'nb',
  nn: 'nb',
  nor: 'nb',
  norwegian: 'nb',
  norsk: 'nb',
  'norsk bokmål': 'nb',
  bokmål: 'nb',
  norweski: 'nb',
  norvégien: 'nb',
  pl: 'pl',
  pol: 'pl',
  polish: 'pl',
  polsk: 'pl',
  polski: 'pl',
  polonais: 'pl',
  fr: 'fr',
  fra: 'fr',
  fre: 'fr',
  french: 'fr',
  fransk: 'fr',
  francuski: 'fr',
  français: 'fr',
  francais: 'fr',
};
export const readLanguage = (cell: string): string | null =>
  LANGUAGE_NAMES[cell.toLowerCase()] ?? LANGUAGE_NAMES[cell.toLowerCase().split(/[-_]/)[0] ?? ''] ?? null;

type Options = CrmFieldInfo['options'];

/** By its value or its words, in any of our languages. */
const choiceOf = (options: Options, cell: string): string | undefined => {
  const wanted = cell.toLowerCase();
  const goesBy = ({ value, label, labels = {} as never }: Options[number]) => [
    value,
    label,
    ...Object.values<string>(labels),
  ];
  return options.find((option) => goesBy(option).some((name) => name.toLowerCase() === wanted))?.value;
};

const readChoices = (options: Options, cell: string): ReadCell => {
  const chosen = splitList(cell).map((part) => choiceOf(options, part));
  return chosen.every((one) => one !== undefined) ? value([...new Set(chosen as string[])]) : problem('unknown_choice');
};

/** Several values in one cell, parted by `;`, `,` or `|`. */
export const splitList = (cell: string): string[] =>
  cell
    .split(/[;,|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const orElse = (read: string | number | null | undefined, code: ErrorCode): ReadCell =>
  read === null || read === undefined ? problem(code) : value(read);

const readMoney = (cell: string, digits: number): ReadCell => {
  const amount = readNumber(cell.replace(/[A-Za-z]{3}|kr|zł|[€$£]/g, ''));
  const minor = amount === null ? Number.NaN : Math.round(amount * 10 ** digits);
  return Number.isSafeInteger(minor) ? value(minor) : problem('not_a_number');
};

/** Digits behind the decimal sign of a currency; two when there is none. */
export const minorDigits = (currency: string | null): number =>
  currency === null
    ? 2
    : (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2);

/** Reads a filled, trimmed cell for a field of this type. Addresses, phone numbers and users are read elsewhere. */
export const readCell = (
  field: Pick<CrmFieldInfo, 'type' | 'options' | 'currency'>,
  cell: string,
  order: ImportOptions['dateOrder'],
): ReadCell => {
  switch (field.type) {
    case 'number':
      return orElse(readNumber(cell), 'not_a_number');
    case 'money':
      return readMoney(cell, minorDigits(field.currency));
    case 'date':
      return orElse(readDay(cell, order), 'not_a_date');
    case 'yes_no':
      return YES.has(cell.toLowerCase())
        ? value(true)
        : NO.has(cell.toLowerCase())
          ? value(false)
          : problem('not_yes_or_no');
    case 'one_of':
      return orElse(choiceOf(field.options, cell), 'unknown_choice');
    case 'many_of':
      return readChoices(field.options, cell);
    case 'country':
      return orElse(readCountry(cell), 'unknown_country');
    case 'language':
      return orElse(readLanguage(cell), 'unknown_language');
    case 'tags':
      return value(splitList(cell));
    default:
      return value(cell);
  }
};
