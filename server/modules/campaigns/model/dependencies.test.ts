import { describe, expect, it } from 'vitest';
import { NO_AUDIENCE } from '../../../../contract/audience.ts';
import type { ActionId } from '../../../../contract/ids.ts';
import { dependantsOf, isCircular } from './dependencies.ts';

const stage = (id: string, builtOn?: string) => ({
  id,
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
    ['a circle it only leads to', [stage('a', 'b'), stage('b', 'c'), stage('c', 'b')], false],
  ])('a circle is found: %s', (_, stages, circular) => expect(isCircular(stages, 'a')).toBe(circular));

  it('names what is built on a stage', () => {
    const stages = [stage('a'), stage('b', 'a'), stage('c', 'b')];
    expect(dependantsOf(stages, 'a').map(({ id }) => id)).toEqual(['b']);
  });
});
