import { type Language, LOCALES } from '../../../../../contract/messages/languages.ts';
import type { FieldKind } from './names.ts';

const YES_NO: Record<Language, [string, string]> = {
  en: ['yes', 'no'],
  nb: ['ja', 'nei'],
  pl: ['tak', 'nie'],
  fr: ['oui', 'non'],
};

const dates = (language: Language) => {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' });
  return (value: string) => {
    const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
    return day === undefined ? value : format.format(new Date(`${day}T00:00:00Z`));
  };
};

const amounts = (language: Language, currency: string | null) => {
  if (currency === null) return null;
  const format = new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return (value: string) => (/^-?\d{1,15}$/.test(value) ? format.format(Number(value) / 10 ** digits) : value);
};

const names = (language: Language, type: 'region' | 'language') => {
  const format = new Intl.DisplayNames(LOCALES[language], { type });
  return (value: string) => (/^[A-Za-z]{2,3}$/.test(value) ? (format.of(value) ?? value) : value);
};

/** How a field's value is written in a language: a date as a date, an amount with its currency. Null: as it is. */
export const displayOf = (kind: FieldKind, language: Language): ((value: string) => string) | null => {
  switch (kind.type) {
    case 'date':
      return dates(language);
    case 'money':
      return amounts(language, kind.currency);
    case 'country':
      return names(language, 'region');
    case 'language':
      return names(language, 'language');
    case 'yes_no':
      return (value) => YES_NO[language][value === 'true' ? 0 : 1];
    default:
      return null;
  }
};
