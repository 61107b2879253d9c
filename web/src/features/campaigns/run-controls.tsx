import { IconArrowBackUp, IconClock, IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
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

const stale = { invalidate: [listRuns, getRun, getCampaign, campaignHistory] };

/** Pause, resume and stop, always at hand while something runs. */
export function RunControls({ run }: { run: Run }) {
  const t = useTexts(runTexts);
  const r = useTexts(recurrenceTexts);
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
      <PauseOrResume run={run} />
      <Button icon={<IconPlayerStop {...size} />} busy={stop.busy} onClick={() => void askStop()}>
        {t('stop')}
      </Button>
    </>
  );
}

/** As long as the second click of a double click may take. */
const REST_MS = 1000;

/** One button, so that it keeps the keyboard's focus; after each change it rests, for whoever clicks twice means the first of the two. */
function PauseOrResume({ run: { id, state } }: { run: Run }) {
  const t = useTexts(runTexts);
  const pause = useAction(pauseRun, stale);
  const resume = useAction(resumeRun, stale);
  const paused = state === 'paused';
  const place = useRef<HTMLSpanElement>(null);
  const pressed = useRef(false);
  const since = useRef({ paused, at: Number.NEGATIVE_INFINITY });
  if (since.current.paused !== paused) since.current = { paused, at: performance.now() };
  const busy = pause.busy || resume.busy;
  useEffect(() => {
    if (busy || !pressed.current) return;
    pressed.current = false;
    // A button that is busy loses the focus, to what it stands in when it is clicked meanwhile.
    if (document.activeElement?.contains(place.current)) place.current?.querySelector('button')?.focus();
  }, [busy]);
  const press = () => {
    if (performance.now() - since.current.at < REST_MS) return;
    pressed.current = true;
    (paused ? resume : pause).run({ id });
  };
  return (
    <span ref={place}>
      <Button
        look={paused ? 'primary' : 'default'}
        icon={paused ? <IconPlayerPlay {...size} /> : <IconPlayerPause {...size} />}
        busy={busy}
        onClick={press}
      >
        {t(paused ? 'resume' : 'pause')}
      </Button>
    </span>
  );
}

/** It is sealed and waits for its time: back to the list, or another time where it was to begin at one. */
function BeforeStart({ run }: { run: Run }) {
  const t = useTexts(runTexts);
  const start = useTexts(startTexts);
  const { action, campaign } = useHere();
  const [choosing, setChoosing] = useState(false);
  const takeBack = useAction(cancelRun, {
    ...stale,
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
  const end = useAction(stopRun, stale);
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
