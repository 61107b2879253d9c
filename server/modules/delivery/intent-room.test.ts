import { expect, test } from 'vitest';
import { IntentRoom } from './intent-room.ts';

/** A group in the room until it is told to go. */
const group = (room: IntentRoom, lines: number) => {
  const state = { entered: false, go: () => {}, leave: () => {} };
  const stay = new Promise<void>((resolve) => {
    state.go = resolve;
  });
  void room.within(lines, (leave) => {
    Object.assign(state, { entered: true, leave });
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

test('a line that is settled makes room before its group has gone', async () => {
  const room = new IntentRoom(110, 20);
  const [first, second, third] = [group(room, 60), group(room, 40), group(room, 30)];
  await soon();
  for (let line = 0; line < 10; line += 1) first.leave();
  await soon();
  expect([second.entered, third.entered]).toEqual([true, false]);
  first.go();
  await soon();
  expect(third.entered).toBe(true);
  const fourth = group(room, 30);
  await soon();
  expect(fourth.entered).toBe(false);
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
