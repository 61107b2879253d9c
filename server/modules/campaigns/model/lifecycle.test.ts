import { describe, expect, it } from 'vitest';
import {
  type ActionState,
  CAMPAIGN_STATES,
  type CampaignState,
  PREPARATION_STATES,
} from '../../../../contract/campaigns.ts';
import { isUnderWay, type Mover, mayMove, standingOf } from './lifecycle.ts';

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
  ['running', 'completed', 'editor'],
  ['running', 'cancelled', 'delivery'],
  ['running', 'cancelled', 'editor'],
  ['running', 'ready', 'delivery'],
  ['paused', 'running', 'runner'],
  ['paused', 'running', 'delivery'],
  ['paused', 'completed', 'delivery'],
  ['paused', 'cancelled', 'runner'],
  ['paused', 'cancelled', 'delivery'],
  ['paused', 'ready', 'delivery'],
  ['completed', 'running', 'delivery'],
  ['completed', 'running', 'editor'],
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

describe('where its actions have brought a campaign', () => {
  it.each<[ActionState[], string]>([
    [['draft'], 'ready'],
    [['running'], 'running'],
    [['paused'], 'paused'],
    [['done'], 'completed'],
    [['cancelled'], 'cancelled'],
    [['done', 'draft'], 'running'],
    [['done', 'scheduled'], 'running'],
    [['draft', 'scheduled'], 'ready'],
    [['paused', 'running'], 'running'],
    [['done', 'paused'], 'paused'],
    [['done', 'cancelled'], 'completed'],
    [['done', 'done', 'done'], 'completed'],
  ])('of %j it is %s', (actions, standing) => expect(standingOf(actions)).toBe(standing));
});
