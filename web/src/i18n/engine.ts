import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { LANGUAGES, type Language, nearestLanguage } from './languages.ts';

const REMEMBERED = 'fanfare.language';

/** Before sign-in: what was used here last, then what the browser asks for. */
function firstLanguage(): Language {
  const remembered = globalThis.localStorage?.getItem(REMEMBERED);
  return nearestLanguage([...(remembered ? [remembered] : []), ...globalThis.navigator.languages]);
}

export const i18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: 'en',
  supportedLngs: [...LANGUAGES],
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { skipOnVariables: true },
  react: { useSuspense: false, bindI18nStore: 'added' },
});
document.documentElement.lang = i18n.language;

export function switchLanguage(tag: string): void {
  const language = nearestLanguage([tag]);
  if (language === i18n.language) return;
  void i18n.changeLanguage(language);
  globalThis.localStorage?.setItem(REMEMBERED, language);
  document.documentElement.lang = language;
}
