import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type InteractionType,
  listInteractionTypes,
  updateInteractionType,
} from '../../../../contract/interactions.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useKeptMenu } from '../../kept-list/use-kept-menu.ts';
import { paths } from '../../paths.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Badge, Status } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Text } from '../../ui/text.tsx';
import { Count } from '../../ui/values.tsx';
import { texts } from './texts/texts.ts';
import { TypeDialog } from './type-dialog.tsx';

function useColumns(): Column<InteractionType>[] {
  const t = useTexts(texts);
  return [
    { key: 'name', header: t('name'), cell: (row) => row.name, always: true, width: 13 },
    {
      key: 'work',
      header: t('work'),
      cell: (row) => <Badge tone={row.work ? 'accent' : 'neutral'}>{t(row.work ? 'workYes' : 'workNo')}</Badge>,
      width: 10,
    },
    { key: 'keptOn', header: t('keptOn'), cell: (row) => t(`kept_${row.keptOn}`), width: 8 },
    {
      key: 'responsible',
      header: t('responsible'),
      cell: (row) => row.named?.name ?? t(`responsible_${row.responsible}`),
      width: 13,
    },
    {
      key: 'channel',
      header: t('channel'),
      cell: (row) => (row.channel ? t(`channel_${row.channel}`) : '–'),
      width: 9,
    },
    {
      key: 'fields',
      header: t('fields'),
      cell: (row) => row.fields.map(({ label }) => label).join(', ') || '–',
      width: 10,
    },
    { key: 'items', header: t('items'), cell: (row) => <Count value={row.items} />, align: 'end', width: 6 },
    {
      key: 'state',
      header: t('state'),
      cell: (row) => <Status tone={row.archived ? 'neutral' : 'good'}>{t(row.archived ? 'archived' : 'inUse')}</Status>,
      width: 8,
    },
  ];
}

function useTypeMenu(types: readonly InteractionType[], edit: (type: InteractionType) => void) {
  const t = useTexts(texts);
  const update = useAction(updateInteractionType, { invalidate: [listInteractionTypes] });
  return useKeptMenu<InteractionType>({
    of: 'interaction_type',
    name: ({ name }) => name,
    archiveText: t('archiveText'),
    orderOf: () => types.filter(({ archived }) => !archived),
    change: (id, to) => update.runAsync({ id, ...to }),
    edit,
  });
}

/** A02, A09: what the dossier is made of. */
export function TypesScreen() {
  const t = useTexts(texts);
  const [subject, setSubject] = useState<InteractionType | 'new' | null>(null);
  const { data, loading, problem } = useEndpoint(listInteractionTypes, {});
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
      <Text tone="quiet">
        <Link href={paths.customFields({ of: 'interaction' })}>{t('fieldsLink')}</Link>
      </Text>
      <TypeDialog subject={subject} onClose={() => setSubject(null)} />
    </Page>
  );
}
