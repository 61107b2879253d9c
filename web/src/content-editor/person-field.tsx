import { useEffect, useState } from 'react';
import { listContacts } from '../../../contract/crm.ts';
import type { PartyId } from '../../../contract/ids.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { SelectField } from '../form/choice-fields.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { texts } from './texts/texts.ts';

export interface ShownPerson {
  id: PartyId;
  name: string;
}

/** Nobody: the fields show their names. */
const NOBODY = 'nobody';

interface PersonFieldProps {
  person: ShownPerson | null;
  onPick: (person: ShownPerson | null) => void;
}

/** For whom the preview is made. */
export function PersonField({ person, onPick }: PersonFieldProps) {
  const t = useTexts(texts);
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim() === person?.name ? '' : words.trim()), 200);
    return () => clearTimeout(timer);
  }, [words, person]);
  const { data } = useEndpoint(listContacts, { search: asked, limit: 8 }, { keep: true });
  const found = (data?.rows ?? []).map((row) => ({
    value: row.id as string,
    label: `${row.firstName} ${row.lastName}`.trim() || (row.email ?? row.id),
  }));
  const shown =
    person && !found.some(({ value }) => value === person.id)
      ? [{ value: person.id as string, label: person.name }]
      : [];
  const choices = [...shown, ...found, { value: NOBODY, label: t('fieldNames') }];
  return (
    <SelectField
      label={t('shownFor')}
      choices={choices}
      value={person?.id ?? NOBODY}
      nothing={t('searchPerson')}
      onSearch={setWords}
      onChange={(value) => {
        const chosen = found.find((choice) => choice.value === value);
        onPick(chosen ? { id: chosen.value as PartyId, name: chosen.label } : null);
      }}
    />
  );
}

/** Whom a preview is for, and how to pick another: `start`, or without one somebody real. Null: nobody, the fields show their names. */
export function useShownPerson(start?: ShownPerson | null): [ShownPerson | null, (person: ShownPerson | null) => void] {
  const first = useFirstPerson();
  const [picked, setPicked] = useState(start);
  return [picked === undefined ? first : picked, setPicked];
}

function useFirstPerson(): ShownPerson | null {
  const { data } = useEndpoint(listContacts, { limit: 1 });
  const first = data?.rows[0];
  return first ? { id: first.id as string as PartyId, name: `${first.firstName} ${first.lastName}`.trim() } : null;
}
