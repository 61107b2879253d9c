import { IconArrowMerge } from '@tabler/icons-react';
import { useState } from 'react';
import { listCompanies, listContacts } from '../../../contract/crm.ts';
import { listLeads } from '../../../contract/leads.ts';
import type { Party } from '../../../contract/runs.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { SelectField } from '../form/choice-fields.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { Modal } from '../ui/modal.tsx';
import { MergeDialog, type MergePair } from './merge-dialog.tsx';
import { texts } from './texts/texts.ts';

const SOURCES = { contact: listContacts, company: listCompanies, lead: listLeads };

interface Found {
  id: string;
  name?: string;
  firstName?: string;
  lastName?: string;
  email?: string | null;
  city?: string | null;
}

const nameOf = ({ name, firstName, lastName, email, city }: Found) =>
  [name ?? [firstName, lastName].filter(Boolean).join(' '), email, city].filter(Boolean).join(' · ');

/** "Merge with…" on the page of a record: finds the other one, then compares the two. */
export function MergeWith({
  kind,
  id,
  onMerged,
}: {
  kind: Party['kind'];
  id: string;
  onMerged?: (keptId: string) => void;
}) {
  const t = useTexts(texts);
  const [choosing, setChoosing] = useState(false);
  const [words, setWords] = useState('');
  const [pair, setPair] = useState<MergePair | null>(null);
  const { data } = useEndpoint(
    SOURCES[kind] as typeof listContacts,
    { search: words, limit: 12 },
    { when: choosing, keep: true },
  );
  const found = ((data?.rows ?? []) as Found[]).filter((row) => row.id !== id);
  const choose = (goneId: string | null) => {
    if (goneId === null) return;
    setChoosing(false);
    setPair({ kind, keptId: id, goneId });
  };
  return (
    <>
      <Button icon={<IconArrowMerge size={16} />} onClick={() => setChoosing(true)}>
        {t('mergeWith')}
      </Button>
      <Modal open={choosing} onClose={() => setChoosing(false)} title={t('mergeTitle')} size="small">
        <SelectField
          label={t('which')}
          hint={t('whichHint')}
          choices={found.map((row) => ({ value: row.id, label: nameOf(row) || '–' }))}
          value={null}
          onSearch={setWords}
          onChange={choose}
        />
      </Modal>
      <MergeDialog pair={pair} onClose={() => setPair(null)} onMerged={(keptId) => onMerged?.(keptId)} />
    </>
  );
}
