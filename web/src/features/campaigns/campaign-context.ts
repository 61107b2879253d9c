import { createContext, useContext, useEffect, useRef, useState } from 'react';
import {
  type Action,
  type Campaign,
  campaignHistory,
  getCampaign,
  listCampaigns,
} from '../../../../contract/campaigns.ts';
import { listCampaignLines } from '../../../../contract/reporting.ts';
import {
  campaignReport,
  countAction,
  listLines,
  listRuns,
  previewAction,
  type Run,
} from '../../../../contract/runs.ts';
import { getUnknownFate } from '../../../../contract/unknown-lines.ts';
import { useRefresh } from '../../api/use-action.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSearchState } from '../../url.ts';

export interface Here {
  campaign: Campaign;
  action: Action;
  /** What this action still lacks. */
  problems: Campaign['problems'];
  runs: readonly Run[];
  /** The recipient list that is generated and not yet distributed. */
  prepared: Run | null;
  /** The distribution that waits for its time or missed it, goes on or is paused. */
  live: Run | null;
  /** The date that an action which recurs waits for. */
  nextDate: Run | null;
  /** The newest distribution that has begun, tests left out. */
  last: Run | null;
}

export const CampaignContext = createContext<Here | null>(null);

/** The campaign whose page this is, and the action of it that is shown. */
export function useHere(): Here {
  const here = useContext(CampaignContext);
  if (here === null) throw new Error('This stands outside a campaign’s page');
  return here;
}

const LIVE = new Set(['scheduled', 'sending', 'paused', 'missed']);
/** States that may change from one second to the next: what was on its way at a pause still gets its answer. */
const RESTLESS = new Set(['planning', 'scheduled', 'sending', 'paused']);

const real = (runs: readonly Run[]) => runs.filter((run) => run.mode !== 'test');

export const preparedOf = (runs: readonly Run[]): Run | null =>
  real(runs).find((run) => run.state === 'generated' || run.state === 'planning') ?? null;
const isNextDate = (run: Run) => run.state === 'scheduled' && run.occursAt !== null;
const nextDateOf = (runs: readonly Run[]): Run | null => runs.find(isNextDate) ?? null;
export const liveOf = (runs: readonly Run[]): Run | null =>
  real(runs).find((run) => LIVE.has(run.state) && !isNextDate(run)) ?? null;
export const lastOf = (runs: readonly Run[]): Run | null => real(runs).find((run) => run.startedAt !== null) ?? null;
const isSettling = (run: Run) => run.state === 'stopped' && run.sums.open > 0;
const isRestless = (runs: readonly Run[]) => runs.some((run) => RESTLESS.has(run.state) || isSettling(run));

/** Reads a campaign and its runs: once a second while something is going on, now and then otherwise. */
export function useCampaignPage(id: string) {
  const campaign = useEndpoint(getCampaign, { id: id as Campaign['id'] });
  const [search] = useSearchState<{ action?: string }>();
  const actions = campaign.data?.actions ?? [];
  const action = actions.find((one) => one.id === search.action) ?? actions[0];
  const [restless, setRestless] = useState(false);
  const actionId = action?.id as Action['id'];
  const runs = useEndpoint(listRuns, { id: actionId }, { when: action !== undefined, every: restless ? 1000 : 15_000 });
  useEffect(() => setRestless(isRestless(runs.data ?? [])), [runs.data]);
  useRefreshOnChange(runs.data);
  const here: Here | null =
    campaign.data && action && runs.data
      ? {
          campaign: campaign.data,
          action,
          problems: campaign.data.problems.filter(({ actionId: of }) => of === action.id),
          runs: runs.data,
          prepared: preparedOf(runs.data),
          live: liveOf(runs.data),
          nextDate: nextDateOf(runs.data),
          last: lastOf(runs.data),
        }
      : null;
  return { here, problem: campaign.problem ?? runs.problem, again: campaign.problem ? campaign.again : runs.again };
}

/** When a run begins, pauses or ends, and as the last answers come in after that, what was read about the campaign is out of date. */
function useRefreshOnChange(runs: readonly Run[] | undefined): void {
  const refresh = useRefresh();
  const states = runs?.map((run) => `${run.id} ${run.state} ${run.state === 'sending' ? '' : run.sums.open}`).join();
  const seen = useRef(states);
  useEffect(() => {
    const known = seen.current;
    seen.current = states;
    if (known !== undefined && known !== states) {
      refresh(
        countAction,
        getCampaign,
        listCampaigns,
        campaignReport,
        listLines,
        listCampaignLines,
        campaignHistory,
        previewAction,
        getUnknownFate,
      );
    }
  });
}
