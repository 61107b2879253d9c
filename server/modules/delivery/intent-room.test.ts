import { expect, test } from 'vitest';
import { IntentRoom } from './intent-room.ts';

/** A group in the room until it is told to go. */
const group = (room: IntentRoom, lines: number) => {
  const state = { entered: false, go: () => {} };
  const stay = new Promise<void>((resolve) => {
    state.go = resolve;
  });
  void room.within(lines, () => {
    state.entered = true;
    return stay;
  });
  return state;
};
const soon = () => new Promise((resolve) => setImmediate(resolve));

test('groups enter in their order, as many lines at once as there is room for', async () => {
  const room = new IntentRoom(200, 20);
  const [first, second, third] = [group(room, 90), group(room, 90), group(room, 30)];
  await soon();
  expect([first.entered, second.entered, third.entered]).toEqual([true, true, false]);
  first.go();
  await soon();
  expect(third.entered).toBe(true);
});

test('O33: a small group does not stand behind large ones', async () => {
  const room = new IntentRoom(200, 20);
  const large = [group(room, 90), group(room, 90), group(room, 90)];
  const test = group(room, 1);
  await soon();
  expect(large.map(({ entered }) => entered)).toEqual([true, true, false]);
  expect(test.entered).toBe(true);
});

test('a group that fails gives its room back', async () => {
  const room = new IntentRoom(20, 10);
  await expect(room.within(10, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await room.within(10, async () => 'in')).toBe('in');
});
