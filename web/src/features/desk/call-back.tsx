import { useState } from 'react';
import { momentOnWall, wallTimeOf } from '../../../../contract/wall-time.ts';
import { DateTimeField } from '../../form/date-field.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { texts } from './texts/texts.ts';

const DAY_MS = 86_400_000;

interface CallBackProps {
  busy: boolean;
  onSave: (at: string) => void;
  onCancel: () => void;
}

/** When the person asked to be called; the same time tomorrow until somebody says otherwise. */
export function CallBack({ busy, onSave, onCancel }: CallBackProps) {
  const t = useTexts(texts);
  const { timeZone } = useFormat();
  const [wall, setWall] = useState(() => wallTimeOf(new Date(Date.now() + DAY_MS).toISOString(), timeZone));
  const save = () => wall !== '' && onSave(momentOnWall(wall, timeZone));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack>
        <DateTimeField label={t('callBackAt')} timeZone={timeZone} value={wall} onChange={setWall} />
        <Row>
          <Button submit look="primary" busy={busy} disabled={wall === ''}>
            {t('callBackSave')}
          </Button>
          <Button onClick={onCancel}>{t('cancel')}</Button>
        </Row>
      </Stack>
    </form>
  );
}
