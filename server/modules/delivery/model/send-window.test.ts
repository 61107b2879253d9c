import { describe, expect, it, test } from 'vitest';
import type { SendWindow } from '../../../../contract/send-window.ts';
import { wallTimeOf } from '../../../../contract/wall-time.ts';
import { openingAt, type Place, zoneOfPlace } from './send-window.ts';

const OSLO = { timeZone: 'Europe/Oslo', country: 'NO' };
const NOWHERE: Place = { timeZone: null, country: null };
const day = { from: '08:00', until: '20:00' };
const weekdays = [day, day, day, day, day, null, null];
const window = (more: Partial<SendWindow> = {}): SendWindow => ({
  week: weekdays,
  zone: 'company',
  holidays: 'none',
  ...more,
});
const every = (from: string, until: string) => Array.from({ length: 7 }, () => ({ from, until }));

const shown = (asked: SendWindow, at: string, place = NOWHERE, home = OSLO) => {
  const opening = openingAt(asked, place, home, new Date(at));
  if (opening === null) return 'never';
  return `${opening.opensAt.toISOString().slice(0, 16)} ${opening.closesAt.toISOString().slice(0, 16)}`;
};

describe('the next opening', () => {
  // 2026-03-02 is a Monday.
  test.each<[string, SendWindow, string, Place, string]>([
    ['open now', window(), '2026-03-02T09:00Z', NOWHERE, '2026-03-02T07:00 2026-03-02T19:00'],
    ['the very moment it opens', window(), '2026-03-02T07:00Z', NOWHERE, '2026-03-02T07:00 2026-03-02T19:00'],
    ['the very moment it closes', window(), '2026-03-02T19:00Z', NOWHERE, '2026-03-03T07:00 2026-03-03T19:00'],
    ['in the evening', window(), '2026-03-02T21:00Z', NOWHERE, '2026-03-03T07:00 2026-03-03T19:00'],
    ['over the weekend', window(), '2026-03-06T19:30Z', NOWHERE, '2026-03-09T07:00 2026-03-09T19:00'],
    [
      'in the recipient’s zone',
      window({ zone: 'recipient' }),
      '2026-03-02T09:00Z',
      { timeZone: 'America/New_York', country: null },
      '2026-03-02T13:00 2026-03-03T01:00',
    ],
    [
      'where it is tomorrow already',
      window({ zone: 'recipient' }),
      '2026-03-01T20:00Z',
      { timeZone: 'Pacific/Auckland', country: null },
      '2026-03-01T19:00 2026-03-02T07:00',
    ],
    [
      'Maundy Thursday to Easter Monday in Norway',
      window({ holidays: 'company' }),
      '2026-04-01T20:00Z',
      NOWHERE,
      '2026-04-07T06:00 2026-04-07T18:00',
    ],
    [
      'the recipient’s holidays, where Maundy Thursday is none',
      window({ holidays: 'recipient' }),
      '2026-04-01T20:00Z',
      { timeZone: null, country: 'PL' },
      '2026-04-02T06:00 2026-04-02T18:00',
    ],
    [
      'days without a gap are one opening',
      window({ week: [...every('00:00', '24:00').slice(0, 5), null, null] }),
      '2026-03-03T12:00Z',
      NOWHERE,
      '2026-03-02T23:00 2026-03-06T23:00',
    ],
  ])('%s', (_, asked, at, place, opening) => expect(shown(asked, at, place)).toBe(opening));

  it('is none where there is none', () => {
    expect(shown(window({ week: [null, null, null, null, null, null, null] }), '2026-03-02T09:00Z')).toBe('never');
  });

  test.each<[string, string, string, string, string]>([
    ['opens in the hour that spring skips', '02:30', '12:00', '2026-03-29T00:00Z', '2026-03-29T01:30 2026-03-29T10:00'],
    ['closes in it', '01:00', '02:30', '2026-03-29T00:10Z', '2026-03-29T00:00 2026-03-29T01:30'],
    [
      'opens at the first of the two in autumn',
      '02:30',
      '12:00',
      '2026-10-24T23:00Z',
      '2026-10-25T00:30 2026-10-25T11:00',
    ],
    ['closes at the first of them', '01:00', '02:30', '2026-10-24T23:10Z', '2026-10-24T23:00 2026-10-25T00:30'],
    [
      'falls away where spring leaves nothing of it',
      '02:30',
      '03:00',
      '2026-03-29T00:00Z',
      '2026-03-30T00:30 2026-03-30T01:00',
    ],
  ])('F29: a window that %s', (_, from, until, at, opening) =>
    expect(shown(window({ week: every(from, until) }), at)).toBe(opening),
  );

  it('F29: keeps quiet hours on both nights of clock change, in every zone', () => {
    const quiet = window({ week: every('08:00', '21:00'), zone: 'recipient' });
    const nights = ['2026-03-07', '2026-03-28', '2026-04-04', '2026-09-26', '2026-10-03', '2026-10-24', '2026-10-31'];
    for (const timeZone of [
      'Europe/Oslo',
      'America/New_York',
      'Australia/Sydney',
      'Pacific/Auckland',
      'America/Santiago',
    ])
      for (const night of nights)
        for (let minute = 0; minute < 48 * 60; minute += 10) {
          const at = new Date(Date.parse(`${night}T00:00Z`) + minute * 60_000);
          const opening = openingAt(quiet, { timeZone, country: null }, OSLO, at);
          const wall = wallTimeOf(at.toISOString(), timeZone).slice(11);
          expect(opening !== null && opening.opensAt <= at, `${timeZone} ${at.toISOString()}`).toBe(
            wall >= '08:00' && wall < '21:00',
          );
        }
  });
});

test.each<[string, Place, string]>([
  ['his own', { timeZone: 'Asia/Tokyo', country: 'NO' }, 'Asia/Tokyo'],
  ['his country’s', { timeZone: null, country: 'PL' }, 'Europe/Warsaw'],
  ['the one where most live, of several', { timeZone: null, country: 'US' }, 'America/New_York'],
  ['his country’s, where his own is none', { timeZone: 'Europe/Atlantis', country: 'FI' }, 'Europe/Helsinki'],
  ['the company’s, where nothing is known', NOWHERE, 'Europe/Oslo'],
])('a recipient’s time zone is %s', (_, place, zone) => expect(zoneOfPlace(place, OSLO)).toBe(zone));
