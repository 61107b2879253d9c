import { describe, expect, test } from 'vitest';
import type { Schedule } from '../../../../contract/campaigns.ts';
import { type PlanFacts, timeOf } from './plan.ts';

const at = (time: string) => new Date(`2026-05-0${time}Z`);
const now: Schedule = { kind: 'now' };
const following = (actionId: string, hours: number) => ({ kind: 'after', actionId, hours }) as unknown as Schedule;
const action = (id: string, schedule: Schedule, run: PlanFacts['run'] = null): PlanFacts => ({
  id,
  state: 'draft',
  schedule,
  run,
});
const planned: Schedule = { kind: 'at', at: '2026-05-04T08:00:00Z', freeze: 'start' };
const sent = { scheduledFor: at('1T07:00:00'), startedAt: at('1T08:00:00'), finishedAt: at('1T09:00:00') };

describe('when an action starts', () => {
  test.each([
    ['nobody knows, when somebody sends it', [action('a', now)], null, false],
    ['at its own time', [action('a', planned)], '4T08:00:00', false],
    ['when it started, whatever its schedule says', [action('a', planned, sent)], '1T08:00:00', false],
    [
      'when it is released for',
      [action('a', now, { ...sent, startedAt: null, finishedAt: null })],
      '1T07:00:00',
      false,
    ],
    [
      'so long after another was through',
      [action('a', following('b', 24)), action('b', now, sent)],
      '2T09:00:00',
      false,
    ],
    [
      'so long after another began that goes on: expected',
      [action('a', following('b', 24)), action('b', now, { ...sent, finishedAt: null })],
      '2T08:00:00',
      true,
    ],
    [
      'so long after the time of another: expected',
      [action('a', following('b', 2)), action('b', planned)],
      '4T10:00:00',
      true,
    ],
    [
      'along a chain',
      [action('a', following('b', 1)), action('b', following('c', 1)), action('c', planned)],
      '4T10:00:00',
      true,
    ],
    ['after one of which nobody knows', [action('a', following('b', 2)), action('b', now)], null, false],
    ['after one that is gone', [action('a', following('b', 2))], null, false],
    [
      'in a circle, which is refused elsewhere',
      [action('a', following('b', 2)), action('b', following('a', 2))],
      null,
      false,
    ],
  ])('%s', (_, actions, expected, uncertain) => {
    const time = timeOf(actions as PlanFacts[], 'a');
    expect(time.at).toEqual(expected === null ? null : at(expected as string));
    expect(time.expected).toBe(uncertain);
  });
});
