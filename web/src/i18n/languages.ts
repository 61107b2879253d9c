import { LANGUAGES, type Language } from '../../../contract/messages/index.ts';

export { LANGUAGES, type Language };

/** Each language's own name. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: 'English',
  nb: 'Norsk bokmål',
  pl: 'Polski',
  fr: 'Français',
};

/** The interface language nearest to the tags, such as `no-NO` or `fr-CA`, in their order. */
export function nearestLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const base = tag.toLowerCase().split('-')[0] ?? '';
    const code = base === 'no' || base === 'nn' ? 'nb' : base;
    const found = LANGUAGES.find((language) => language === code);
    if (found) return found;
  }
  return 'en';
}
