import { frenchSpacesIn } from '../../../contract/french-spaces.ts';
import { i18n } from './engine.ts';
import type { Language } from './languages.ts';

type Form = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type PluralKey = `${string}_${Form}`;
type NeededForm<L> = L extends 'pl' ? 'one' | 'few' | 'many' : 'one' | 'other';

type Keys<E> = Extract<keyof E, string>;
export type PlainKeys<E> = Exclude<Keys<E>, PluralKey>;
export type CountedKeys<E> = Keys<E> extends infer K ? (K extends `${infer Base}_${Form}` ? Base : never) : never;

/** The texts of another language: every key of English, with the plural forms this language needs. */
export type TextsIn<L extends Language, E> = { readonly [K in PlainKeys<E>]: string } & {
  readonly [K in CountedKeys<E> as `${K}_${NeededForm<L>}`]: string;
} & { readonly [K in CountedKeys<E> as `${K}_${Form}`]?: string };

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type English<E, K extends string> = K extends keyof E ? E[K] : `${K}_other` extends keyof E ? E[`${K}_other`] : never;

/** The `{names}` written in the English text. A text that isn't a literal type takes any. */
export type Params<E, K extends string> = string extends English<E, K> ? string : Names<English<E, K>>;

/** The keys whose text takes no parameters: for lists such as `{ key: SimpleKeys<typeof en> }`. */
export type SimpleKeys<E> = { [K in PlainKeys<E>]: [Params<E, K>] extends [never] ? K : never }[PlainKeys<E>];

export interface Texts<E> {
  readonly name: string;
  /** Only a type: the English texts. */
  readonly shape: E;
}

interface InFour<E> {
  en: E;
  nb: TextsIn<'nb', E>;
  pl: TextsIn<'pl', E>;
  fr: TextsIn<'fr', E>;
}

const FORM_FALLBACK = {
  pl: ['many', 'other'],
  fr: ['other', 'many'],
  nb: ['other', 'many'],
  en: ['other', 'many'],
} as const;

/** Polish fractions and French millions have forms of their own that texts seldom need. */
function completed(language: Language, texts: Record<string, string>): Record<string, string> {
  const [from, to] = FORM_FALLBACK[language];
  const added = Object.entries(texts)
    .filter(([key]) => key.endsWith(`_${from}`))
    .map(([key, text]) => [`${key.slice(0, -from.length)}${to}`, text]);
  const whole = { ...Object.fromEntries(added), ...texts };
  return language === 'fr' ? frenchSpacesIn(whole) : whole;
}

/** Registers a feature's texts under its name. Keys are flat; a key ending in `_one`, `_few`, `_many`, `_other` is a plural. */
export function defineTexts<const E extends Record<string, string>>(name: string, texts: InFour<E>): Texts<E> {
  for (const [language, bundle] of Object.entries(texts) as [Language, Record<string, string>][]) {
    i18n.addResourceBundle(language, name, completed(language, bundle), true, true);
  }
  return { name, shape: texts.en };
}
