import type { Variants } from '../../../../contract/content.ts';
import type { ShownPicture } from '../../../../contract/media.ts';
import { LANGUAGES } from '../../../../contract/messages/index.ts';
import { escapeHtml } from './liquid/template.ts';
import { TemplateError } from './liquid/template-error.ts';
import { type Token, tokenize } from './liquid/tokenize.ts';
import { textToken } from './token-text.ts';

/** What a message shows of an article; `body` and `title` are templates. */
export interface ArticleWords {
  title: string;
  body: string;
  linkUrl: string;
  linkLabel: string;
  /** None in what was frozen before articles had any. */
  picture?: ShownPicture | null;
}

/** The articles that a content may name, by their numbers. */
export type Articles = Readonly<Record<number, ArticleWords>>;

type Tag = Extract<Token, { kind: 'tag' }>;

const isArticle = (token: Token): token is Tag => token.kind === 'tag' && token.name === 'article';

const numberOf = ({ markup, at }: Tag): number => {
  const no = /^\d{1,15}$/.exec(markup.trim())?.[0];
  if (no === undefined) throw new TemplateError('template_article_number', at, { found: markup.trim() || '…' });
  return Number(no);
};

const FONT = 'font-family:-apple-system,Segoe UI,Helvetica,Arial,sans-serif';
const LOOK: Record<string, string> = {
  h2: `margin:28px 0 8px;${FONT};font-size:20px;line-height:28px;font-weight:700;color:#1f2933`,
  h3: `margin:20px 0 8px;${FONT};font-size:17px;line-height:24px;font-weight:700;color:#1f2933`,
  p: `margin:0 0 16px;${FONT};font-size:16px;line-height:26px;color:#1f2933`,
  ul: `margin:0 0 16px;padding:0 0 0 24px;${FONT};font-size:16px;line-height:26px;color:#1f2933`,
  ol: `margin:0 0 16px;padding:0 0 0 24px;${FONT};font-size:16px;line-height:26px;color:#1f2933`,
  a: 'color:#1d4ed8;text-decoration:underline',
};

/** Mail programs know no style sheet: each element carries its own look. */
export const withLook = (html: string): string =>
  html.replace(/<(h2|h3|p|ul|ol|a)(?=[\s>])/g, (tag, name: string) => `${tag} style="${LOOK[name]}"`);

/** Where it is told on, if anywhere. */
export const goesOn = ({ linkUrl, linkLabel }: ArticleWords): { url: string; label: string } | null =>
  linkUrl === '' ? null : { url: linkUrl, label: linkLabel || linkUrl };

const COLUMN = 536;

/** As wide as it is, at most as the column; Outlook reads the attribute, everybody else the style. */
const pictureHtml = ({ address, name, width }: ShownPicture): string =>
  `<p style="margin:0 0 16px"><img src="${escapeHtml(address)}" alt="${escapeHtml(name)}" width="${Math.min(width, COLUMN)}" style="display:block;max-width:100%;height:auto;border:0"></p>`;

/** A plain text between tags; its fields and instructions stay. */
const escaped = (text: string): Token[] =>
  tokenize(text).map((token) => (token.kind === 'text' ? { ...token, text: escapeHtml(token.text) } : token));

const htmlOf = (article: ArticleWords): Token[] => {
  const on = goesOn(article);
  const link = on ? `<p><a href="${escapeHtml(on.url)}">${escapeHtml(on.label)}</a></p>` : '';
  const shown = article.picture ? pictureHtml(article.picture) : '';
  const [open, close] = withLook('<h2>|</h2>').split('|');
  return [
    textToken(open ?? ''),
    ...escaped(article.title),
    ...tokenize(`${close}${shown}${withLook(article.body + link)}`),
  ];
};

/** The number of every article that a text names. Throws TemplateError. */
const namedIn = (source: string): number[] =>
  source.includes('article') ? tokenize(source).filter(isArticle).map(numberOf) : [];

/** The numbers of the articles that a message names; a text that is no template names none. */
export const articlesNamed = (variants: Variants): number[] => {
  const found = LANGUAGES.flatMap((language) => {
    const variant = variants[language];
    try {
      return variant ? [...namedIn(variant.html), ...namedIn(variant.text ?? '')] : [];
    } catch {
      return [];
    }
  });
  return [...new Set(found)].sort((a, b) => a - b);
};

/** Puts each article in the place of its name; what is wrong in it is told at that place. Throws TemplateError. */
export const withArticles = (
  tokens: readonly Token[],
  articles: Articles,
  asText: (html: readonly Token[]) => Token[] = (html) => [...html],
): Token[] =>
  tokens.flatMap((token) => {
    if (!isArticle(token)) return [token];
    const no = numberOf(token);
    const article = articles[no];
    if (!article) throw new TemplateError('template_unknown_article', token.at, { no });
    return asText(htmlOf(article)).map((inner) => ({ ...inner, at: token.at }));
  });
