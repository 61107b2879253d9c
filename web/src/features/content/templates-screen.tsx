import { IconPlus } from '@tabler/icons-react';
import { ContentChannel, listTemplates, type Template } from '../../../../contract/content.ts';
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
import { texts } from './texts/texts.ts';
import { useArchiveTemplate } from './use-archive-template.ts';

/** O38: the templates that people here have saved. */
export function TemplatesScreen() {
  const t = useTexts(texts);
  const [search, change] = useSearchState<{
    language?: Language | undefined;
    channel?: Template['channel'] | undefined;
  }>();
  const mayEdit = useMay('content.edit');
  const archive = useArchiveTemplate();
  const create = mayEdit ? (
    <Button look="primary" icon={<IconPlus size={16} />} href={paths.newTemplate()}>
      {t('newTemplate')}
    </Button>
  ) : undefined;
  return (
    <Page title={t('templates')} text={t('templatesText')} actions={create}>
      <DataTable
        label={t('templates')}
        source={listTemplates}
        input={{ language: search.language, channel: search.channel }}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => paths.template(row.id)}
        sorted={{ sort: 'name', direction: 'asc' }}
        searchHint={t('searchHint')}
        rowMenu={(row) => [mayEdit && { label: t('archive'), danger: true, onClick: () => void archive(row) }]}
        columns={[
          { key: 'name', header: t('name'), cell: (row) => row.name, sort: true, always: true },
          { key: 'channel', header: t('channel'), cell: (row) => t(`channel_${row.channel}`), width: 9 },
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
          <>
            <SelectField
              label={t('channel')}
              hideLabel
              clearable
              nothing={t('anyChannel')}
              choices={ContentChannel.options.map((value) => ({ value, label: t(`channel_${value}`) }))}
              value={search.channel ?? null}
              onChange={(channel) => change({ channel: channel ?? undefined })}
            />
            <SelectField
              label={t('language')}
              hideLabel
              clearable
              nothing={t('anyLanguage')}
              choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
              value={search.language ?? null}
              onChange={(language) => change({ language: language ?? undefined })}
            />
          </>
        }
        empty={<EmptyState title={t('noneTitle')} text={t('noneText')} action={create} />}
      />
    </Page>
  );
}
