import type { FieldProps } from '../form/binding.ts';
import { SelectField } from '../form/choice-fields.tsx';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../i18n/languages.ts';

const choices = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));

/** One of the interface languages, each in its own name. */
export function LanguageField(props: Omit<FieldProps<Language | null>, 'value'>) {
  return <SelectField<Language> choices={choices} {...props} />;
}
