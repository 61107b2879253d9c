import { IconPlus } from '@tabler/icons-react';
import { listArticles } from '../../../../contract/articles.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { texts } from './article-texts/texts.ts';
import { useArchiveArticle } from './use-archive-article.ts';

/** Q18, Q19: the library of articles. */
export function ArticlesScreen() {
  const t = useTexts(texts);
  const [search, change] = useSearchState<{ language?: Language | undefined }>();
  const mayEdit = useMay('content.edit');
  const archive = useArchiveArticle();
  const create = mayEdit ? (
    <Button look="primary" icon={<IconPlus size={16} />} href={paths.newArticle()}>
      {t('newArticle')}
    </Button>
  ) : undefined;
  return (
    <Page title={t('articles')} text={t('articlesText')} actions={create}>
      <DataTable
        label={t('articles')}
        source={listArticles}
        input={{ language: search.language }}
        rowKey={(row) => row.id}
        rowName={(row) => row.title}
        rowHref={(row) => paths.article(row.id)}
        sorted={{ sort: 'title', direction: 'asc' }}
        searchHint={t('searchHint')}
        rowMenu={(row) => [mayEdit && { label: t('archive'), danger: true, onClick: () => void archive(row) }]}
        columns={[
          { key: 'title', header: t('title'), cell: (row) => row.title, sort: true, always: true },
          { key: 'no', header: t('number'), cell: (row) => row.no, width: 7 },
          { key: 'language', header: t('language'), cell: (row) => LANGUAGE_NAMES[row.language], width: 10 },
          {
            key: 'updatedAt',
            header: t('changed'),
            cell: (row) => <When at={row.updatedAt} show="relative" />,
            sort: true,
            width: 10,
          },
        ]}
        filters={
          <SelectField
            label={t('language')}
            hideLabel
            clearable
            nothing={t('anyLanguage')}
            choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            value={search.language ?? null}
            onChange={(language) => change({ language: language ?? undefined })}
          />
        }
        empty={<EmptyState title={t('noneTitle')} text={t('noneText')} action={create} />}
      />
    </Page>
  );
}
