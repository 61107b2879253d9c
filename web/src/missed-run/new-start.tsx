import { useState } from 'react';
import { campaignHistory, getCampaign } from '../../../contract/campaigns.ts';
import { getRun, listRuns, type Run, rescheduleRun, today } from '../../../contract/runs.ts';
import { momentOnWall, wallTimeOf } from '../../../contract/wall-time.ts';
import { useAction } from '../api/use-action.ts';
import { DateTimeField } from '../form/date-field.tsx';
import { shared } from '../i18n/shared/texts.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { Modal } from '../ui/modal.tsx';
import { texts } from './texts/texts.ts';

const HOUR_MS = 3_600_000;

/** As it is planned; where that is over, the next full hour that leaves time to think. */
const proposed = ({ scheduledFor }: Run, now: number): string =>
  scheduledFor !== null && Date.parse(scheduledFor) > now
    ? scheduledFor
    : new Date(Math.ceil(now / HOUR_MS + 1) * HOUR_MS).toISOString();

/** Another time for a start that was missed, or is still to come. */
export function NewStart({ run, onClose }: { run: Run; onClose: () => void }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const { timeZone } = useFormat();
  const [wall, setWall] = useState(() => wallTimeOf(proposed(run, Date.now()), timeZone));
  const reschedule = useAction(rescheduleRun, {
    invalidate: [listRuns, getRun, getCampaign, campaignHistory, today],
    toast: false,
    onSuccess: onClose,
  });
  return (
    <Modal open title={t('newTime')} onClose={onClose}>
      <Stack>
        <DateTimeField
          label={t('startsAt')}
          timeZone={timeZone}
          value={wall}
          onChange={setWall}
          error={reschedule.problem?.message}
        />
        <Row spread="end">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            look="primary"
            busy={reschedule.busy}
            disabled={wall === ''}
            onClick={() => reschedule.run({ id: run.id, at: momentOnWall(wall, timeZone) })}
          >
            {t('schedule')}
          </Button>
        </Row>
      </Stack>
    </Modal>
  );
}
