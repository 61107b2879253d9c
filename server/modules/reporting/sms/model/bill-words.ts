import { type Language, LOCALES } from '../../../../../contract/messages/languages.ts';
import type { BillLine } from './bill-lines.ts';
import { type SmsPeriod, spelledPeriod } from './sms-period.ts';

const TEXTS = {
  en: { unit: 'parts', parts: 'parts: {count}', unknown: 'unknown country' },
  nb: { unit: 'deler', parts: 'deler: {count}', unknown: 'ukjent land' },
  pl: { unit: 'części', parts: 'części: {count}', unknown: 'nieznany kraj' },
  fr: { unit: 'parties', parts: 'parties\u00a0: {count}', unknown: 'pays inconnu' },
} as const satisfies Record<Language, Record<string, string>>;

export const isLanguage = (language: string | null): language is Language => language !== null && language in TEXTS;

const countryName = (country: string | null, language: Language): string =>
  country === null
    ? TEXTS[language].unknown
    : (new Intl.DisplayNames(LOCALES[language], { type: 'region' }).of(country) ?? country);

export const billTitle = (period: SmsPeriod, language: Language): string => `SMS, ${spelledPeriod(period, language)}`;

/** What the product is called on the line: for when, for where, and how many parts where the quantity does not say. */
export const lineName = (product: string, line: BillLine, period: SmsPeriod, language: Language): string => {
  const { country, counted, parts } = line;
  const count = new Intl.NumberFormat(LOCALES[language]).format(parts);
  return [
    product,
    spelledPeriod(period, language),
    ...(country === undefined ? [] : [countryName(country, language)]),
    ...(counted === 'whole' ? [TEXTS[language].parts.replace('{count}', count)] : []),
  ].join(', ');
};

export const lineUnit = ({ counted }: BillLine, language: Language): string =>
  ({ part: TEXTS[language].unit, thousand: `× 1000 ${TEXTS[language].unit}`, whole: '' })[counted];
