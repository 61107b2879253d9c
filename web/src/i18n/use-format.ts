import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Formats, formatsFor } from './formats.ts';

/** The signed-in user's zone; the browser's until someone is signed in. */
export const TimeZoneContext = createContext(Intl.DateTimeFormat().resolvedOptions().timeZone);

export function useFormat(): Formats {
  const language = useTranslation().i18n.language;
  const timeZone = useContext(TimeZoneContext);
  return useMemo(() => formatsFor(language, timeZone), [language, timeZone]);
}
