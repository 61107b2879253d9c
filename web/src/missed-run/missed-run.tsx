import { useState } from 'react';
import { campaignHistory, getCampaign } from '../../../contract/campaigns.ts';
import { cancelRun, getRun, listRuns, type Run, rescheduleRun, today } from '../../../contract/runs.ts';
import { momentOnWall, wallTimeOf } from '../../../contract/wall-time.ts';
import { useAction } from '../api/use-action.ts';
import { DateTimeField } from '../form/date-field.tsx';
import { shared } from '../i18n/shared/texts.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { Modal } from '../ui/modal.tsx';
import { texts } from './texts/texts.ts';

interface Props {
  run: Run;
  title: string;
  /** Whether this person may decide. */
  decides: boolean;
}

/** A start that was missed asks: send it now, at another time, or not at all. */
export function MissedRun({ run, title, decides }: Props) {
  const t = useTexts(texts);
  const format = useFormat();
  const [choosing, setChoosing] = useState(false);
  const stale = { invalidate: [listRuns, getRun, getCampaign, campaignHistory, today] };
  const reschedule = useAction(rescheduleRun, stale);
  const giveUp = useAction(cancelRun, { ...stale, done: t('givenUp') });
  const { id } = run;
  return (
    <Alert tone="warn" title={title}>
      <Stack gap="small">
        <span>
          {t('text', { time: run.scheduledFor ? format.dateTime(run.scheduledFor) : '–', count: run.sums.planned })}
        </span>
        {decides ? (
          <Row>
            <Button size="small" look="primary" busy={reschedule.busy} onClick={() => reschedule.run({ id, at: null })}>
              {t('sendNow')}
            </Button>
            <Button size="small" onClick={() => setChoosing(true)}>
              {t('newTime')}
            </Button>
            <Button size="small" busy={giveUp.busy} onClick={() => giveUp.run({ id })}>
              {t('giveUp')}
            </Button>
          </Row>
        ) : null}
      </Stack>
      {choosing ? <NewTime id={id} onClose={() => setChoosing(false)} /> : null}
    </Alert>
  );
}

const HOUR_MS = 3_600_000;

function NewTime({ id, onClose }: { id: Run['id']; onClose: () => void }) {
  const t = useTexts(texts);
  const common = useTexts(shared);
  const { timeZone } = useFormat();
  const [wall, setWall] = useState(() =>
    wallTimeOf(new Date(Math.ceil(Date.now() / HOUR_MS + 1) * HOUR_MS).toISOString(), timeZone),
  );
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
            onClick={() => reschedule.run({ id, at: momentOnWall(wall, timeZone) })}
          >
            {t('schedule')}
          </Button>
        </Row>
      </Stack>
    </Modal>
  );
}
