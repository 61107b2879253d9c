import { expect, test } from 'vitest';
import { IntentRoom } from './intent-room.ts';
import type { Taken } from './outcome-recorder.ts';
import type { Stay } from './stay.ts';

/** A group that asked for room. */
const group = (room: IntentRoom, lines: number, sharer = 'a run') => {
  const state: { stay: Stay | null; before: Taken | null } = { stay: null, before: null };
  void room.enter(lines, sharer).then((entered) => Object.assign(state, entered));
  return state;
};
const soon = () => new Promise((resolve) => setImmediate(resolve));
const entered = (groups: readonly { stay: Stay | null }[]) => groups.map(({ stay }) => stay !== null);
/** What became of a group of so many, the outcomes not yet in the database. */
const settled = ({ stay }: { stay: Stay | null }, lines: number): Taken => ({
  group: Array.from({ length: lines }, (_, no) => ({
    journaled: null,
    outcome: null,
    no,
    attemptNo: 1,
    gone: null,
    strike: null,
    stay,
  })),
  told: () => stay?.leave(lines),
  untold: async () => {},
});

test('groups enter in their order, as many lines at once as there is room for', async () => {
  const room = new IntentRoom(200, 20);
  const groups = [group(room, 90), group(room, 90), group(room, 30)];
  await soon();
  expect(entered(groups)).toEqual([true, true, false]);
  groups[0]!.stay?.leave(90);
  await soon();
  expect(entered(groups)).toEqual([true, true, true]);
});

test('a line that is told makes room before its group has gone', async () => {
  const room = new IntentRoom(110, 20);
  const groups = [group(room, 60), group(room, 40), group(room, 30)];
  await soon();
  for (let line = 0; line < 10; line += 1) groups[0]!.stay?.leave();
  await soon();
  expect(entered(groups)).toEqual([true, true, false]);
  groups[0]!.stay?.leave(50);
  await soon();
  expect(entered(groups)).toEqual([true, true, true]);
  const fourth = group(room, 30);
  await soon();
  expect(fourth.stay).toBeNull();
});

test('a group follows the one whose outcomes are committed with its intents, and the room is never fuller for it', async () => {
  const room = new IntentRoom(200, 20);
  const [first, second, third] = [group(room, 90), group(room, 90), group(room, 30)] as const;
  await soon();
  const stay = room.follow(settled(first, 90), 90, 'a run');
  expect(stay, 'another chunk of its own run may wait').not.toBeNull();
  expect(room.follow(settled(second, 89), 90, 'a run'), 'a place too few').toBeNull();
  stay?.alone();
  first.stay?.leave(90);
  await soon();
  expect(third.stay, 'its places are taken').toBeNull();
  stay?.leave(90);
  await soon();
  expect(third.stay).not.toBeNull();
});

test('two groups follow at once, each the one before it, and whoever waits does not enter by that', async () => {
  const room = new IntentRoom(200, 20);
  const [first, second, third] = [group(room, 90), group(room, 90), group(room, 90)] as const;
  await soon();
  const stays = [first, second].map((before) => room.follow(settled(before, 90), 90, 'a run'));
  expect(stays.map((stay) => stay !== null)).toEqual([true, true]);
  for (const [place, before] of [first, second].entries()) {
    stays[place]?.alone();
    before.stay?.leave(90);
  }
  await soon();
  expect(third.stay).toBeNull();
  stays[0]?.leave(90);
  await soon();
  expect(third.stay).not.toBeNull();
});

test('a group that could not be committed leaves the one that it would have followed in its places', async () => {
  const room = new IntentRoom(200, 20);
  const [first, second] = [group(room, 90), group(room, 90)] as const;
  await soon();
  const stay = room.follow(settled(first, 90), 90, 'a run');
  stay?.alone();
  stay?.leave(90);
  const third = group(room, 90);
  await soon();
  expect(third.stay).toBeNull();
  expect(room.follow(settled(second, 90), 90, 'a run'), 'of its own run').not.toBeNull();
  first.stay?.leave(90);
  await soon();
  expect(third.stay).not.toBeNull();
});

test('O33: no group follows while another run waits', async () => {
  const room = new IntentRoom(200, 20);
  const [first, , other] = [group(room, 90), group(room, 90), group(room, 90, 'another run')] as const;
  await soon();
  expect(room.follow(settled(first, 90), 90, 'a run')).toBeNull();
  first.stay?.leave(90);
  await soon();
  expect(other.stay).not.toBeNull();
});

test('O33: a small group does not stand behind large ones', async () => {
  const room = new IntentRoom(200, 20);
  const large = [group(room, 90), group(room, 90), group(room, 90)];
  const small = group(room, 1, 'a test');
  await soon();
  expect(entered(large)).toEqual([true, true, false]);
  expect(small.stay).not.toBeNull();
  expect(room.follow(settled(small, 1), 90, 'a run'), 'its places are not theirs').toBeNull();
});

test('what became of the last group of a chunk goes along with the first of the next, which takes its places', async () => {
  const room = new IntentRoom(200, 20);
  const [last, other, next] = [group(room, 90), group(room, 90), group(room, 90)] as const;
  await soon();
  const before = settled(last, 90);
  expect(room.passOn(before, 'a run')).toBe(true);
  await soon();
  expect(next.before).toBe(before);
  const fourth = group(room, 90);
  next.stay?.alone();
  before.told();
  await soon();
  expect(fourth.stay, 'nobody else enters by that').toBeNull();
  expect(room.passOn(settled(other, 80), 'a run'), 'too few places for who waits').toBe(false);
  next.stay?.leave(90);
  await soon();
  expect(fourth.stay).not.toBeNull();
  expect(fourth.before).toBeNull();
});

test('O33: nothing is passed on to another run, nor where nobody waits', async () => {
  const room = new IntentRoom(200, 20);
  const [last] = [group(room, 90), group(room, 90)] as const;
  await soon();
  expect(room.passOn(settled(last, 90), 'a run')).toBe(false);
  const other = group(room, 90, 'another run');
  expect(room.passOn(settled(last, 90), 'a run')).toBe(false);
  last.stay?.leave(90);
  await soon();
  expect(other.before).toBeNull();
});
