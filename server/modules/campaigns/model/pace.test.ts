import { expect, test } from 'vitest';
import type { Pace } from '../../../../contract/track-pace.ts';
import { afterInterval, nextOpening, paceProblems, zoneOf } from './pace.ts';

const pace: Pace = { everyDays: 2, weekdays: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00', zone: 'person' };
const OSLO = 'Europe/Oslo';

test.each([
  ['inside the window: at once', '2026-03-02T10:30:00Z', OSLO, '2026-03-02T10:30:00Z'],
  ['before it opens: as it opens', '2026-03-02T06:00:00Z', OSLO, '2026-03-02T08:00:00Z'],
  ['after it closed on Friday: Monday', '2026-03-06T16:00:00Z', OSLO, '2026-03-09T08:00:00Z'],
  ['on a Sunday: Monday', '2026-03-08T10:00:00Z', OSLO, '2026-03-09T08:00:00Z'],
  ['by the clock of Tokyo', '2026-03-02T10:30:00Z', 'Asia/Tokyo', '2026-03-03T00:00:00Z'],
  ['by the clock of New York', '2026-03-02T10:30:00Z', 'America/New_York', '2026-03-02T14:00:00Z'],
])('%s', (_, at, zone, expected) => {
  expect(nextOpening(pace, new Date(at), zone)).toEqual(new Date(expected));
});

test.each([
  ['two days later as the window opens', '2026-03-02T13:00:00Z', '2026-03-04T08:00:00Z'],
  ['over the weekend', '2026-03-05T08:00:00Z', '2026-03-09T08:00:00Z'],
  ['over the change to summer time: nine by the wall', '2026-03-27T08:00:00Z', '2026-03-30T07:00:00Z'],
  ['and back', '2026-10-23T07:00:00Z', '2026-10-26T08:00:00Z'],
])('the next message: %s', (_, at, expected) => {
  expect(afterInterval(pace, new Date(at), OSLO)).toEqual(new Date(expected));
});

test('an opening that a clock change skips is read by the offset before it', () => {
  const night = { ...pace, weekdays: [7], opens: '02:30', closes: '05:00' };
  expect(nextOpening(night, new Date('2026-03-28T12:00:00Z'), OSLO)).toEqual(new Date('2026-03-29T01:30:00Z'));
});

test('a zone that does not exist, or none, is the company’s; and so is everybody’s where the pace says so', () => {
  expect(zoneOf(pace, 'Asia/Tokyo', OSLO)).toBe('Asia/Tokyo');
  expect(zoneOf(pace, 'Middle-earth/Shire', OSLO)).toBe(OSLO);
  expect(zoneOf(pace, null, OSLO)).toBe(OSLO);
  expect(zoneOf({ ...pace, zone: 'company' }, 'Asia/Tokyo', OSLO)).toBe(OSLO);
});

test.each([
  [{}, []],
  [{ everyDays: 0 }, ['everyDays interval_zero']],
  [{ weekdays: [] }, ['weekdays window_never_opens']],
  [{ opens: '17:00', closes: '09:00' }, ['closes window_never_opens']],
])('what is wrong with %j', (change, expected) => {
  expect(paceProblems({ ...pace, ...change }).map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
});
