import { useEffect, useState } from 'react';
import { campaignHistory, getCampaign } from '../../../../contract/campaigns.ts';
import { cancelRun, listRuns, type Run } from '../../../../contract/runs.ts';
import { useAction } from '../../api/use-action.ts';
import { shared } from '../../i18n/shared/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { useHere } from './campaign-context.ts';
import { useDeed } from './deed.ts';
import { runTexts } from './run-texts/texts.ts';

/** Seconds until then, counted down; never below nothing. */
function useSecondsUntil(moment: string | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return moment === null ? 0 : Math.max(0, Math.ceil((Date.parse(moment) - now) / 1000));
}

/** Between Go and the first message: the seconds left, and the way back. */
export function UndoBar() {
  const { live, action } = useHere();
  if (live?.state !== 'scheduled' || action.schedule.kind !== 'now') return null;
  return <Countdown id={live.id} until={live.scheduledFor} planned={live.sums.planned} />;
}

function Countdown({ id, until, planned }: { id: Run['id']; until: string | null; planned: number }) {
  const t = useTexts(runTexts);
  const common = useTexts(shared);
  const deed = useDeed();
  const seconds = useSecondsUntil(until);
  const undo = useAction(cancelRun, { invalidate: [listRuns, getCampaign, campaignHistory], done: t('takenBack') });
  return (
    <Alert
      title={deed.about(planned)}
      action={
        <Button look="primary" size="small" busy={undo.busy} disabled={seconds === 0} onClick={() => undo.run({ id })}>
          {common('undo')}
        </Button>
      }
    >
      {seconds > 0 ? t('leavesIn', { count: seconds }) : t('leaving')}
    </Alert>
  );
}
