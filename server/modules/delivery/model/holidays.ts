import { HOLIDAY_COUNTRIES, type HolidayCountry } from '../../../../contract/send-window.ts';

/** The days of one holiday in a year, in days since 1970. */
type Rule = (year: number) => number[];

const DAY_MS = 86_400_000;
const MONDAY = 1;
const THURSDAY = 4;
const FRIDAY = 5;
const SATURDAY = 6;

const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY_MS;
/** Monday 1 … Sunday 7; 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => ((day + 3) % 7) + 1;
const onOrAfter = (day: number, weekday: number): number => day + ((weekday - weekdayOf(day) + 7) % 7);

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
const easterOf = (year: number): number => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const march = epact + weekday - 7 * shift + 114;
  return dayOf(year, Math.floor(march / 31), (march % 31) + 1);
};

const on =
  (month: number, day: number): Rule =>
  (year) => [dayOf(year, month, day)];
const since =
  (first: number, rule: Rule): Rule =>
  (year) =>
    year < first ? [] : rule(year);
const easter =
  (...offsets: number[]): Rule =>
  (year) =>
    offsets.map((offset) => easterOf(year) + offset);
/** The first such weekday on or after a day. */
const from =
  (month: number, day: number, weekday: number): Rule =>
  (year) => [onOrAfter(dayOf(year, month, day), weekday)];
const last =
  (weekday: number, month: number): Rule =>
  (year) => [onOrAfter(dayOf(year, month + 1, 1) - 7, weekday)];

/** The day, and the next working day when it falls on a weekend. */
const substituted =
  (month: number, day: number): Rule =>
  (year) => {
    const date = dayOf(year, month, day);
    return weekdayOf(date) >= SATURDAY ? [date, onOrAfter(date, MONDAY)] : [date];
  };
/** The day, and the Friday before a Saturday or the Monday after a Sunday; the last of December may belong to the next year. */
const observed =
  (month: number, day: number): Rule =>
  (year) =>
    [year, year + 1].flatMap((one) => {
      const date = dayOf(one, month, day);
      const weekday = weekdayOf(date);
      return weekday < SATURDAY ? [date] : [date, weekday === SATURDAY ? date - 1 : date + 1];
    });
/** Christmas and Boxing Day with their substitutes: two working days are always free. */
const britishChristmas: Rule = (year) => {
  const days = [25, 26].map((day) => dayOf(year, 12, day));
  const working = [27, 28].map((day) => dayOf(year, 12, day)).filter((day) => weekdayOf(day) < SATURDAY);
  return [...days, ...working.slice(0, days.filter((day) => weekdayOf(day) >= SATURDAY).length)];
};
/** St Brigid: the first Monday of February, or the first itself when that is a Friday. */
const brigid: Rule = (year) => {
  const first = dayOf(year, 2, 1);
  return [weekdayOf(first) === FRIDAY ? first : onOrAfter(first, MONDAY)];
};
/** King’s Day: the 27th of April, the day before when that is a Sunday. */
const kingsDay: Rule = (year) => {
  const day = dayOf(year, 4, 27);
  return [weekdayOf(day) === 7 ? day - 1 : day];
};

const GOOD_FRIDAY = -2;
const EASTER_MONDAY = 1;
const ASCENSION = 39;
const PENTECOST = 49;
const WHIT_MONDAY = 50;
const CORPUS_CHRISTI = 60;
const NEW_YEAR = on(1, 1);
const EPIPHANY = on(1, 6);
const MAY_DAY = on(5, 1);
const ASSUMPTION = on(8, 15);
const ALL_SAINTS = on(11, 1);
const CHRISTMAS = on(12, 25);
const SECOND_DAY = on(12, 26);
const MIDSUMMER = from(6, 20, SATURDAY);
const NORDIC_ALL_SAINTS = from(10, 31, SATURDAY);

/** What the whole country keeps; days of single regions are left out. */
const RULES: Record<HolidayCountry, readonly Rule[]> = {
  AT: [NEW_YEAR, EPIPHANY, easter(0, EASTER_MONDAY, ASCENSION, PENTECOST, WHIT_MONDAY, CORPUS_CHRISTI), MAY_DAY].concat(
    [ASSUMPTION, on(10, 26), ALL_SAINTS, on(12, 8), CHRISTMAS, SECOND_DAY],
  ),
  BE: [NEW_YEAR, easter(0, EASTER_MONDAY, ASCENSION, PENTECOST, WHIT_MONDAY), MAY_DAY, on(7, 21)].concat([
    ASSUMPTION,
    ALL_SAINTS,
    on(11, 11),
    CHRISTMAS,
  ]),
  // Some of these are days of the cantons, but of nearly all of them.
  CH: [
    NEW_YEAR,
    easter(GOOD_FRIDAY, 0, EASTER_MONDAY, ASCENSION, PENTECOST, WHIT_MONDAY),
    on(8, 1),
    CHRISTMAS,
    SECOND_DAY,
  ],
  CZ: [
    NEW_YEAR,
    easter(GOOD_FRIDAY, 0, EASTER_MONDAY),
    MAY_DAY,
    on(5, 8),
    on(7, 5),
    on(7, 6),
    on(9, 28),
    on(10, 28),
  ].concat([on(11, 17), on(12, 24), CHRISTMAS, SECOND_DAY]),
  DE: [NEW_YEAR, easter(GOOD_FRIDAY, 0, EASTER_MONDAY, ASCENSION, PENTECOST, WHIT_MONDAY), MAY_DAY, on(10, 3)].concat([
    CHRISTMAS,
    SECOND_DAY,
  ]),
  DK: [NEW_YEAR, easter(-3, GOOD_FRIDAY, 0, EASTER_MONDAY, ASCENSION, PENTECOST, WHIT_MONDAY), CHRISTMAS, SECOND_DAY],
  ES: [
    NEW_YEAR,
    EPIPHANY,
    easter(GOOD_FRIDAY, 0),
    MAY_DAY,
    ASSUMPTION,
    on(10, 12),
    ALL_SAINTS,
    on(12, 6),
    on(12, 8),
  ].concat([CHRISTMAS]),
  FI: [NEW_YEAR, EPIPHANY, easter(GOOD_FRIDAY, 0, EASTER_MONDAY, ASCENSION, PENTECOST), MAY_DAY, MIDSUMMER].concat([
    NORDIC_ALL_SAINTS,
    on(12, 6),
    CHRISTMAS,
    SECOND_DAY,
  ]),
  FR: [NEW_YEAR, easter(0, EASTER_MONDAY, ASCENSION, PENTECOST, WHIT_MONDAY), MAY_DAY, on(5, 8), on(7, 14)].concat([
    ASSUMPTION,
    ALL_SAINTS,
    on(11, 11),
    CHRISTMAS,
  ]),
  GB: [
    substituted(1, 1),
    easter(GOOD_FRIDAY, 0, EASTER_MONDAY),
    from(5, 1, MONDAY),
    last(MONDAY, 5),
    last(MONDAY, 8),
  ].concat([britishChristmas]),
  IE: [
    NEW_YEAR,
    since(2023, brigid),
    on(3, 17),
    easter(0, EASTER_MONDAY),
    from(5, 1, MONDAY),
    from(6, 1, MONDAY),
  ].concat([from(8, 1, MONDAY), last(MONDAY, 10), CHRISTMAS, SECOND_DAY]),
  IT: [
    NEW_YEAR,
    EPIPHANY,
    easter(0, EASTER_MONDAY),
    on(4, 25),
    MAY_DAY,
    on(6, 2),
    ASSUMPTION,
    since(2026, on(10, 4)),
  ].concat([ALL_SAINTS, on(12, 8), CHRISTMAS, SECOND_DAY]),
  LU: [NEW_YEAR, easter(0, EASTER_MONDAY, ASCENSION, PENTECOST, WHIT_MONDAY), MAY_DAY, on(5, 9), on(6, 23)].concat([
    ASSUMPTION,
    ALL_SAINTS,
    CHRISTMAS,
    SECOND_DAY,
  ]),
  NL: [NEW_YEAR, easter(0, EASTER_MONDAY, ASCENSION, PENTECOST, WHIT_MONDAY), kingsDay, CHRISTMAS, SECOND_DAY],
  NO: [
    NEW_YEAR,
    easter(-3, GOOD_FRIDAY, 0, EASTER_MONDAY, ASCENSION, PENTECOST, WHIT_MONDAY),
    MAY_DAY,
    on(5, 17),
  ].concat([CHRISTMAS, SECOND_DAY]),
  PL: [NEW_YEAR, EPIPHANY, easter(0, EASTER_MONDAY, PENTECOST, CORPUS_CHRISTI), MAY_DAY, on(5, 3), ASSUMPTION].concat([
    ALL_SAINTS,
    on(11, 11),
    since(2025, on(12, 24)),
    CHRISTMAS,
    SECOND_DAY,
  ]),
  PT: [NEW_YEAR, easter(GOOD_FRIDAY, 0, CORPUS_CHRISTI), on(4, 25), MAY_DAY, on(6, 10), ASSUMPTION, on(10, 5)].concat([
    ALL_SAINTS,
    on(12, 1),
    on(12, 8),
    CHRISTMAS,
  ]),
  SE: [
    NEW_YEAR,
    EPIPHANY,
    easter(GOOD_FRIDAY, 0, EASTER_MONDAY, ASCENSION, PENTECOST),
    MAY_DAY,
    on(6, 6),
    MIDSUMMER,
  ].concat([NORDIC_ALL_SAINTS, CHRISTMAS, SECOND_DAY]),
  US: [
    observed(1, 1),
    from(1, 15, MONDAY),
    from(2, 15, MONDAY),
    last(MONDAY, 5),
    observed(6, 19),
    observed(7, 4),
  ].concat([from(9, 1, MONDAY), from(10, 8, MONDAY), observed(11, 11), from(11, 22, THURSDAY), observed(12, 25)]),
};

const known = new Map<string, ReadonlySet<string>>();

/** The public holidays of a country in a year, `YYYY-MM-DD`; none for a country whose holidays are not known. */
export const holidaysOf = (country: string | null, year: number): ReadonlySet<string> => {
  const key = `${country} ${year}`;
  const found = known.get(key);
  if (found) return found;
  const rules = HOLIDAY_COUNTRIES.find((one) => one === country);
  const days = (rules ? RULES[rules] : []).flatMap((rule) => rule(year)).sort((a, b) => a - b);
  const dates = days.map((day) => new Date(day * DAY_MS).toISOString().slice(0, 10));
  const made = new Set(dates.filter((date) => date.startsWith(`${year}-`)));
  known.set(key, made);
  return made;
};
