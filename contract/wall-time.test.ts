import { describe, expect, it } from 'vitest';
import { momentOnWall, wallTimeOf } from './wall-time.ts';

describe('the clock on the wall', () => {
  it.each([
    ['a winter morning', '2026-01-15T09:00', 'Europe/Oslo', '2026-01-15T08:00:00.000Z'],
    ['a summer morning', '2026-07-15T09:00', 'Europe/Warsaw', '2026-07-15T07:00:00.000Z'],
    ['across the date line', '2026-01-15T09:00', 'Pacific/Auckland', '2026-01-14T20:00:00.000Z'],
    ['half an hour off', '2026-01-15T09:00', 'Asia/Kolkata', '2026-01-15T03:30:00.000Z'],
    ['skipped in spring: by the offset before', '2026-03-29T02:30', 'Europe/Oslo', '2026-03-29T01:30:00.000Z'],
    ['twice in autumn: the first', '2026-10-25T02:30', 'Europe/Oslo', '2026-10-25T00:30:00.000Z'],
    ['right after the change in spring', '2026-03-29T03:00', 'Europe/Oslo', '2026-03-29T01:00:00.000Z'],
    ['the last minute before it', '2026-03-29T01:59', 'Europe/Oslo', '2026-03-29T00:59:00.000Z'],
    ['the morning after the change', '2026-03-29T09:00', 'Europe/Oslo', '2026-03-29T07:00:00.000Z'],
    ['west of Greenwich in autumn', '2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  ])('%s', (_, wall, zone, moment) => expect(momentOnWall(wall, zone)).toBe(moment));

  it('reads back what it wrote, through a year', () => {
    for (const zone of ['Europe/Oslo', 'America/New_York', 'Australia/Lord_Howe', 'UTC']) {
      for (
        let instant = Date.parse('2026-01-01T00:00:00Z');
        instant < Date.parse('2027-01-01T00:00:00Z');
        instant += 5 * 3_600_000
      ) {
        const wall = wallTimeOf(new Date(instant).toISOString(), zone);
        expect(wallTimeOf(momentOnWall(wall, zone), zone)).toBe(wall);
      }
    }
  });

  it('F29: is right at every clock change of 25 zones over five years', () => {
    let changes = 0;
    for (const zone of CHANGING) {
      for (const change of changesOf(zone)) {
        changes += 1;
        expectRfc5545(zone, change);
      }
    }
    expect(changes).toBeGreaterThan(230);
  });
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Northern and southern, by an hour, half an hour or two; at midnight, at one in UTC, around Ramadan. */
const CHANGING = [
  ...['Europe/Oslo', 'Europe/Warsaw', 'Europe/Paris', 'Europe/London', 'Europe/Dublin', 'Europe/Helsinki'],
  ...['Europe/Lisbon', 'Atlantic/Azores', 'Europe/Chisinau', 'Asia/Beirut', 'Asia/Jerusalem', 'Africa/Cairo'],
  ...['Africa/Casablanca', 'America/New_York', 'America/Chicago', 'America/Los_Angeles', 'America/St_Johns'],
  ...['America/Havana', 'America/Santiago', 'America/Asuncion', 'Australia/Sydney', 'Australia/Lord_Howe'],
  ...['Pacific/Auckland', 'Pacific/Chatham', 'Antarctica/Troll'],
];

const offset = (instant: number, zone: string) =>
  Date.parse(`${wallTimeOf(new Date(instant).toISOString(), zone)}Z`) - instant;

/** The first instants after each change of the clocks, found by looking twice a day and then between. */
const changesOf = (zone: string): number[] => {
  const found: number[] = [];
  let before = offset(Date.parse('2026-01-01T00:00Z'), zone);
  for (let at = Date.parse('2026-01-01T12:00Z'); at < Date.parse('2031-01-01T00:00Z'); at += 12 * HOUR) {
    const now = offset(at, zone);
    if (now !== before) {
      let [same, changed] = [at - 12 * HOUR, at];
      while (changed - same > MINUTE) {
        const middle = Math.floor((same + changed) / 2 / MINUTE) * MINUTE;
        if (offset(middle, zone) === before) same = middle;
        else changed = middle;
      }
      found.push(changed);
    }
    before = now;
  }
  return found;
};

/** Written down in steps of five minutes what the clocks show around the change, a time means the first that shows it; one that never shows, by the offset before. */
const expectRfc5545 = (zone: string, change: number) => {
  const shown = new Map<string, number>();
  for (let at = change - 5 * HOUR; at < change + 5 * HOUR; at += 5 * MINUTE) {
    const wall = wallTimeOf(new Date(at).toISOString(), zone);
    if (!shown.has(wall)) shown.set(wall, at);
  }
  const before = offset(change - MINUTE, zone);
  for (let wall = change + before - 150 * MINUTE; wall < change + before + 150 * MINUTE; wall += 5 * MINUTE) {
    const time = new Date(wall).toISOString().slice(0, 16);
    const expected = shown.get(time) ?? wall - before;
    expect(momentOnWall(time, zone), `${zone} ${time}`).toBe(new Date(expected).toISOString());
  }
};
