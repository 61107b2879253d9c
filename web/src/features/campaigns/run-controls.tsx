import { IconArrowBackUp, IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { campaignHistory, getCampaign } from '../../../../contract/campaigns.ts';
import { cancelRun, getRun, listRuns, pauseRun, type Run, resumeRun, stopRun } from '../../../../contract/runs.ts';
import { useAction } from '../../api/use-action.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { runTexts } from './run-texts/texts.ts';

const size = { size: 16, stroke: 1.75 };

/** Pause, resume and stop, always at hand while something runs. */
export function RunControls({ run }: { run: Run }) {
  const t = useTexts(runTexts);
  const stale = { invalidate: [listRuns, getRun, getCampaign, campaignHistory] };
  const pause = useAction(pauseRun, stale);
  const resume = useAction(resumeRun, stale);
  const stop = useAction(stopRun, stale);
  const takeBack = useAction(cancelRun, { ...stale, done: t('takenBack') });
  const id = run.id;
  const askStop = async () => {
    const count = run.sums.open;
    const question = { title: t('stopTitle'), text: t('stopText', { count }), action: t('stop'), danger: true };
    if (await confirm(question)) stop.run({ id });
  };
  if (run.state === 'scheduled') {
    return (
      <Button icon={<IconArrowBackUp {...size} />} busy={takeBack.busy} onClick={() => takeBack.run({ id })}>
        {t('takeBack')}
      </Button>
    );
  }
  return (
    <>
      {run.state === 'paused' ? (
        <Button
          look="primary"
          icon={<IconPlayerPlay {...size} />}
          busy={resume.busy}
          onClick={() => resume.run({ id })}
        >
          {t('resume')}
        </Button>
      ) : (
        <Button icon={<IconPlayerPause {...size} />} busy={pause.busy} onClick={() => pause.run({ id })}>
          {t('pause')}
        </Button>
      )}
      <Button icon={<IconPlayerStop {...size} />} busy={stop.busy} onClick={() => void askStop()}>
        {t('stop')}
      </Button>
    </>
  );
}
