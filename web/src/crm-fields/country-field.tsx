import { useMemo } from 'react';
import type { FieldProps } from '../form/binding.ts';
import { SelectField } from '../form/choice-fields.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { COUNTRIES } from '../rules/countries.ts';

interface CountryFieldProps extends FieldProps<string | null> {
  nothing?: string | undefined;
}

/** A country, by its name in the present language; kept as its two letters. */
export function CountryField(props: CountryFieldProps) {
  const { language } = useFormat();
  const choices = useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    const compare = new Intl.Collator(language).compare;
    return COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) =>
      compare(a.label, b.label),
    );
  }, [language]);
  return <SelectField choices={choices} clearable {...props} />;
}

/** The name of a country in the present language. */
export function useCountryName(): (code: string | null) => string {
  const { language } = useFormat();
  const names = useMemo(() => new Intl.DisplayNames([language], { type: 'region' }), [language]);
  return (code) => (code === null ? '–' : (names.of(code) ?? code));
}
