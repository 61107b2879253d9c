import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { campaignHistory, getCampaign, listCampaigns } from '../../../../../contract/campaigns.ts';
import {
  countComing,
  endTracks,
  getTracks,
  holdTracks,
  listEnrolments,
  resumeTracks,
  startTracks,
} from '../../../../../contract/tracks.ts';
import { useAction } from '../../../api/use-action.ts';
import { useEndpoint } from '../../../api/use-endpoint.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { confirm } from '../../../ui/confirm.tsx';
import { useHere } from '../campaign-context.ts';
import { trackTexts } from '../track-texts/texts.ts';
import { useStartProblems } from './start-problems.tsx';

const CHANGED = [getCampaign, listCampaigns, getTracks, countComing, listEnrolments, campaignHistory] as const;

/** Start, pause, go on and end, where other campaigns have their paper plane. */
export function TrackControls() {
  const t = useTexts(trackTexts);
  const { campaign } = useHere();
  const { report } = useStartProblems();
  const coming = useEndpoint(countComing, { id: campaign.id }, { when: campaign.may.run });
  const start = useAction(startTracks, { invalidate: CHANGED, toast: false, done: t('started') });
  const hold = useAction(holdTracks, { invalidate: CHANGED });
  const resume = useAction(resumeTracks, { invalidate: CHANGED });
  const end = useAction(endTracks, { invalidate: CHANGED });
  if (!campaign.may.run || campaign.archivedAt) return null;
  const { id } = campaign;
  const people = coming.data?.people ?? 0;
  const begin = async () => {
    const question = { title: t('startTitle', { count: people }), text: t('startText'), action: t('start') };
    if (!(await confirm(question))) return;
    await start.runAsync({ id }).then(() => report([]), report);
  };
  const finish = async () => {
    if (await confirm({ title: t('endTitle'), text: t('endText'), action: t('end'), danger: true })) end.run({ id });
  };
  const ending = (
    <Button icon={<IconPlayerStop size={16} />} busy={end.busy} onClick={() => void finish()}>
      {t('end')}
    </Button>
  );
  if (campaign.state === 'running')
    return (
      <>
        {ending}
        <Button look="primary" icon={<IconPlayerPause size={16} />} busy={hold.busy} onClick={() => hold.run({ id })}>
          {t('pause')}
        </Button>
      </>
    );
  if (campaign.state === 'paused')
    return (
      <>
        {ending}
        <Button
          look="primary"
          icon={<IconPlayerPlay size={16} />}
          busy={resume.busy}
          onClick={() => resume.run({ id })}
        >
          {t('resume')}
        </Button>
      </>
    );
  return (
    <Button look="primary" icon={<IconPlayerPlay size={16} />} busy={start.busy} onClick={() => void begin()}>
      {t('startFor', { count: people })}
    </Button>
  );
}
