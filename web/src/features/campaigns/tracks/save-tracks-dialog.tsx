import { useState } from 'react';
import type { Tracks } from '../../../../../contract/tracks.ts';
import { RadioField } from '../../../form/choice-fields.tsx';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { Stack } from '../../../ui/layout.tsx';
import { Foot, Modal } from '../../../ui/modal.tsx';
import { Text } from '../../../ui/text.tsx';
import { trackTexts } from '../track-texts/texts.ts';

export interface WhatBecomes {
  underWay: 'stay' | 'move';
  through: 'rest' | 'receive';
}

interface SaveTracksDialogProps {
  open: boolean;
  tracks: Pick<Tracks, 'tracks'>;
  onClose: () => void;
  onSave: (becomes: WhatBecomes) => void;
}

/** What becomes of the people who are in a track that is changed. */
export function SaveTracksDialog({ open, tracks: { tracks }, onClose, onSave }: SaveTracksDialogProps) {
  const t = useTexts(trackTexts);
  const [underWay, setUnderWay] = useState<WhatBecomes['underWay']>('stay');
  const [through, setThrough] = useState<WhatBecomes['through']>('rest');
  const count = (states: readonly ('queued' | 'active' | 'held' | 'finished')[]) =>
    tracks.reduce((sum, { people }) => sum + states.reduce((all, state) => all + people[state], 0), 0);
  return (
    <Modal open={open} onClose={onClose} title={t('peopleAreIn')}>
      <Stack>
        <Text>{t('peopleAreInText')}</Text>
        <RadioField
          label={t('underWay', { count: count(['queued', 'active', 'held']) })}
          value={underWay}
          onChange={setUnderWay}
          choices={[
            { value: 'stay', label: t('underWay_stay'), hint: t('underWayHint_stay') },
            { value: 'move', label: t('underWay_move'), hint: t('underWayHint_move') },
          ]}
        />
        <RadioField
          label={t('through', { count: count(['finished']) })}
          value={through}
          onChange={setThrough}
          choices={[
            { value: 'rest', label: t('through_rest') },
            { value: 'receive', label: t('through_receive'), hint: t('throughHint_receive') },
          ]}
        />
        <Foot>
          <Button look="quiet" onClick={onClose}>
            {t('discard')}
          </Button>
          <Button look="primary" onClick={() => onSave({ underWay, through })}>
            {t('saveTracks')}
          </Button>
        </Foot>
      </Stack>
    </Modal>
  );
}
