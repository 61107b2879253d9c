import { IconSend } from '@tabler/icons-react';
import { isProfiled } from '../../../../contract/tracks.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { actionTexts } from './action-texts/texts.ts';
import { useHere } from './campaign-context.ts';
import { useDeed } from './deed.ts';
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
  const { campaign, action, live, prepared } = useHere();
  const { stop } = useAddresses();
  const { count, hindered, follows, busy, send } = useDistribution();
  const a = useTexts(actionTexts);
  const undoable = live?.state === 'scheduled' && action.schedule.kind === 'now';
  if (undoable || live?.state === 'missed') return null;
  if (live) return campaign.may.run ? <RunControls run={live} /> : null;
  const over = action.state === 'done' && !(prepared && prepared.sums.planned > 0);
  if (!campaign.may.run || over || campaign.archivedAt) return null;
  if (hindered) {
    return (
      <Button look="primary" icon={plane} href={stop('check')}>
        {deed.short}
      </Button>
    );
  }
  if (follows && !prepared) {
    return (
      <Button look="primary" icon={plane} busy={busy} onClick={() => void send()}>
        {a('release')}
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
