import type { CampaignState } from '../../../../contract/campaigns.ts';

/** Who moves a campaign on: someone who may edit it, someone who may run it, or delivery as its runs begin and end. */
export type Mover = 'editor' | 'runner' | 'delivery';

const PREPARE = ['editor'] as const;

/** from → to → who may. What is not here cannot happen. */
export const TRANSITIONS: Record<CampaignState, Partial<Record<CampaignState, readonly Mover[]>>> = {
  proposed: { preparing: PREPARE, ready: PREPARE, cancelled: PREPARE },
  preparing: { proposed: PREPARE, ready: PREPARE, cancelled: PREPARE },
  ready: { proposed: PREPARE, preparing: PREPARE, cancelled: PREPARE, running: ['delivery'] },
  // Back to ready: those added by hand have been served and the rest may follow, or a distribution was taken back in time.
  running: { paused: ['runner', 'delivery'], completed: ['delivery'], cancelled: ['delivery'], ready: ['delivery'] },
  paused: {
    running: ['runner', 'delivery'],
    completed: ['delivery'],
    cancelled: ['runner', 'delivery'],
    ready: ['delivery'],
  },
  // The failed may be fetched and sent again.
  completed: { running: ['delivery'] },
  cancelled: { ready: PREPARE, preparing: PREPARE, proposed: PREPARE },
};

export const mayMove = (from: CampaignState, to: CampaignState, mover: Mover): boolean =>
  TRANSITIONS[from][to]?.includes(mover) ?? false;

/** While it runs, what a run has frozen can't be changed; name, goal and the like always can. */
export const isUnderWay = (state: CampaignState): boolean => state === 'running' || state === 'paused';
