import type { Variants } from '../../../../contract/content.ts';
import { LANGUAGES } from '../../../../contract/messages/index.ts';
import { type Articles, withArticles } from './article.ts';
import { scanHtml, scanText } from './html-scan.ts';
import { type Token, tokenize } from './liquid/tokenize.ts';
import { GAP, shadowOf } from './token-text.ts';

export const MAX_LINKS = 1000;

export interface NumberedLink {
  no: number;
  label: string;
}

/** A fixed address of the web: its clicks can be counted and led to nowhere else. */
export const isCountable = (url: string): boolean => /^https?:\/\/[^/\s]/i.test(url) && !url.includes(GAP);

/** The links of one HTML or plain text, in order. */
export const linksOf = (tokens: readonly Token[], kind: 'html' | 'text') =>
  kind === 'html' ? scanHtml(shadowOf(tokens)).links : scanText(shadowOf(tokens));

/**
 * Numbers every different address of all the languages together, from 1 in order of appearance; the same content always gets the
 * same numbers. Throws TemplateError.
 */
export const numberLinks = (variants: Variants, articles: Articles): Map<string, NumberedLink> => {
  const numbered = new Map<string, NumberedLink>();
  for (const language of LANGUAGES) {
    const variant = variants[language];
    if (!variant) continue;
    const found = [
      ...linksOf(withArticles(tokenize(variant.html), articles), 'html'),
      ...linksOf(tokenize(variant.text ?? ''), 'text'),
      ...linksOf(withArticles(tokenize(variant.text ?? ''), articles), 'html'),
    ];
    for (const { url, label } of found) {
      if (!isCountable(url)) continue;
      const known = numbered.get(url);
      if (!known) numbered.set(url, { no: numbered.size + 1, label });
      else if (known.label === '') known.label = label;
    }
  }
  return numbered;
};
