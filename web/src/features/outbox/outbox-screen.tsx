import { useState } from 'react';
import { listOutbox, type OutboxRow } from '../../../../contract/outbox.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { When } from '../../ui/values.tsx';
import { OutboxDrawer } from './outbox-drawer.tsx';
import { texts } from './texts/texts.ts';

/** What was sent through this machine's own mail server: nothing of it left the house. */
export function OutboxScreen() {
  const t = useTexts(texts);
  const [open, setOpen] = useState<OutboxRow | null>(null);
  const columns: Column<OutboxRow>[] = [
    { key: 'to', header: t('to'), cell: (row) => row.to, always: true, width: 16 },
    { key: 'subject', header: t('subject'), cell: (row) => row.subject || '–', width: 24 },
    { key: 'from', header: t('from'), cell: (row) => row.from, width: 14, hidden: true },
    { key: 'receivedAt', header: t('received'), cell: (row) => <When at={row.receivedAt} />, width: 10 },
  ];
  return (
    <Page title={t('outbox')} text={t('text')}>
      <DataTable
        label={t('outbox')}
        source={listOutbox}
        input={{}}
        columns={columns}
        rowKey={(row) => row.id}
        rowName={(row) => `${row.to}: ${row.subject}`}
        onOpen={setOpen}
        searchHint={t('searchHint')}
        empty={<EmptyState title={t('noneYet')} text={t('noneYetText')} />}
      />
      {open ? <OutboxDrawer message={open} onClose={() => setOpen(null)} /> : null}
    </Page>
  );
}
