import { IconCheck, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type Interaction, listInteractions } from '../../../contract/interactions.ts';
import type { Party } from '../../../contract/runs.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useMay } from '../session/session.ts';
import type { Column } from '../table/column.ts';
import { PlainTable } from '../table/plain-table.tsx';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { Modal } from '../ui/modal.tsx';
import { Text } from '../ui/text.tsx';
import { When } from '../ui/values.tsx';
import { ItemDrawer } from './item-drawer.tsx';
import { NewItemForm } from './item-form.tsx';
import { ItemState } from './item-state.tsx';
import { texts } from './texts/texts.ts';
import { useSettle } from './use-settle.ts';

function useColumns(mayEdit: boolean): Column<Interaction>[] {
  const t = useTexts(texts);
  const settle = useSettle();
  return [
    { key: 'subject', header: t('subject'), cell: (row) => row.subject, always: true, width: 12 },
    { key: 'type', header: t('type'), cell: (row) => row.type.name, width: 8 },
    { key: 'responsible', header: t('responsible'), cell: (row) => row.responsible?.name ?? '–', width: 8 },
    {
      key: 'due',
      header: t('due'),
      cell: (row) => (row.overdue || !row.dueAt ? <ItemState item={row} /> : <When at={row.dueAt} show="date" />),
      width: 7,
    },
    ...(mayEdit
      ? [
          {
            key: 'done',
            header: t('done'),
            cell: (row: Interaction) => (
              <Button size="small" icon={<IconCheck size={14} />} onClick={() => settle([row.id], 'done')}>
                {t('markDone')}
              </Button>
            ),
            width: 6,
          },
        ]
      : []),
  ];
}

/** What is to be done about a person, company or lead, and the way to add to the dossier. */
export function DossierPanel({ party }: { party: { kind: Party['kind']; id: string } }) {
  const t = useTexts(texts);
  const mayEdit = useMay('crm.edit');
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const { data, loading } = useEndpoint(listInteractions, { partyId: party.id as never, state: 'open', limit: 50 });
  const rows = data?.rows ?? [];
  const columns = useColumns(mayEdit);
  const add = mayEdit ? (
    <Button size="small" icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('newItem')}
    </Button>
  ) : undefined;
  return (
    <Section title={t('toDo')} text={t('toDoText')} actions={add}>
      {rows.length > 0 || loading ? (
        <PlainTable
          label={t('toDo')}
          columns={columns}
          rows={rows}
          loading={loading}
          rowKey={(row) => row.id}
          rowName={(row) => row.subject}
          onOpen={(row) => setOpen(row.id)}
        />
      ) : (
        <Text tone="quiet">{t('nothingToDo')}</Text>
      )}
      <Modal open={adding} onClose={() => setAdding(false)} title={t('newItem')}>
        {adding ? <NewItemForm party={party as Party} onDone={() => setAdding(false)} /> : null}
      </Modal>
      <ItemDrawer id={open} onClose={() => setOpen(null)} />
    </Section>
  );
}
