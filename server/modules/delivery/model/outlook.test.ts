import { describe, expect, it, test } from 'vitest';
import { outlookOf, type Pacing, type Prospect, paceOf, STANDSTILL } from './outlook.ts';

const limited = (perMinute: number) => [{ from: 0, until: Infinity, atMost: null, perMinute }];
const UNKNOWN: Pacing = { current: null, beside: STANDSTILL, history: null, allowances: [], maxConnections: 10 };

test.each<[string, Partial<Pacing>, string]>([
  ['as it goes now', { current: { slow: 80, fast: 120 }, history: { slow: 1, fast: 2 } }, 'now 48 168'],
  ['as earlier runs went', { history: { slow: 100, fast: 200 } }, 'history 50 320'],
  ['as others go now, where nothing is known of earlier ones', { beside: { slow: 50, fast: 100 } }, 'now 30 140'],
  ['never above the limit', { history: { slow: 100, fast: 200 }, allowances: limited(6000) }, 'history 50 100'],
  ['not even where it seems faster', { current: { slow: 150, fast: 200 }, allowances: limited(6000) }, 'now 90 100'],
  ['at the limit, where nothing else is known', { allowances: limited(600) }, 'limit 8 10'],
  ['a wide guess where there is no limit', {}, 'guess 5 1000'],
])('a pace: %s', (_, pacing, said) => {
  const { basis, slow, fast } = paceOf({ ...UNKNOWN, ...pacing });
  expect(`${basis} ${slow} ${fast}`).toBe(said);
});

const OSLO = { timeZone: 'Europe/Oslo', country: 'NO' };
const day = { from: '08:00', until: '20:00' };
const DAYTIME = { week: [day, day, day, day, day, null, null], zone: 'recipient', holidays: 'none' } as const;
const prospect = (more: Partial<Prospect> = {}): Prospect => ({
  from: new Date('2026-03-06T18:30Z'),
  places: [{ timeZone: null, country: 'NO', lines: 3600 }],
  window: null,
  queue: 0,
  pacing: { ...UNKNOWN, allowances: limited(60) },
  expiresAfterHours: 72,
  expiresAt: null,
  retryAt: null,
  endsAt: null,
  ...more,
});
const range = (given: Prospect) => {
  const { earliest, latest } = outlookOf(given);
  return `${earliest?.slice(5, 16)} ${latest?.slice(5, 16)}`;
};
const window = { window: { ...DAYTIME, week: [...DAYTIME.week] }, home: OSLO };

describe('an outlook', () => {
  test.each<[string, Partial<Prospect>, string]>([
    ['at any time', {}, '03-06T19:30 03-06T19:45'],
    ['over a weekend', { window }, '03-09T07:30 03-09T07:45'],
    ['behind another run, which may share or not', { queue: 3600 }, '03-06T20:30 03-06T21:00'],
    ['behind a longer one', { queue: 7200 }, '03-06T20:30 03-06T22:15'],
    [
      'behind a longer one that takes half of the limit meanwhile',
      {
        queue: 7200,
        pacing: {
          ...UNKNOWN,
          current: { slow: 0.5, fast: 0.5 },
          beside: { slow: 0.5, fast: 0.5 },
          allowances: limited(60),
        },
      },
      '03-06T20:30 03-06T23:30',
    ],
    ['with a retry to come', { retryAt: new Date('2026-03-06T20:00Z') }, '03-06T20:00 03-06T20:00'],
    [
      'with nothing but a retry to come',
      { places: [], retryAt: new Date('2026-03-06T20:00Z') },
      '03-06T20:00 03-06T20:00',
    ],
    ['of nobody', { places: [] }, '03-06T18:30 03-06T18:30'],
    [
      'in two zones, Oslo at once and New York on Monday',
      {
        from: new Date('2026-03-06T18:00Z'),
        window,
        places: [
          { timeZone: null, country: 'NO', lines: 600 },
          { timeZone: 'America/New_York', country: 'US', lines: 600 },
        ],
      },
      '03-06T18:20 03-06T18:25',
    ],
  ])('%s', (_, more, said) => expect(range(prospect(more))).toBe(said));

  it('warns of what goes on at the next opening, is given up, or outlasts the campaign', () => {
    const codes = (more: Partial<Prospect>) =>
      outlookOf(prospect(more)).warnings.map(({ code, lines }) => `${code} ${lines}`);
    expect(codes({})).toEqual([]);
    expect(codes({ window, endsAt: new Date('2026-03-08T23:00Z') })).toEqual(['goes_on 2160', 'campaign_ends 3600']);
    // Given up two hours after Friday's opening began, of which half an hour is left.
    expect(codes({ window, expiresAt: new Date('2026-03-06T20:00Z') })).toEqual(['goes_on 2160', 'expires 2160']);
    expect(outlookOf(prospect({ window, expiresAt: new Date('2026-03-06T20:00Z') })).latest).toBeNull();
  });
});
