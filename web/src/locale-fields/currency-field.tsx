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
  'Europe/Oslo': 'NOK',
  'Europe/Stockholm': 'SEK',
  'Europe/Copenhagen': 'DKK',
  'Europe/Warsaw': 'PLN',
  'Europe/London': 'GBP',
  'Europe/Zurich': 'CHF',
  'Europe/Prague': 'CZK',
  'America/New_York': 'USD',
  'America/Chicago': 'USD',
  'America/Los_Angeles': 'USD',
};

/** What people in this time zone most likely pay with. */
export const likelyCurrency = (timeZone: string): string => CURRENCY_OF[timeZone] ?? 'EUR';
