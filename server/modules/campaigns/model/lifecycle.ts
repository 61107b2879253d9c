import type { ActionState, CampaignState } from '../../../../contract/campaigns.ts';

/** Who moves a campaign on: someone who may edit it, someone who may run it, or delivery as its runs begin and end. */
export type Mover = 'editor' | 'runner' | 'delivery';

const PREPARE = ['editor'] as const;

/** from → to → who may. What is not here cannot happen. */
export const TRANSITIONS: Record<CampaignState, Partial<Record<CampaignState, readonly Mover[]>>> = {
  proposed: { preparing: PREPARE, ready: PREPARE, cancelled: PREPARE },
  preparing: { proposed: PREPARE, ready: PREPARE, cancelled: PREPARE },
  ready: { proposed: PREPARE, preparing: PREPARE, cancelled: PREPARE, running: ['delivery'] },
  // Back to ready: those added by hand have been served and the rest may follow, or a distribution was taken back in time.
  running: {
    paused: ['runner', 'delivery'],
    completed: ['delivery', 'editor'],
    // Between two stages somebody may give it up; while a run goes on it is stopped through that.
    cancelled: ['delivery', 'editor'],
    ready: ['delivery'],
  },
  paused: {
    running: ['runner', 'delivery'],
    completed: ['delivery'],
    cancelled: ['runner', 'delivery'],
    ready: ['delivery'],
  },
  // The failed may be fetched and sent again, and a stage may be added.
  completed: { running: ['delivery', 'editor'] },
  cancelled: { ready: PREPARE, preparing: PREPARE, proposed: PREPARE },
};

export const mayMove = (from: CampaignState, to: CampaignState, mover: Mover): boolean =>
  TRANSITIONS[from][to]?.includes(mover) ?? false;

/** While it runs, what a run has frozen can't be changed; name, goal and the like always can. */
export const isUnderWay = (state: CampaignState): boolean => state === 'running' || state === 'paused';

/** While its run goes on, or is paused, an action stays as it is. */
export const isGoing = (state: ActionState): boolean => state === 'running' || state === 'paused';

const isThrough = (state: ActionState): boolean => state === 'done' || state === 'cancelled';

/** Where the actions of a campaign have brought it: it runs until every one of them is through. */
export const standingOf = (
  actions: readonly ActionState[],
): 'ready' | 'running' | 'paused' | 'completed' | 'cancelled' => {
  if (actions.includes('running')) return 'running';
  if (actions.includes('paused')) return 'paused';
  if (actions.every(isThrough)) return actions.includes('done') ? 'completed' : 'cancelled';
  return actions.includes('done') ? 'running' : 'ready';
};
