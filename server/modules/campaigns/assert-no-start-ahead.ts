import { Conflict } from '../../platform/errors.ts';
import type { StoredAction } from './action.store.ts';

/** Nothing that will start by itself is put away with its campaign: it would go out unseen. An only action is called as its campaign. */
export const assertNoStartAhead = (campaignName: string, actions: readonly StoredAction[]): void => {
  const ahead = actions.filter(({ state }) => state === 'scheduled').map(({ name }) => name || campaignName);
  if (ahead.length > 0) throw new Conflict('campaign_start_ahead', { actions: ahead.join(', ') });
};
