import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ProofReaderId } from '../../../../contract/ids.ts';
import {
  addProofReader,
  listProofReaders,
  MAX_PROOF_READERS,
  type ProofReader,
  removeProofReader,
} from '../../../../contract/proof-readers.ts';
import { useAction } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { MultiSelect } from '../../form/choice-fields.tsx';
import { FieldRow, Form, FormFoot } from '../../form/form.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useForm } from '../../form/use-form.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMay } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { List, Row, Stack } from '../../ui/layout.tsx';
import { Modal } from '../../ui/modal.tsx';
import { Text } from '../../ui/text.tsx';
import { proofTexts } from './proof-texts/texts.ts';

export type Reader = ProofReader & { address: string };

/** Those on the shared list whom a test of the kind reaches. */
export const useProofReaders = (byPhone: boolean): Reader[] =>
  (useEndpoint(listProofReaders, {}).data?.rows ?? []).flatMap((reader) => {
    const address = byPhone ? reader.phone : reader.email;
    return address ? [{ ...reader, address }] : [];
  });

interface ProofReadersProps {
  readers: readonly Reader[];
  chosen: readonly ProofReaderId[];
  onChange: (chosen: ProofReaderId[]) => void;
}

/** Colleagues who get a test too, from a list that everybody here shares. */
export function ProofReaders({ readers, chosen, onChange }: ProofReadersProps) {
  const t = useTexts(proofTexts);
  const mayEdit = useMay('campaign.create');
  const [editing, edit] = useState(false);
  return (
    <Stack gap="small">
      <MultiSelect
        label={t('alsoTo')}
        nothing={t('nobodyYet')}
        choices={readers.map(({ id, name, address }) => ({ value: id as string, label: `${name} · ${address}` }))}
        value={readers.filter(({ id }) => chosen.includes(id)).map(({ id }) => id as string)}
        onChange={(ids) => onChange(ids.slice(0, MAX_PROOF_READERS) as ProofReaderId[])}
      />
      {mayEdit ? (
        <Row>
          <Button size="small" look="quiet" onClick={() => edit(true)}>
            {t('editList')}
          </Button>
        </Row>
      ) : null}
      <Modal open={editing} onClose={() => edit(false)} title={t('listTitle')}>
        <SharedList />
      </Modal>
    </Stack>
  );
}

const stale = { invalidate: [listProofReaders] };

function SharedList() {
  const t = useTexts(proofTexts);
  const rows = useEndpoint(listProofReaders, {}).data?.rows ?? [];
  const remove = useAction(removeProofReader, stale);
  const add = useAction(addProofReader, { ...stale, toast: false });
  const empty = { name: '', email: '', phone: '' };
  const form = useForm({ schema: addProofReader.input, start: empty, send: add.runAsync });
  return (
    <Stack>
      <Text tone="quiet">{t('listText')}</Text>
      {rows.length === 0 ? <Text>{t('noneListed')}</Text> : null}
      <List label={t('listTitle')} gap="small">
        {rows.map(({ id, name, email, phone }) => (
          <li key={id}>
            <Row spread="between" oneLine>
              <div className="proof-reader">
                <strong>{name}</strong>
                <Text size="small" tone="quiet">
                  {[email, phone].filter(Boolean).join(' · ')}
                </Text>
              </div>
              <IconButton
                label={t('removeReader', { name })}
                icon={<IconTrash size={16} stroke={1.75} />}
                onClick={() => remove.run({ id })}
              />
            </Row>
          </li>
        ))}
      </List>
      <Form form={form} guard={false} onSaved={() => form.reset(empty)}>
        <TextField name="name" label={t('name')} />
        <FieldRow>
          <TextField name="email" label={t('email')} kind="email" />
          <TextField name="phone" label={t('phone')} kind="tel" />
        </FieldRow>
        <FormFoot action={t('add')} />
      </Form>
    </Stack>
  );
}
