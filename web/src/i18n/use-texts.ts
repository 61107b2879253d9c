import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountedKeys, Params, PlainKeys, Texts } from './define-texts.ts';
import { i18n } from './engine.ts';

type Value = string | number;
type Rest<Names extends string, Given extends Record<string, Value>> = [Names] extends [never] ? [] : [params: Given];

export interface Translate<E> {
  <K extends PlainKeys<E>>(key: K, ...rest: Rest<Params<E, K>, Record<Params<E, K>, Value>>): string;
  <K extends CountedKeys<E>>(key: K, params: { count: number } & Record<Exclude<Params<E, K>, 'count'>, Value>): string;
}

/** Numbers are written the local way; texts go in as they are. */
function filled(text: string, params: Record<string, Value>, language: string): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
  });
}

function translate(name: string, language: string, key: string, params: Record<string, Value> = {}): string {
  const count = params['count'];
  const text = i18n.t(key, {
    ns: name,
    lng: language,
    skipInterpolation: true,
    ...(typeof count === 'number' ? { count } : {}),
  });
  return filled(text, params, language);
}

/** `t('greeting', { name })`, typed by the English texts; plurals by `count`. */
export function useTexts<E>(texts: Texts<E>): Translate<E> {
  const language = useTranslation(texts.name).i18n.language;
  return useMemo(
    () =>
      ((key: string, params?: Record<string, Value>) => translate(texts.name, language, key, params)) as Translate<E>,
    [texts.name, language],
  );
}

/** For code outside components (notices, errors). Not for rendering: it doesn't follow a change of language. */
export function textsNow<E>(texts: Texts<E>): Translate<E> {
  return ((key: string, params?: Record<string, Value>) =>
    translate(texts.name, i18n.language, key, params)) as Translate<E>;
}
