import { type Language, LOCALES } from '../../../contract/messages/languages.ts';

interface Reader {
  language: Language;
}

export type Values = Readonly<Record<string, string>>;

export const filled = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** `say(reader, 'text', { name })` over the texts of a public page. */
export const sayFrom =
  <Text extends string>(texts: Record<Language, Record<Text, string>>) =>
  ({ language }: Reader, text: Text, values: Values = {}): string =>
    filled(texts[language][text], values);

/** An amount in minor units, as people of the language write it. */
export const moneyFor = ({ language, currency }: Reader & { currency: string }, minor: number): string => {
  const format = new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};

/** A calendar day, YYYY-MM-DD, in full. */
export const dayFor = ({ language }: Reader, day: string): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
