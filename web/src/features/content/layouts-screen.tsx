import { IconPlus } from '@tabler/icons-react';
import { listLayouts } from '../../../../contract/layouts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { When } from '../../ui/values.tsx';
import { layoutTexts } from './layout-texts/texts.ts';

/** A13: how letters look. */
export function LayoutsScreen() {
  const t = useTexts(layoutTexts);
  const create = useMay('content.edit') ? (
    <Button look="primary" icon={<IconPlus size={16} />} href={paths.newLayout()}>
      {t('newLayout')}
    </Button>
  ) : undefined;
  return (
    <Page title={t('layouts')} text={t('layoutsText')} actions={create}>
      <DataTable
        label={t('layouts')}
        source={listLayouts}
        input={{}}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => paths.layout(row.id)}
        sorted={{ sort: 'name', direction: 'asc' }}
        searchHint={t('searchHint')}
        columns={[
          { key: 'name', header: t('name'), cell: (row) => row.name, sort: true, always: true },
          { key: 'form', header: t('form'), cell: (row) => t(`form_${row.form}`), width: 20 },
          {
            key: 'updatedAt',
            header: t('changed'),
            cell: (row) => <When at={row.updatedAt} show="relative" />,
            sort: true,
            width: 10,
          },
        ]}
        empty={<EmptyState title={t('noneTitle')} text={t('noneText')} action={create} />}
      />
    </Page>
  );
}
