import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { getCompany, getContact, listCompanies, listContacts } from '../../../contract/crm.ts';
import { BUILT_IN_FIELDS } from '../../../contract/crm-fields.ts';
import type { OutputOf } from '../../../contract/endpoint.ts';
import { getLead, listLeads } from '../../../contract/leads.ts';
import { listDuplicates, mergeParties, previewMerge, undoMerge } from '../../../contract/merges.ts';
import type { Language } from '../../../contract/messages/index.ts';
import type { Party } from '../../../contract/runs.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useCountryName } from '../crm-fields/country-field.tsx';
import { shared } from '../i18n/shared/texts.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { confirm } from '../ui/confirm.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { Foot, Modal } from '../ui/modal.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Text } from '../ui/text.tsx';
import { notify } from '../ui/toast.tsx';
import { useTally } from './tally.ts';
import { texts } from './texts/texts.ts';
import './merging.css';

type Kind = Party['kind'];
type Preview = OutputOf<typeof previewMerge>;
type Field = Preview['fields'][number];
type Side = Field['take'];
const CHANGED = [listContacts, listCompanies, listLeads, getContact, getCompany, getLead, listDuplicates];

export interface MergePair {
  kind: Kind;
  keptId: string;
  goneId: string;
}

function useFieldName(kind: Kind): (field: Field) => string {
  const language = useFormat().language as Language;
  const fields: Record<string, { label: Record<Language, string> }> = BUILT_IN_FIELDS[kind];
  return ({ field, label }) =>
    label ?? fields[field.replace(/_id$/, '')]?.label[language] ?? fields[field]?.label[language] ?? field;
}

/** A value as a person reads it: countries and languages by name, yes and no. */
function useReading(): (field: string, value: string | null) => string {
  const common = useTexts(shared);
  const countryName = useCountryName();
  const languages = new Intl.DisplayNames(useFormat().language, { type: 'language' });
  return (field, value) => {
    if (value === null || value === '') return '–';
    if (field === 'country') return countryName(value);
    if (field === 'language') return languages.of(value) ?? value;
    return value === 'true' ? common('yes') : value === 'false' ? common('no') : value;
  };
}

interface ChoicesProps {
  kind: Kind;
  preview: Preview;
  take: Record<string, Side>;
  choose: (field: string, side: Side) => void;
}

/** Both values of each field, side by side, and which of them stays. */
function Choices({ kind, preview: { kept, gone, fields }, take, choose }: ChoicesProps) {
  const t = useTexts(texts);
  const nameOf = useFieldName(kind);
  const read = useReading();
  const value = (field: Field, side: Side) =>
    field.kept === field.gone ? (
      <span className="text-quiet">{read(field.field, field[side])}</span>
    ) : (
      <label className="merge-choice">
        <input
          type="radio"
          name={field.field}
          checked={(take[field.field] ?? field.take) === side}
          onChange={() => choose(field.field, side)}
        />
        <span>{read(field.field, field[side])}</span>
      </label>
    );
  return (
    <table className="merge-table">
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">
            {t('stays')}: {kept.name || '–'}
          </th>
          <th scope="col">
            {t('goes')}: {gone.name || '–'}
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.field}>
            <th scope="row">{nameOf(field)}</th>
            <td>{value(field, 'kept')}</td>
            <td>{value(field, 'gone')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Merges after a question with the names; the note in the corner takes it apart again. */
function useMerge(onMerged: (keptId: string) => void) {
  const t = useTexts(texts);
  const tally = useTally();
  const undo = useAction(undoMerge, {
    invalidate: CHANGED,
    onSuccess: ({ left }) => notify.success(left.length > 0 ? t('undoneBut', { what: tally(left) }) : t('undone')),
  });
  const merge = useAction(mergeParties, { invalidate: CHANGED });
  const run = async (pair: MergePair, { kept, gone }: Preview, take: Record<string, Side>) => {
    const names = { kept: kept.name, gone: gone.name };
    if (!(await confirm({ title: t('askTitle', names), text: t('askText', names), action: t('merge') }))) return;
    const { id, keptId } = await merge.runAsync({ ...pair, take } as never);
    notify.undoable(t('merged', names), () => undo.run({ id }));
    onMerged(keptId);
  };
  return { run, busy: merge.busy };
}

interface MergeDialogProps {
  pair: MergePair | null;
  onClose: () => void;
  onMerged: (keptId: string) => void;
}

/** Two records side by side: which stays, and which value of each field. */
export function MergeDialog({ pair, onClose, onMerged }: MergeDialogProps) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const tally = useTally();
  const [swapped, setSwapped] = useState(false);
  const [take, setTake] = useState<Record<string, Side>>({});
  const asked: MergePair = pair ?? { kind: 'contact', keptId: '', goneId: '' };
  const sides = swapped ? { ...asked, keptId: asked.goneId, goneId: asked.keptId } : asked;
  const { data, problem } = useEndpoint(previewMerge, sides as never, { when: pair !== null });
  const close = () => {
    setSwapped(false);
    setTake({});
    onClose();
  };
  const { run, busy } = useMerge((keptId) => {
    close();
    onMerged(keptId);
  });
  const swap = () => {
    setTake({});
    setSwapped(!swapped);
  };
  return (
    <Modal open={pair !== null} onClose={close} title={t('mergeTitle')} size="large">
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      {!data && !problem ? <Skeleton lines={8} /> : null}
      {data ? (
        <Stack>
          <Row spread="between">
            <Text tone="quiet">{t('explain')}</Text>
            <Button size="small" icon={<IconArrowsExchange size={16} />} onClick={swap}>
              {t('swap')}
            </Button>
          </Row>
          <Choices
            kind={asked.kind}
            preview={data}
            take={take}
            choose={(field, side) => setTake({ ...take, [field]: side })}
          />
          {data.moves.length > 0 ? <Text>{t('comesOver', { what: tally(data.moves) })}</Text> : null}
          <Foot>
            <Button onClick={close}>{common('cancel')}</Button>
            <Button look="primary" busy={busy} onClick={() => void run(sides, data, take)}>
              {t('merge')}
            </Button>
          </Foot>
        </Stack>
      ) : null}
    </Modal>
  );
}
