import { useEffect } from 'react';
import { isProfiled } from '../../../../contract/tracks.ts';
import { campaignStop, paths } from '../../paths.ts';
import { useGo } from '../../url.ts';
import { useHere } from './campaign-context.ts';
import { isSaidLast } from './road.tsx';

/** Opening a campaign leads to what is next: the results of what was sent, or the first stop that lacks something; of several actions to all of them, and to tracks. */
export function CampaignEntry() {
  const { campaign, problems, last, live } = useHere();
  const go = useGo();
  const missing = problems.find((problem) => !isSaidLast(problem));
  const stop = last || live ? 'results' : (missing?.stop ?? 'check');
  const several = isProfiled(campaign.kind) ? paths.campaignTracks : paths.campaignActions;
  const alone = campaign.actions.length === 1 && !isProfiled(campaign.kind);
  const next = alone ? campaignStop(campaign.id, stop) : several(campaign.id);
  useEffect(() => go(next, { replace: true }), [go, next]);
  return null;
}
