import { useMemo } from 'react';
import type { FieldProps } from '../form/binding.ts';
import { SelectField } from '../form/choice-fields.tsx';
import { useFormat } from '../i18n/use-format.ts';

/** What is likeliest comes first; the rest follow by name. */
const USUAL = ['EUR', 'NOK', 'SEK', 'DKK', 'PLN', 'GBP', 'CHF', 'CZK', 'USD'];

function currenciesIn(language: string) {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  const named = (value: string) => ({ value, label: `${value} – ${names.of(value) ?? value}` });
  const others = Intl.supportedValuesOf('currency').filter((code) => !USUAL.includes(code));
  return [...USUAL, ...others].map(named);
}

export function CurrencyField(props: Omit<FieldProps<string | null>, 'value'>) {
  const { language } = useFormat();
  const choices = useMemo(() => currenciesIn(language), [language]);
  return <SelectField choices={choices} {...props} />;
}

const CURRENCY_OF: Record<string, string> = {
  NO: 'NOK',
  SE: 'SEK',
  DK: 'DKK',
  PL: 'PLN',
  GB: 'GBP',
  CH: 'CHF',
  CZ: 'CZK',
  US: 'USD',
};

/** What a browser with these languages most likely pays with. */
export function likelyCurrency(tags: readonly string[]): string {
  const regions = tags.map((tag) => new Intl.Locale(tag).maximize().region ?? '');
  return CURRENCY_OF[regions[0] ?? ''] ?? 'EUR';
}
