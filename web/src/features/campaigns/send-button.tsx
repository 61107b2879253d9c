import { IconSend } from '@tabler/icons-react';
import { isProfiled } from '../../../../contract/tracks.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { actionTexts } from './action-texts/texts.ts';
import { useHere } from './campaign-context.ts';
import { useDeed } from './deed.ts';
import { recurrenceTexts } from './recurrence-texts/texts.ts';
import { RunControls } from './run-controls.tsx';
import { TrackControls } from './tracks/track-controls.tsx';
import { useAddresses } from './use-addresses.ts';
import { useDistribution } from './use-distribution.ts';

const plane = <IconSend size={17} stroke={1.75} />;

/** The paper plane at the top right: it says how many; while something runs, pause and stop stand in its place. */
export function SendButton() {
  return isProfiled(useHere().campaign.kind) ? <TrackControls /> : <Plane />;
}

function Plane() {
  const deed = useDeed();
  const { campaign, action, live, nextDate, prepared } = useHere();
  const { stop } = useAddresses();
  const { count, hindered, follows, recurs, busy, send } = useDistribution();
  const a = useTexts(actionTexts);
  const r = useTexts(recurrenceTexts);
  const undoable = live?.state === 'scheduled' && action.schedule.kind === 'now';
  if (undoable || live?.state === 'missed') return null;
  const going = live ?? (prepared ? null : nextDate);
  if (going) return campaign.may.run ? <RunControls run={going} /> : null;
  const over = action.state === 'done' && !(prepared && prepared.sums.planned > 0);
  if (!campaign.may.run || over || campaign.archivedAt) return null;
  if (hindered) {
    return (
      <Button look="primary" icon={plane} href={stop('check')}>
        {deed.short}
      </Button>
    );
  }
  if (recurs || (follows && !prepared)) {
    return (
      <Button look="primary" icon={plane} busy={busy} onClick={() => void send()}>
        {recurs ? r('begin') : a('release')}
      </Button>
    );
  }
  return (
    <Button
      look="primary"
      icon={plane}
      busy={busy}
      disabled={count === undefined || count === 0}
      onClick={() => void send()}
    >
      {count === undefined ? deed.short : deed.go(count)}
    </Button>
  );
}
