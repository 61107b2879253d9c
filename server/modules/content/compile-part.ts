import type { Variant } from '../../../contract/content.ts';
import type { Language } from '../../../contract/messages/index.ts';
import { type Utm, withUtm } from '../../../contract/utm.ts';
import { deriveText } from './derive-text.ts';
import { type Articles, withArticles } from './model/article.ts';
import type { FieldSlots } from './model/liquid/names.ts';
import { escapeHtml } from './model/liquid/template.ts';
import { TemplateError } from './model/liquid/template-error.ts';
import { type Token, tokenize } from './model/liquid/tokenize.ts';
import { TOKEN } from './model/message-fields.ts';
import { isCountable, linksOf } from './model/number-links.ts';
import { addressTokens, type Edit, edited, textToken } from './model/token-text.ts';

/** What a language of a message is compiled with, whatever its channel. */
export interface CompileTerms {
  language: Language;
  fields: FieldSlots;
  links: ReadonlyMap<string, { no: number }>;
  articles: Articles;
  /** `{token}` and `{link}` are filled in; null leaves a link as it is, or puts no pixel. */
  addresses: { open: string | null; click: string | null };
  /** What links that are not led over the click address carry; a click adds it by itself. */
  utm: Utm | null;
}

/** Tells of which part of a variant a TemplateError speaks. */
export class PartError extends Error {
  readonly part: keyof Variant;
  readonly source: string;
  readonly error: TemplateError;

  constructor(part: keyof Variant, source: string, error: TemplateError) {
    super(`${part}: ${error.message}`);
    this.part = part;
    this.source = source;
    this.error = error;
  }
}

/** Control characters, noncharacters that we use ourselves, and halves of a character. */
const FORBIDDEN = /(?![\t\r\n])\p{Cc}|[\uFDD0-\uFDEF]|\p{Surrogate}/u;

export const read = (source: string): Token[] => {
  const forbidden = FORBIDDEN.exec(source);
  if (forbidden) throw new TemplateError('content_forbidden_character', forbidden.index);
  return tokenize(source);
};

/** With every article in the place of its number. */
export const readBody = (source: string, kind: 'html' | 'text', { articles }: CompileTerms): Token[] =>
  withArticles(read(source), articles, kind === 'text' ? deriveText : undefined);

export const inPart = <T>(part: keyof Variant, source: string, make: () => T): T => {
  try {
    return make();
  } catch (error) {
    throw error instanceof TemplateError ? new PartError(part, source, error) : error;
  }
};

/** Leads the links over the click address, or lets them carry what the web’s statistics are told. */
export const withLinks = (tokens: readonly Token[], kind: 'html' | 'text', terms: CompileTerms): Token[] => {
  const {
    addresses: { click },
    utm,
  } = terms;
  if (click === null && utm === null) return [...tokens];
  const edits = linksOf(tokens, kind).flatMap((link): Edit[] => {
    const no = terms.links.get(link.url)?.no;
    if (no === undefined || !isCountable(link.url)) return [];
    const written = (address: string) => (kind === 'html' ? escapeHtml(address) : address);
    const tokens =
      click === null
        ? [textToken(written(withUtm(link.url, utm)))]
        : addressTokens(written(click.replace('{link}', String(no))), TOKEN);
    return [{ start: link.start, end: link.end, tokens }];
  });
  return edited(tokens, edits);
};
