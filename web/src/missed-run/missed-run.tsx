import { useState } from 'react';
import { campaignHistory, getCampaign } from '../../../contract/campaigns.ts';
import { cancelRun, getRun, listRuns, type Run, rescheduleRun, today } from '../../../contract/runs.ts';
import { errorMessage } from '../api/problem.ts';
import { useAction } from '../api/use-action.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Row, Stack } from '../ui/layout.tsx';
import { NewStart } from './new-start.tsx';
import { texts } from './texts/texts.ts';

interface Props {
  run: Run;
  title: string;
  /** Whether this person may decide. */
  decides: boolean;
}

/** Why it did not begin. */
function useSaid(): (run: Run) => string {
  const t = useTexts(texts);
  const format = useFormat();
  return ({ scheduledFor, pauseReason, occursAt, sums }) => {
    const time = scheduledFor ? format.dateTime(scheduledFor) : '–';
    if (pauseReason) return t('refused', { time, reason: errorMessage(pauseReason.code, pauseReason.params) });
    return occursAt ? t('lastDate', { time }) : t('text', { time, count: sums.planned });
  };
}

/** A start that was missed, or refused, asks: send it now, at another time, or not at all. */
export function MissedRun({ run, title, decides }: Props) {
  const t = useTexts(texts);
  const said = useSaid();
  const [choosing, setChoosing] = useState(false);
  const stale = { invalidate: [listRuns, getRun, getCampaign, campaignHistory, today] };
  const reschedule = useAction(rescheduleRun, stale);
  const giveUp = useAction(cancelRun, { ...stale, done: t('givenUp') });
  const { id } = run;
  return (
    <Alert tone="warn" title={title}>
      <Stack gap="small">
        <span>{said(run)}</span>
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
      {choosing ? <NewStart run={run} onClose={() => setChoosing(false)} /> : null}
    </Alert>
  );
}
