import { IconSend } from '@tabler/icons-react';
import { WORK_CHANNELS } from '../../../../contract/action-work.ts';
import { isProfiled } from '../../../../contract/tracks.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { actionTexts } from './action-texts/texts.ts';
import { useHere } from './campaign-context.ts';
import { RunControls } from './run-controls.tsx';
import { texts } from './texts/texts.ts';
import { TrackControls } from './tracks/track-controls.tsx';
import { useAddresses } from './use-addresses.ts';
import { useDistribution } from './use-distribution.ts';
import { workTexts } from './work-texts/texts.ts';

const plane = <IconSend size={17} stroke={1.75} />;

/** The paper plane at the top right: it says how many; while something runs, pause and stop stand in its place. */
export function SendButton() {
  return isProfiled(useHere().campaign.kind) ? <TrackControls /> : <Plane />;
}

function Plane() {
  const t = useTexts(texts);
  const { campaign, action, live, prepared } = useHere();
  const { stop } = useAddresses();
  const { count, hindered, follows, busy, send } = useDistribution();
  const [a, w] = [useTexts(actionTexts), useTexts(workTexts)];
  const undoable = live?.state === 'scheduled' && action.schedule.kind === 'now';
  if (undoable || live?.state === 'missed') return null;
  if (live) return campaign.may.run ? <RunControls run={live} /> : null;
  const over = action.state === 'done' && !(prepared && prepared.sums.planned > 0);
  if (!campaign.may.run || over || campaign.archivedAt) return null;
  const list = action.channel === 'list';
  const work = WORK_CHANNELS.includes(action.channel);
  const short = work ? w('giveOutShort') : t(list ? 'makeListShort' : 'distribute');
  const numbered = (to: number) =>
    work ? w('giveOut', { count: to }) : t(list ? 'makeList' : 'sendTo', { count: to });
  if (hindered) {
    return (
      <Button look="primary" icon={plane} href={stop('check')}>
        {short}
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
      {count === undefined ? short : numbered(count)}
    </Button>
  );
}
