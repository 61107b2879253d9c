import { expect, test } from 'vitest';
import type { Pace } from '../../../../contract/track-pace.ts';
import { type Place, rehearse, type Walk } from './rehearse.ts';

const pace: Pace = { everyDays: 2, weekdays: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00', zone: 'company' };
const start = new Date('2026-03-02T09:00:00Z');

const track = (name: string, length: number, change: Partial<Place<string>> = {}): Place<string> => ({
  messages: Array.from({ length }, (_, at) => `${name}${at + 1}`),
  step: 0,
  nextAt: start,
  ...change,
});

const told = (walk: Partial<Walk<string>>, limit = 20) =>
  rehearse({ inTurn: true, pace, zone: 'UTC', places: [], pressure: [], touches: [], ...walk }, limit).map(
    ({ at, heldFrom, message }) =>
      `${at.toISOString().slice(5, 16)} ${message}${heldFrom ? ` held from ${heldFrom.toISOString().slice(5, 10)}` : ''}`,
  );

test('track after track, one interval between all messages, none on a weekend', () => {
  expect(told({ places: [track('A', 2), track('B', 2, { nextAt: null })] })).toEqual([
    '03-02T09:00 A1',
    '03-04T09:00 A2',
    '03-06T09:00 B1',
    '03-09T09:00 B2',
  ]);
});

test('side by side: each track at its own interval', () => {
  expect(told({ inTurn: false, places: [track('X', 2), track('Z', 1)] })).toEqual([
    '03-02T09:00 X1',
    '03-02T09:00 Z1',
    '03-04T09:00 X2',
  ]);
});

test('from where somebody stands, and no more than asked for', () => {
  expect(told({ places: [track('A', 5, { step: 3 })] })).toEqual(['03-02T09:00 A4', '03-04T09:00 A5']);
  expect(told({ places: [track('A', 5)] }, 1)).toEqual(['03-02T09:00 A1']);
});

test('contact pressure holds a lesson, and what follows keeps its distance', () => {
  const pressure = [{ maxMessages: 1, days: 3 }];
  expect(told({ places: [track('A', 2)], pressure, touches: [new Date('2026-03-01T12:00:00Z')] })).toEqual([
    '03-04T12:15 A1 held from 03-02',
    '03-09T09:00 A2 held from 03-06',
  ]);
});

test('of two tracks due at once the first goes first, the second waits for it', () => {
  expect(
    told({ inTurn: false, places: [track('X', 1), track('Z', 1)], pressure: [{ maxMessages: 1, days: 1 }] }),
  ).toEqual(['03-02T09:00 X1', '03-03T09:15 Z1 held from 03-02']);
});
