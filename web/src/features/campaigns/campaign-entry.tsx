import { useEffect } from 'react';
import { campaignStop } from '../../paths.ts';
import { useGo } from '../../url.ts';
import { useHere } from './campaign-context.ts';
import { isSaidLast } from './road.tsx';

/** Opening a campaign leads to what is next: its results, or the first stop that lacks something. */
export function CampaignEntry() {
  const { campaign, last, live } = useHere();
  const go = useGo();
  const missing = campaign.problems.find((problem) => !isSaidLast(problem));
  const stop = last || live ? 'results' : (missing?.stop ?? 'check');
  useEffect(() => go(campaignStop(campaign.id, stop), { replace: true }), [go, campaign.id, stop]);
  return null;
}
