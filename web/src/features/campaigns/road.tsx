import { useEffect, useRef } from 'react';
import type { Campaign, LaunchProblem } from '../../../../contract/campaigns.ts';
import { isProfiled } from '../../../../contract/tracks.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { CampaignStop } from '../../paths.ts';
import { type StopState, Stops } from '../../ui/stops.tsx';
import { usePath } from '../../url.ts';
import { type Here, useHere } from './campaign-context.ts';
import { texts } from './texts/texts.ts';
import { TrackRoad } from './tracks/track-road.tsx';
import { useAddresses } from './use-addresses.ts';

const STOPS: readonly CampaignStop[] = ['why', 'who', 'what', 'when', 'check', 'results'];

/** What must be corrected, and not only filled in. */
const WRONG = new Set(['sending_account_unusable', 'schedule_past', 'campaign_cancelled', 'campaign_archived']);
/** Being ready is said at the end of the road, so it does not spoil its beginning. */
export const isSaidLast = (problem: LaunchProblem): boolean =>
  problem.code === 'campaign_not_ready' || problem.code === 'campaign_under_way';

/** How a stop of the road stands. */
export const stopState = (
  stop: CampaignStop,
  { action, problems, live, last }: Pick<Here, 'action' | 'problems' | 'live' | 'last'>,
): StopState => {
  if (stop === 'results') return action.state === 'done' ? 'done' : live || last ? 'missing' : 'empty';
  const hindering = problems.filter((problem) => !isSaidLast(problem));
  if (stop === 'check') return hindering.length === 0 ? 'done' : 'missing';
  return stateOf(hindering.filter((problem) => problem.stop === stop));
};

const stateOf = (problems: Campaign['problems']): StopState => {
  if (problems.length === 0) return 'done';
  return problems.some(({ code }) => WRONG.has(code)) ? 'wrong' : 'missing';
};

/** Why → Who → What → When → Check → Results, while one of them is shown. */
export function Road() {
  return isProfiled(useHere().campaign.kind) ? <TrackRoad /> : <ActionRoad />;
}

function ActionRoad() {
  const t = useTexts(texts);
  const here = useHere();
  const path = usePath();
  const addresses = useAddresses();
  const { action, last, live } = here;
  const stops = STOPS.filter((stop) => action.channel !== 'list' || (stop !== 'what' && stop !== 'when')).map(
    (stop) => {
      const href = addresses.stop(stop);
      const label = stop === 'results' && !last && !live ? t('stop_go') : t(`stop_${stop}`);
      return { label, href, state: stopState(stop, here), current: path === href.split('?')[0] };
    },
  );
  const road = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stop shown is brought into view when the path changes
  useEffect(() => {
    road.current?.querySelector('[aria-current="step"]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [path]);
  if (!stops.some((stop) => stop.current)) return null;
  return (
    <div ref={road}>
      <Stops label={t('road')} stops={stops} />
    </div>
  );
}
