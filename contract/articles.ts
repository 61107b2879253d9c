import { z } from 'zod';
import { ContentLanguage, Variant } from './content.ts';
import { endpoint } from './endpoint.ts';
import { ArticleId } from './ids.ts';
import { ShownPicture } from './media.ts';
import { Moment } from './moment.ts';
import { Ok, PageInput, pageOf } from './paging.ts';

/** What an article says. `body` is simple HTML: paragraphs, headings, lists, bold, italic and links; the rest is taken out. */
const ArticleWords = z.object({
  title: z.string().trim().min(1).max(300),
  language: ContentLanguage,
  body: z.string().max(200_000).default(''),
  /** Where it goes on; empty: it is told whole. */
  linkUrl: z.string().trim().max(2000).default(''),
  linkLabel: z.string().trim().max(200).default(''),
  picture: ShownPicture.nullable().default(null),
});

export const Article = z.object({
  id: ArticleId,
  /** By which a message names it: `{% article 12 %}`. */
  no: z.number().int(),
  title: z.string(),
  language: ContentLanguage,
  createdAt: Moment,
  updatedAt: Moment,
});
export type Article = z.output<typeof Article>;

export const FullArticle = Article.extend(ArticleWords.shape);
export type FullArticle = z.output<typeof FullArticle>;

/** The words by which a message links an article. */
export const articleTag = (no: number): string => `{% article ${no} %}`;

const tag = 'Content';
const OneArticle = z.object({ id: ArticleId });

export const listArticles = endpoint({
  name: 'listArticles',
  method: 'GET',
  path: '/api/articles',
  tag,
  summary: 'The articles in use, found by words of their title or text',
  input: PageInput.extend({ language: ContentLanguage.optional() }),
  output: pageOf(Article),
});

export const getArticle = endpoint({
  name: 'getArticle',
  method: 'GET',
  path: '/api/articles/:id',
  tag,
  summary: 'An article with its text',
  input: OneArticle,
  output: FullArticle,
});

export const createArticle = endpoint({
  name: 'createArticle',
  method: 'POST',
  path: '/api/articles',
  tag,
  summary: 'Write an article',
  input: ArticleWords,
  output: FullArticle,
});

export const updateArticle = endpoint({
  name: 'updateArticle',
  method: 'PUT',
  path: '/api/articles/:id',
  tag,
  summary: 'Change an article, and with it every message that is not under way yet; what was sent stays as it was',
  input: OneArticle.extend(ArticleWords.shape),
  output: FullArticle,
});

export const archiveArticle = endpoint({
  name: 'archiveArticle',
  method: 'DELETE',
  path: '/api/articles/:id',
  tag,
  summary: 'Put an article away; messages that name it keep it',
  input: OneArticle,
  output: Ok,
});

export const messageFromArticle = endpoint({
  name: 'messageFromArticle',
  method: 'GET',
  path: '/api/articles/:id/message',
  tag,
  summary: 'An e-mail whose text is the article, to be stored with a campaign',
  input: OneArticle,
  output: z.object({ variant: Variant }),
});

export const listArticleUses = endpoint({
  name: 'listArticleUses',
  method: 'GET',
  path: '/api/articles/:id/uses',
  tag,
  summary: 'The campaigns and templates whose message or direct link names an article',
  input: OneArticle,
  output: z.object({
    uses: z.array(
      z.object({
        kind: z.enum(['campaign', 'template']),
        id: z.uuid(),
        name: z.string(),
        /** Live: a change shows there. Frozen: it was sent, or is on its way, as the article was. */
        state: z.enum(['live', 'frozen']),
      }),
    ),
  }),
});
