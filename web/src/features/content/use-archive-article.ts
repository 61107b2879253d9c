import { type Article, archiveArticle, listArticles } from '../../../../contract/articles.ts';
import { useAction } from '../../api/use-action.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { confirm } from '../../ui/confirm.tsx';
import { notify } from '../../ui/toast.tsx';
import { texts } from './article-texts/texts.ts';

/** Asks, then puts an article away; answers whether it was done. */
export function useArchiveArticle(): (article: Pick<Article, 'id' | 'title'>) => Promise<boolean> {
  const t = useTexts(texts);
  const archive = useAction(archiveArticle, { invalidate: [listArticles] });
  return async ({ id, title: name }) => {
    const question = { title: t('archiveTitle', { name }), text: t('archiveText'), action: t('archive'), danger: true };
    if (!(await confirm(question))) return false;
    await archive.runAsync({ id });
    notify.success(t('archived', { name }));
    return true;
  };
}
