export const LANGUAGES = ['en', 'nb', 'pl', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Error code → its text in each language: what is wrong and what to do next. `{name}` is filled from the error's parameters. */
export type Messages = Record<string, Record<Language, string>>;
