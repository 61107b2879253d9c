export const LANGUAGES = ['en', 'nb', 'pl', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How dates, numbers and money are written; English as Europeans write it. */
export const LOCALES: Record<Language, string> = { en: 'en-GB', nb: 'nb-NO', pl: 'pl-PL', fr: 'fr-FR' };

/** Error code → its text in each language: what is wrong and what to do next. `{name}` is filled from the error's parameters. */
export type Messages = Record<string, Record<Language, string>>;
