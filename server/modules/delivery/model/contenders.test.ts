import { describe, expect, test } from 'vitest';
import { afterContending, type Contender, partOf, roomFor } from './contenders.ts';

const AT = 1_000_000;
const waiting = (run: string, count: number): Contender => ({ run, count, until: AT + 1 });
const content = (run: string, count: number): Contender => ({ run, count, until: AT });

describe('O33: what falls to one makes all as even as can be', () => {
  test.each([
    ['halves between two that stand even', 40, 7, [7], 20],
    ['the odd one to whoever asks', 41, 7, [7], 21],
    ['less to the one that is ahead', 40, 17, [7], 15],
    ['more to the one that is behind', 40, 7, [17], 25],
    ['nothing to the one that is far ahead', 40, 100, [7], 0],
    ['all to the one that is far behind', 40, 7, [100], 40],
    ['thirds between three', 30, 0, [0, 0], 10],
    ['those far ahead left out', 30, 0, [0, 900], 15],
    ['a single one to the one behind', 1, 3, [4], 1],
    ['a single one not to the one ahead', 1, 4, [3], 0],
  ] as const)('%s', (_, room, mine, others, part) => {
    expect(partOf(room, mine, others)).toBe(part);
  });
});

describe('O33: the room for a run', () => {
  test('is all of it while nobody waits', () => {
    expect(roomFor('a', 40, [], AT)).toBe(40);
    expect(roomFor('a', 40, [waiting('a', 90), content('b', 3)], AT)).toBe(40);
  });

  test('is half for who comes anew, however much the others have had', () => {
    expect(roomFor('new', 40, [waiting('a', 5_000)], AT)).toBe(20);
  });

  test('makes good what another drew while it was late, and no more than there is room for', () => {
    const contenders = [waiting('a', 60), waiting('b', 50)];
    expect(roomFor('b', 40, contenders, AT)).toBe(25);
    expect(roomFor('b', 40, [waiting('a', 5_000), waiting('b', 50)], AT)).toBe(40);
    expect(roomFor('a', 40, contenders, AT)).toBe(15);
  });

  test('is kept for who waits until two seconds after it may ask again', () => {
    const contenders = afterContending([content('a', 40)], { run: 'b', room: 20, count: 20, again: AT + 1_000 }, AT);
    expect(contenders).toEqual([content('a', 40), { run: 'b', count: 60, until: AT + 3_000 }]);
    expect(roomFor('a', 20, contenders, AT + 2_999)).toBe(20);
    expect(roomFor('a', 40, contenders, AT + 2_999)).toBe(30);
    expect(roomFor('a', 40, contenders, AT + 3_000)).toBe(40);
  });

  test('is not kept for who got all, and forgotten is who has not asked for a minute', () => {
    expect(afterContending([waiting('a', 9)], { run: 'a', room: 5, count: 2, again: null }, AT)).toEqual([
      content('a', 11),
    ]);
    const late = afterContending([content('a', 9)], { run: 'b', room: 5, count: 2, again: null }, AT + 60_000);
    expect(late).toEqual([{ run: 'b', count: 2, until: AT + 60_000 }]);
  });
});
