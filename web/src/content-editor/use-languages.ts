import { useState } from 'react';
import type { Variant } from '../../../contract/content.ts';
import { type Form as FormHandle, useFormStore } from '../form/use-form.ts';
import type { Language } from '../i18n/languages.ts';
import type { Content } from './content.ts';

const EMPTY: Variant = { subject: '', preheader: '', html: '', text: null };

/** Which language of a message is shown, and how one is added and taken out. */
export function useLanguages(form: FormHandle<Content>) {
  const { defaultLanguage, variants } = form.values;
  const [chosen, setChosen] = useState<Language>(defaultLanguage);
  const errors = useFormStore()?.state.errors ?? {};
  const language = variants[chosen] ? chosen : defaultLanguage;
  return {
    language,
    variant: variants[language] ?? EMPTY,
    put: (variant: Variant) => form.set('variants', { ...variants, [language]: variant }),
    bar: {
      variants,
      main: defaultLanguage,
      shown: language,
      // From the errors at `variants.<language>.…` that the server told.
      wrong: new Set(Object.keys(errors).map((field) => field.split('.')[1] ?? '')) as ReadonlySet<string>,
      onShow: setChosen,
      onAdd: (added: Language) => {
        form.set('variants', { ...variants, [added]: variants[defaultLanguage] ?? EMPTY });
        setChosen(added);
      },
      onRemove: (removed: Language) => {
        const { [removed]: _, ...rest } = variants;
        form.set('variants', rest);
        setChosen(defaultLanguage);
      },
      onMain: (main: Language) => form.set('defaultLanguage', main),
    },
  };
}
