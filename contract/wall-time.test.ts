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
});
