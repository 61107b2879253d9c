import { selectsSomebody } from '../../../../../contract/audience.ts';
import { getTracks } from '../../../../../contract/tracks.ts';
import { useEndpoint } from '../../../api/use-endpoint.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { campaignStop, paths } from '../../../paths.ts';
import { Stops } from '../../../ui/stops.tsx';
import { Heading } from '../../../ui/text.tsx';
import { usePath } from '../../../url.ts';
import { useHere } from '../campaign-context.ts';
import { texts } from '../texts/texts.ts';
import { trackTexts } from '../track-texts/texts.ts';

/** O12, as a drawing: Why → Tracks → Who and pace → Rehearsal → People → Results. A message is written on the stop of its track. */
export function TrackRoad() {
  const t = useTexts(trackTexts);
  const c = useTexts(texts);
  const path = usePath();
  const { campaign, action } = useHere();
  const tracks = useEndpoint(getTracks, { id: campaign.id });
  const { id } = campaign;
  const lacks = (stop: string) =>
    campaign.problems.some((problem) => problem.stop === stop && problem.field !== 'state');
  const chosen = tracks.data !== undefined && selectsSomebody(tracks.data.plan.audience);
  const begun = campaign.totals.planned > 0;
  const stops = [
    { label: c('stop_why'), href: campaignStop(id, 'why'), state: lacks('why') ? 'missing' : 'done' },
    { label: t('tracks'), href: paths.campaignTracks(id), state: lacks('what') ? 'missing' : 'done' },
    { label: t('whoAndPace'), href: paths.campaignJoining(id), state: chosen ? 'done' : 'missing' },
    { label: t('rehearsal'), href: paths.campaignRehearsal(id), state: 'empty' },
    { label: t('people'), href: paths.campaignPeople(id), state: begun ? 'done' : 'empty' },
    { label: c('stop_results'), href: campaignStop(id, 'results'), state: begun ? 'done' : 'empty' },
  ] as const;
  const here = path === campaignStop(id, 'what') ? paths.campaignTracks(id) : path;
  if (!stops.some(({ href }) => href === here)) return null;
  return (
    <>
      <Stops label={t('road')} stops={stops.map((stop) => ({ ...stop, current: stop.href === here }))} />
      {here === path ? null : <Heading level={2}>{action.name}</Heading>}
    </>
  );
}
