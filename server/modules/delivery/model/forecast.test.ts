import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Allowance } from './allowance.ts';
import { always, type Course, foresee, type Group, type Stretch } from './forecast.ts';

const HOUR = 3_600_000;
const MONDAY = Date.parse('2026-03-02T00:00Z');
const at = (hour: number) => MONDAY + hour * HOUR;
const hours = (finish: number) => (finish - MONDAY) / HOUR;

/** Open from one hour to another of each day, by a clock so many hours ahead. */
const daily = (lines: number, from: number, until: number, ahead = 0): Group => ({
  lines,
  stretchAt: (moment): Stretch => {
    const day = Math.floor((moment - MONDAY) / HOUR / 24 + ahead / 24);
    const open = (d: number) => ({ opens: at(d * 24 + from - ahead), closes: at(d * 24 + until - ahead) });
    return open(day).closes > moment ? open(day) : open(day + 1);
  },
});
/** So many each day, by midnight UTC, at any speed. */
const daysOf = (atMost: (day: number) => number | null): Allowance[] =>
  Array.from({ length: 400 }, (_, day) => ({
    from: at(24 * day),
    until: at(24 * (day + 1)),
    atMost: atMost(day),
    perMinute: null,
  }));
const course = (more: Partial<Course> = {}): Course => ({
  from: at(9),
  groups: [],
  perSecond: 1,
  allowances: [],
  until: at(24 * 30),
  ...more,
});

describe('when the last line leaves', () => {
  test.each<[string, Partial<Course>, { finish: number; left?: number; cutShort?: number }]>([
    ['at any time', { groups: [always(7200)] }, { finish: 11 }],
    ['nobody', { groups: [always(0)] }, { finish: 9 }],
    ['within the hours', { groups: [daily(3600, 8, 20)] }, { finish: 10 }],
    ['before they begin', { from: at(5), groups: [daily(3600, 8, 20)] }, { finish: 9 }],
    ['cut short in the evening', { from: at(19), groups: [daily(7200, 8, 20)] }, { finish: 33, cutShort: 3600 }],
    [
      'over several days',
      { from: at(8), groups: [daily(30 * 3600, 8, 20)] },
      { finish: 24 * 2 + 14, cutShort: 24 * 3600 },
    ],
    [
      'in two zones, one after the other',
      { from: at(6), groups: [daily(3600, 8, 20, 1), daily(3600, 8, 20, -6)] },
      { finish: 15 },
    ],
    ['behind a queue', { groups: [always(3600), always(3600)] }, { finish: 11 }],
    [
      'a queue that is through before the hours begin',
      { from: at(6), groups: [always(3600), daily(3600, 8, 20)] },
      { finish: 9 },
    ],
    [
      'with a limit for the day',
      { from: at(0), groups: [always(2500)], allowances: daysOf(() => 1000) },
      { finish: 48 + 500 / 3600 },
    ],
    [
      'with a warm-up',
      { from: at(0), groups: [always(700)], allowances: daysOf((day) => 100 * 2 ** day) },
      { finish: 48 + 400 / 3600 },
    ],
    [
      'not before it is given up',
      { groups: [always(7200)], until: at(10) },
      { finish: Number.POSITIVE_INFINITY, left: 3600 },
    ],
    ['never, at no pace', { groups: [always(1)], perSecond: 0 }, { finish: Number.POSITIVE_INFINITY, left: 1 }],
    [
      'never, without hours',
      { groups: [{ lines: 5, stretchAt: () => null }] },
      { finish: Number.POSITIVE_INFINITY, left: 5 },
    ],
  ])('%s', (_, more, { finish, left = 0, cutShort = 0 }) => {
    const outlook = foresee(course(more));
    expect(hours(outlook.finish)).toBeCloseTo(finish, 6);
    expect(outlook).toMatchObject({ left, cutShort });
  });

  const places = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 40_000 }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 13, max: 24 }),
      fc.integer({ min: -11, max: 12 }),
    ),
    { minLength: 1, maxLength: 5 },
  );
  const drawn = fc.record({
    places,
    queue: fc.integer({ min: 0, max: 20_000 }),
    perSecond: fc.integer({ min: 1, max: 40 }),
    perDay: fc.option(fc.integer({ min: 1000, max: 100_000 })),
    from: fc.integer({ min: 0, max: 72 }),
  });
  type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;
  const finishOf = (given: Drawn) =>
    foresee(
      course({
        from: at(given.from),
        groups: [
          always(given.queue),
          ...given.places.map(([lines, from, until, ahead]) => daily(lines, from, until, ahead)),
        ],
        perSecond: given.perSecond,
        allowances: given.perDay === null ? [] : daysOf(() => given.perDay),
        until: at(24 * 400),
      }),
    ).finish;
  const ROUNDING_MS = 5;

  it('is never earlier with more people, a longer queue, a slower pace or a tighter limit', () => {
    fc.assert(
      fc.property(drawn, fc.nat(5), fc.integer({ min: 1, max: 30_000 }), (given, which, more) => {
        const finish = finishOf(given);
        const later = [
          {
            ...given,
            places: given.places.map((place, i) =>
              i === which % given.places.length
                ? ([place[0] + more, place[1], place[2], place[3]] as typeof place)
                : place,
            ),
          },
          { ...given, queue: given.queue + more },
          // A slower pace may leave the day's limit to those who open later: that is promised only where there is none.
          ...(given.perDay === null ? [{ ...given, perSecond: Math.max(1, given.perSecond - (more % 10)) }] : []),
          { ...given, perDay: Math.max(500, (given.perDay ?? 100_000) - more) },
        ];
        for (const tighter of later) expect(finishOf(tighter)).toBeGreaterThanOrEqual(finish - ROUNDING_MS);
      }),
      { numRuns: 100 },
    );
  });
});
