import { describe, expect, it } from 'vitest';
import { CAMPAIGN_STATES, type CampaignState, PREPARATION_STATES } from '../../../../contract/campaigns.ts';
import { isUnderWay, type Mover, mayMove } from './lifecycle.ts';

const MOVERS: readonly Mover[] = ['editor', 'runner', 'delivery'];

/** Every move that is allowed; whatever is not written here is refused. */
const ALLOWED: readonly [CampaignState, CampaignState, Mover][] = [
  ['proposed', 'preparing', 'editor'],
  ['proposed', 'ready', 'editor'],
  ['proposed', 'cancelled', 'editor'],
  ['preparing', 'proposed', 'editor'],
  ['preparing', 'ready', 'editor'],
  ['preparing', 'cancelled', 'editor'],
  ['ready', 'proposed', 'editor'],
  ['ready', 'preparing', 'editor'],
  ['ready', 'cancelled', 'editor'],
  ['ready', 'running', 'delivery'],
  ['running', 'paused', 'runner'],
  ['running', 'paused', 'delivery'],
  ['running', 'completed', 'delivery'],
  ['running', 'cancelled', 'delivery'],
  ['running', 'ready', 'delivery'],
  ['paused', 'running', 'runner'],
  ['paused', 'running', 'delivery'],
  ['paused', 'completed', 'delivery'],
  ['paused', 'cancelled', 'runner'],
  ['paused', 'cancelled', 'delivery'],
  ['paused', 'ready', 'delivery'],
  ['completed', 'running', 'delivery'],
  ['cancelled', 'ready', 'editor'],
  ['cancelled', 'preparing', 'editor'],
  ['cancelled', 'proposed', 'editor'],
];

describe('the life of a campaign', () => {
  const every = CAMPAIGN_STATES.flatMap((from) =>
    CAMPAIGN_STATES.flatMap((to) => MOVERS.map((by) => [from, to, by] as const)),
  );
  const known = new Set(ALLOWED.map((move) => move.join(' ')));

  it.each(every)('goes from %s to %s by the %s only where the table says so', (from, to, by) => {
    expect(mayMove(from, to, by)).toBe(known.has(`${from} ${to} ${by}`));
  });

  it('E17: the form sets proposed, in preparation and ready, each from each', () => {
    for (const from of PREPARATION_STATES) {
      for (const to of PREPARATION_STATES) if (from !== to) expect(mayMove(from, to, 'editor')).toBe(true);
    }
  });

  it('is under way while running or paused', () => {
    expect(CAMPAIGN_STATES.filter(isUnderWay)).toEqual(['running', 'paused']);
  });
});
