import { useState } from 'react';
import { getImport, type Import, listImportProfiles, saveImportProfile } from '../../../../contract/import.ts';
import { useAction } from '../../api/use-action.ts';
import { TextField } from '../../form/text-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { Row } from '../../ui/layout.tsx';
import { notify } from '../../ui/toast.tsx';
import { texts } from './texts/texts.ts';

/** Keeps the mapping and the options under a name, for the next file with the same columns. */
export function KeepProfile({ found }: { found: Import }) {
  const t = useTexts(texts);
  const [name, setName] = useState(found.profile?.name ?? '');
  const save = useAction(saveImportProfile, {
    invalidate: [getImport, listImportProfiles],
    onSuccess: (next) => notify.success(t('profileKept', { name: next.profile?.name ?? '' })),
  });
  return (
    <Section title={t('profile')} text={t('profileText')}>
      <Row align="end">
        <TextField label={t('profileName')} example={t('profileExample')} value={name} onChange={setName} />
        <Button
          disabled={name.trim() === ''}
          busy={save.busy}
          onClick={() => save.run({ id: found.id, name: name.trim() })}
        >
          {t('keepProfile')}
        </Button>
      </Row>
    </Section>
  );
}
