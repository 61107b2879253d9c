import { describe, expect, it } from 'vitest';
import { NO_AUDIENCE } from '../../../../contract/audience.ts';
import type { ActionId } from '../../../../contract/ids.ts';
import { dependantsOf, isCircular, waitsForGood } from './dependencies.ts';

const stage = (id: string, builtOn?: string, after?: string) => ({
  id,
  schedule:
    after === undefined
      ? ({ kind: 'now' } as const)
      : { kind: 'after' as const, actionId: after as ActionId, hours: 24 },
  audience: {
    ...NO_AUDIENCE,
    copyOf: builtOn === undefined ? null : { actionId: builtOn as ActionId, which: 'opened' as const },
  },
});

describe('stages built on one another', () => {
  it.each<[string, ReturnType<typeof stage>[], boolean]>([
    ['a chain', [stage('a'), stage('b', 'a'), stage('c', 'b')], false],
    ['itself', [stage('a', 'a')], true],
    ['two in a circle', [stage('a', 'b'), stage('b', 'a')], true],
    ['three in a circle', [stage('a', 'c'), stage('b', 'a'), stage('c', 'b')], true],
    ['one of times and groups', [stage('a', undefined, 'b'), stage('b', 'a')], true],
    ['a circle it only leads to', [stage('a', 'b'), stage('b', 'c'), stage('c', 'b')], false],
  ])('a circle is found: %s', (_, stages, circular) => expect(isCircular(stages, 'a')).toBe(circular));

  it('a circle is found in a rule that asks what became of another', () => {
    const rule = {
      partyKind: 'contact' as const,
      tree: {
        kind: 'group' as const,
        match: 'all' as const,
        rules: [{ kind: 'field' as const, field: 'delivery.action', operator: 'any_of' as const, value: ['b'] }],
      },
    };
    const asking = { ...stage('a'), audience: { ...NO_AUDIENCE, rule } };
    expect(isCircular([asking, stage('b', 'a')], 'a')).toBe(true);
    expect(isCircular([asking, stage('b')], 'a')).toBe(false);
  });

  const daily = (until: string | null) => ({
    ...stage('a'),
    schedule: {
      kind: 'recurring' as const,
      rule: {
        rhythm: { unit: 'day' as const, every: 1 },
        time: '09:00',
        zone: 'Europe/Oslo',
        from: '2026-01-01',
        until,
        count: null,
        whenMissed: 'pass_over' as const,
      },
    },
  });
  it.each([
    ['a series without an end, seen from the one that waits', daily(null), 'b', true],
    ['a series without an end, seen from itself', daily(null), 'a', true],
    ['somebody else’s', daily(null), 'c', false],
    ['a series with an end', daily('2026-02-01'), 'b', false],
    ['what goes once', stage('a'), 'b', false],
  ])('nobody waits for what is never done: %s', (_, first, id, expected) =>
    expect(waitsForGood([first, stage('b', undefined, 'a'), stage('c')], id)).toBe(expected),
  );

  it('names what is built on a stage', () => {
    const stages = [stage('a'), stage('b', 'a'), stage('c', 'b')];
    expect(dependantsOf(stages, 'a').map(({ id }) => id)).toEqual(['b']);
  });
});
