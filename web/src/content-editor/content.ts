import type { Variants } from '../../../contract/content.ts';
import type { Language } from '../i18n/languages.ts';

/** A message in all its languages, as it is edited. */
export interface Content {
  defaultLanguage: Language;
  variants: Variants;
}
