import { useEffect } from 'react';
import { campaignStop, paths } from '../../paths.ts';
import { useGo } from '../../url.ts';
import { useHere } from './campaign-context.ts';
import { isSaidLast } from './road.tsx';

/** Opening a campaign leads to what is next: the results of what was sent, or the first stop that lacks something; of several actions to all of them. */
export function CampaignEntry() {
  const { campaign, problems, last, live } = useHere();
  const go = useGo();
  const missing = problems.find((problem) => !isSaidLast(problem));
  const stop = last || live ? 'results' : (missing?.stop ?? 'check');
  const next = campaign.actions.length > 1 ? paths.campaignActions(campaign.id) : campaignStop(campaign.id, stop);
  useEffect(() => go(next, { replace: true }), [go, next]);
  return null;
}
