import { IconArrowBackUp, IconClock, IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import { campaignHistory, getCampaign } from '../../../../contract/campaigns.ts';
import { cancelRun, getRun, listRuns, pauseRun, type Run, resumeRun, stopRun } from '../../../../contract/runs.ts';
import { useAction } from '../../api/use-action.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { NewStart } from '../../missed-run/new-start.tsx';
import { texts as startTexts } from '../../missed-run/texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { useHere } from './campaign-context.ts';
import { recurrenceTexts } from './recurrence-texts/texts.ts';
import { runTexts } from './run-texts/texts.ts';

const size = { size: 16, stroke: 1.75 };

/** Pause, resume and stop, always at hand while something runs. */
export function RunControls({ run }: { run: Run }) {
  const t = useTexts(runTexts);
  const r = useTexts(recurrenceTexts);
  const stale = { invalidate: [listRuns, getRun, getCampaign, campaignHistory] };
  const pause = useAction(pauseRun, stale);
  const resume = useAction(resumeRun, stale);
  const stop = useAction(stopRun, stale);
  const id = run.id;
  const askStop = async () => {
    const count = run.sums.open;
    const text = [t('stopText', { count }), run.occursAt ? r('stopEndsSeries') : ''].join(' ');
    const question = { title: t('stopTitle'), text, action: t('stop'), danger: true };
    if (await confirm(question)) stop.run({ id });
  };
  if (run.state === 'scheduled') return <BeforeStart run={run} />;
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

/** It is sealed and waits for its time: back to the list, or another time where it was to begin at one. */
function BeforeStart({ run }: { run: Run }) {
  const t = useTexts(runTexts);
  const start = useTexts(startTexts);
  const { action, campaign } = useHere();
  const [choosing, setChoosing] = useState(false);
  const takeBack = useAction(cancelRun, {
    invalidate: [listRuns, getRun, getCampaign, campaignHistory],
    done: t('takenBack'),
  });
  return (
    <>
      {action.schedule.kind === 'at' || run.occursAt ? (
        <Button icon={<IconClock {...size} />} onClick={() => setChoosing(true)}>
          {start('newTime')}
        </Button>
      ) : null}
      <Button icon={<IconArrowBackUp {...size} />} busy={takeBack.busy} onClick={() => takeBack.run({ id: run.id })}>
        {t('takeBack')}
      </Button>
      {run.occursAt && campaign.state === 'running' ? <EndSeries id={run.id} /> : null}
      {choosing ? <NewStart run={run} onClose={() => setChoosing(false)} /> : null}
    </>
  );
}

/** What was sent stays; no further date follows. */
function EndSeries({ id }: Pick<Run, 'id'>) {
  const r = useTexts(recurrenceTexts);
  const end = useAction(stopRun, { invalidate: [listRuns, getRun, getCampaign, campaignHistory] });
  const ask = async () => {
    const question = { title: r('endTitle'), text: r('endText'), action: r('endSeries'), danger: true };
    if (await confirm(question)) end.run({ id });
  };
  return (
    <Button icon={<IconPlayerStop {...size} />} busy={end.busy} onClick={() => void ask()}>
      {r('endSeries')}
    </Button>
  );
}
