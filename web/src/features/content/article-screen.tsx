import {
  createArticle,
  getArticle,
  listArticles,
  listArticleUses,
  updateArticle,
} from '../../../../contract/articles.ts';
import type { ArticleId } from '../../../../contract/ids.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { nearestLanguage } from '../../i18n/languages.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Columns } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useGo, useParam } from '../../url.ts';
import { ArticleForm } from './article-form.tsx';
import { texts } from './article-texts/texts.ts';
import { ArticleUses } from './article-uses.tsx';
import { useArchiveArticle } from './use-archive-article.ts';

const useCrumbs = () => [{ label: useTexts(texts)('articles'), href: paths.articles() }];

export function NewArticleScreen() {
  const t = useTexts(texts);
  const go = useGo();
  const language = nearestLanguage([useFormat().language]);
  const create = useAction(createArticle, {
    invalidate: [listArticles],
    done: t('saved'),
    toast: false,
    onSuccess: ({ id }) => go(paths.article(id)),
  });
  const start = { title: '', language, body: '', linkUrl: '', linkLabel: '', picture: null };
  return (
    <Page title={t('newArticle')} crumbs={useCrumbs()} width="reading">
      <ArticleForm start={start} send={create.runAsync} />
    </Page>
  );
}

/** One article, and where a change of it shows. */
export function ArticleScreen() {
  const t = useTexts(texts);
  const id = useParam('id') as ArticleId;
  const go = useGo();
  const crumbs = useCrumbs();
  const mayEdit = useMay('content.edit');
  const archive = useArchiveArticle();
  const { data: article, problem } = useEndpoint(getArticle, { id });
  const save = useAction(updateArticle, {
    invalidate: [listArticles, getArticle, listArticleUses],
    done: t('saved'),
    toast: false,
  });
  if (!article)
    return (
      <Page title={t('article')} crumbs={crumbs}>
        {problem ? <Alert tone="bad">{problem.message}</Alert> : <Skeleton lines={8} />}
      </Page>
    );
  const putAway = async () => {
    if (await archive(article)) go(paths.articles());
  };
  const { title, language, body, linkUrl, linkLabel, picture } = article;
  return (
    <Page
      title={title}
      crumbs={crumbs}
      actions={mayEdit ? <Button onClick={() => void putAway()}>{t('archive')}</Button> : undefined}
    >
      <Columns aside={<ArticleUses id={id} />} asideLabel={t('uses')}>
        <ArticleForm
          key={id}
          start={{ title, language, body, linkUrl, linkLabel, picture }}
          send={(words) => save.runAsync({ ...words, id })}
          disabled={!mayEdit}
        />
      </Columns>
    </Page>
  );
}
