import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { addInterest, getTracks, type Tracks } from '../../../../../contract/tracks.ts';
import { useAction } from '../../../api/use-action.ts';
import { SelectField } from '../../../form/choice-fields.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { Stack } from '../../../ui/layout.tsx';
import { Foot, Modal } from '../../../ui/modal.tsx';
import { trackTexts } from '../track-texts/texts.ts';

interface InterestFieldProps {
  value: string | null;
  interests: Tracks['interests'];
  onChange: (interest: string | null) => void;
  error: string | undefined;
  disabled: boolean;
}

const NEW = '\u0000new';

/** For whom a track is: everybody, or those with an interest. */
export function InterestField({ value, interests, onChange, error, disabled }: InterestFieldProps) {
  const t = useTexts(trackTexts);
  const [adding, setAdding] = useState(false);
  const [label, setLabel] = useState('');
  const add = useAction(addInterest, {
    invalidate: [getTracks],
    onSuccess: (made) => {
      setAdding(false);
      setLabel('');
      onChange(made.value);
    },
  });
  const known = interests.some((interest) => interest.value === value) || value === null;
  return (
    <>
      <SelectField
        label={t('interest')}
        hint={t('interestHint')}
        nothing={t('everybody')}
        clearable
        value={value}
        choices={[
          ...interests,
          ...(known ? [] : [{ value: value!, label: value! }]),
          { value: NEW, label: t('newInterest') },
        ]}
        onChange={(chosen) => (chosen === NEW ? setAdding(true) : onChange(chosen))}
        error={error}
        disabled={disabled}
      />
      <Modal open={adding} onClose={() => setAdding(false)} title={t('newInterest')} size="small">
        <Stack>
          <TextField label={t('interest')} hint={t('newInterestHint')} value={label} onChange={setLabel} autoFocus />
          <Foot>
            <Button
              look="primary"
              icon={<IconPlus size={16} />}
              busy={add.busy}
              disabled={label.trim() === ''}
              onClick={() => add.run({ label })}
            >
              {t('addInterest')}
            </Button>
          </Foot>
        </Stack>
      </Modal>
    </>
  );
}
