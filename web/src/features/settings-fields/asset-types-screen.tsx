import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type AssetType, listAssetTypes, updateAssetType } from '../../../../contract/assets.ts';
import { listCrmFields } from '../../../../contract/crm-fields.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useKeptMenu } from '../../kept-list/use-kept-menu.ts';
import { paths } from '../../paths.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Status } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Code } from '../../ui/text.tsx';
import { Count } from '../../ui/values.tsx';
import { useGo } from '../../url.ts';
import { AssetTypeDialog } from './asset-type-dialog.tsx';
import { typeTexts } from './type-texts/texts.ts';

function useColumns(): Column<AssetType>[] {
  const t = useTexts(typeTexts);
  return [
    { key: 'name', header: t('name'), cell: (row) => row.name, always: true, width: 12 },
    { key: 'identifier', header: t('identifier'), cell: (row) => row.identifierLabel || '–', width: 12 },
    {
      key: 'fields',
      header: t('fields'),
      cell: (row) => (
        <Link href={paths.customFields({ of: row.id })}>
          <Count value={row.fields} />
        </Link>
      ),
      width: 7,
      align: 'end',
    },
    {
      key: 'assets',
      header: t('assets'),
      cell: (row) => (
        <Link href={paths.assets({ typeId: row.id })}>
          <Count value={row.assets} />
        </Link>
      ),
      width: 7,
      align: 'end',
    },
    { key: 'key', header: t('key'), cell: (row) => <Code>{row.key}</Code>, width: 9 },
    {
      key: 'state',
      header: t('state'),
      cell: (row) => <Status tone={row.archived ? 'neutral' : 'good'}>{t(row.archived ? 'archived' : 'inUse')}</Status>,
      width: 8,
    },
  ];
}

function useTypeMenu(all: readonly AssetType[], edit: (type: AssetType) => void) {
  const t = useTexts(typeTexts);
  const go = useGo();
  const update = useAction(updateAssetType, { invalidate: [listAssetTypes, listCrmFields] });
  return useKeptMenu<AssetType>({
    of: 'asset_type',
    name: ({ name }) => name,
    archiveText: t('archiveText'),
    orderOf: () => all,
    change: (id, to) => update.runAsync({ id, ...to }),
    edit,
    more: (type) => [
      { label: t('editFields'), onClick: () => go(paths.customFields({ of: type.id })) },
      { label: t('seeAssets'), onClick: () => go(paths.assets({ typeId: type.id })) },
    ],
  });
}

/** What kinds of things customers own. */
export function AssetTypesScreen() {
  const t = useTexts(typeTexts);
  const [subject, setSubject] = useState<AssetType | 'new' | null>(null);
  const { data, loading, problem } = useEndpoint(listAssetTypes, {});
  const types = data?.types ?? [];
  const columns = useColumns();
  const menu = useTypeMenu(types, setSubject);
  const create = (
    <Button look="primary" icon={<IconPlus size={16} />} onClick={() => setSubject('new')}>
      {t('newType')}
    </Button>
  );
  return (
    <Page title={t('title')} text={t('text')} actions={create}>
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      <PlainTable
        label={t('title')}
        columns={columns}
        rows={types}
        loading={loading}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        onOpen={setSubject}
        menu={menu}
        empty={<EmptyState title={t('none')} text={t('noneText')} action={create} />}
      />
      <AssetTypeDialog subject={subject} onClose={() => setSubject(null)} />
    </Page>
  );
}
