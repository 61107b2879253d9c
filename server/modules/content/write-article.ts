import type * as api from '../../../contract/articles.ts';
import { articleTag } from '../../../contract/articles.ts';
import type { InputOf, OutputOf } from '../../../contract/endpoint.ts';
import type { Page } from '../../../contract/paging.ts';
import type { Db } from '../../platform/database/open-database.ts';
import { Invalid } from '../../platform/errors.ts';
import type { Ids } from '../../platform/ids.ts';
import { type Actor, authorise } from '../access/index.ts';
import * as store from './article.store.ts';
import { articlePage } from './built-in/built-in-templates.ts';
import { faultsOf } from './compile-content.ts';
import { recipientFields } from './gather-values.views.ts';
import { cleanRichText } from './model/rich-text.ts';

type Words = InputOf<typeof api.createArticle>;

/** Title and text are templates like a message's subject and body, and are judged as those; an article within an article is none. */
const asWritten = async (db: Db, actor: Actor, words: Words) => {
  const body = cleanRichText(words.body);
  const variant = { subject: words.title, preheader: '', html: body, text: null };
  const faults = faultsOf(
    'email',
    { variants: { [words.language]: variant }, articles: {} },
    await recipientFields(db),
  );
  if (words.linkUrl !== '' && !/^https?:\/\/[^\s"<>]+$/i.test(words.linkUrl))
    faults.push({ field: 'linkUrl', code: 'article_link', params: {} });
  if (faults.length > 0)
    throw Invalid.all(
      faults.map((fault) => ({
        ...fault,
        field:
          fault.field?.replace(/^variants\.\w+\.subject$/, 'title').replace(/^variants\.\w+\.html$/, 'body') ?? null,
      })),
    );
  return { ...words, body, by: actor.userId };
};

export const listArticles = async (
  needs: { db: Db },
  actor: Actor,
  input: InputOf<typeof api.listArticles>,
): Promise<Page<api.Article>> => {
  authorise(actor, 'campaign.see');
  return store.pageOfArticles(needs.db, input);
};

export const getArticle = async (needs: { db: Db }, actor: Actor, { id }: InputOf<typeof api.getArticle>) => {
  authorise(actor, 'campaign.see');
  return store.getArticle(needs.db, id);
};

export const createArticle = async (needs: { db: Db; ids: Ids }, actor: Actor, input: Words) => {
  authorise(actor, 'content.edit');
  return store.insertArticle(needs.db, { ...(await asWritten(needs.db, actor, input)), id: needs.ids.next() });
};

export const updateArticle = async (needs: { db: Db }, actor: Actor, input: InputOf<typeof api.updateArticle>) => {
  authorise(actor, 'content.edit');
  return store.rewriteArticle(needs.db, { ...(await asWritten(needs.db, actor, input)), id: input.id });
};

export const archiveArticle = async (
  needs: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.archiveArticle>,
): Promise<{ ok: true }> => {
  authorise(actor, 'content.edit');
  await store.archiveArticle(needs.db, id);
  return { ok: true };
};

/** Q18: a message taken from an article; it names it, so that the article stays in one place until the message goes out. */
export const messageFromArticle = async (
  needs: { db: Db },
  actor: Actor,
  { id }: InputOf<typeof api.messageFromArticle>,
): Promise<OutputOf<typeof api.messageFromArticle>> => {
  authorise(actor, 'campaign.see');
  const { no, title, language } = await store.getArticle(needs.db, id);
  const html = articlePage(language, articleTag(no));
  return { variant: { subject: title, preheader: '', html, text: null } };
};
