import { IconUpload } from '@tabler/icons-react';
import { type Import, listImports } from '../../../../contract/import.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Status } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import type { Tone } from '../../ui/tone.ts';
import { Count, When } from '../../ui/values.tsx';
import { texts } from './texts/texts.ts';

const TONES: Record<Import['state'], Tone> = {
  uploaded: 'neutral',
  checking: 'accent',
  checked: 'accent',
  running: 'accent',
  finished: 'good',
  cancelled: 'warn',
  failed: 'bad',
};

/** The state of an import, as a dot and a word. */
export function ImportState({ state }: { state: Import['state'] }) {
  const t = useTexts(texts);
  return (
    <Status tone={TONES[state]} live={state === 'checking' || state === 'running'}>
      {t(state)}
    </Status>
  );
}

/** Every file that was brought in. */
export function ImportsScreen() {
  const t = useTexts(texts);
  const create = useMay('crm.import') ? (
    <Button look="primary" icon={<IconUpload size={16} />} href={paths.newImport()}>
      {t('newImport')}
    </Button>
  ) : null;
  const columns: Column<Import>[] = [
    { key: 'fileName', header: t('file'), cell: (row) => row.fileName, always: true, width: 16 },
    { key: 'entity', header: t('what'), cell: (row) => t(row.entity), width: 8 },
    { key: 'state', header: t('state'), cell: (row) => <ImportState state={row.state} />, width: 9 },
    {
      key: 'rows',
      header: t('rows'),
      cell: (row) => (row.rows === null ? '–' : <Count value={row.rows} />),
      width: 6,
      align: 'end',
    },
    { key: 'created', header: t('created'), cell: (row) => <Count value={row.created} />, width: 6, align: 'end' },
    { key: 'updated', header: t('updated'), cell: (row) => <Count value={row.updated} />, width: 7, align: 'end' },
    { key: 'refused', header: t('refused'), cell: (row) => <Count value={row.refused} />, width: 6, align: 'end' },
    { key: 'createdBy', header: t('by'), cell: (row) => row.createdBy ?? '–', width: 9 },
    {
      key: 'createdAt',
      header: t('at'),
      cell: (row) => <When at={row.createdAt} show="relative" />,
      sort: true,
      width: 9,
    },
  ];
  return (
    <Page title={t('imports')} text={t('importsText')} actions={create}>
      <DataTable
        label={t('imports')}
        source={listImports}
        input={{}}
        columns={columns}
        rowKey={(row) => row.id}
        rowName={(row) => row.fileName}
        rowHref={(row) => paths.import(row.id)}
        sorted={{ sort: 'createdAt', direction: 'desc' }}
        searchHint={t('searchHint')}
        every={10_000}
        empty={<EmptyState title={t('noImports')} text={t('noImportsText')} action={create} />}
      />
    </Page>
  );
}
