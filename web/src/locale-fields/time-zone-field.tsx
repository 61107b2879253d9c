import { useMemo } from 'react';
import type { FieldProps } from '../form/binding.ts';
import { SelectField } from '../form/choice-fields.tsx';
import { useFormat } from '../i18n/use-format.ts';

function offsetOf(timeZone: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'shortOffset' });
  return format.formatToParts(new Date()).find((part) => part.type === 'timeZoneName')?.value ?? '';
}

function zonesIn(language: string) {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((value) => ({
    value,
    label: `${value.replaceAll('_', ' ')} (${offsetOf(value, language)})`,
  }));
}

/** Zones by their names, each with its present distance from Greenwich. */
export function TimeZoneField(props: Omit<FieldProps<string | null>, 'value'> & { clearable?: boolean }) {
  const { language } = useFormat();
  const choices = useMemo(() => zonesIn(language), [language]);
  return <SelectField choices={choices} {...props} />;
}

export const browserTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
