/** Everything that's written differently from place to place. Instants are ISO 8601 strings or Dates, dates `YYYY-MM-DD`. */
export interface Formats {
  /** 3 Mar 2026 – a calendar day (`YYYY-MM-DD`, no zone) or the day of an instant in the user's zone */
  date(value: string | Date): string;
  /** 14:05 CET */
  time(value: string | Date): string;
  /** 14:05, where the zone is said once for all */
  clock(value: string | Date): string;
  /** March 2026, of a calendar day */
  month(day: string): string;
  /** 3 Mar 2026, 14:05 CET: the zone is always said */
  dateTime(value: string | Date): string;
  /** 2 hours ago, in 3 days */
  relative(value: string | Date): string;
  /** Monday is 1: Monday, Mon */
  weekday(day: number, length?: 'long' | 'short'): string;
  number(value: number, digits?: number): string;
  /** 0.1234 → 12.3 % */
  percent(ratio: number, digits?: number): string;
  /** Minor units with a currency: 129900, 'NOK' → kr 1 299,00 */
  money(minor: number, currency: string): string;
  /** The names as a sentence: a, b and c */
  list(values: readonly string[]): string;
  bytes(value: number): string;
  /** 95 000 ms → 1 min 35 s */
  duration(milliseconds: number): string;
  readonly timeZone: string;
  readonly language: string;
}

const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

function written(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}

function relativeFrom(format: Intl.RelativeTimeFormat, instant: Date, now: number): string {
  const seconds = (instant.getTime() - now) / 1000;
  if (Math.abs(seconds) < 60) return format.format(0, 'second');
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60];
  return format.format(Math.round(seconds / size), unit);
}

/** How many minor units make a whole one: 100 for NOK, 1 for JPY. */
export function minorUnitsIn(currency: string): number {
  return (
    10 ** (new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2)
  );
}

function bytesIn(locale: string, value: number): string {
  const step = Math.min(SIZES.length - 1, Math.floor(Math.log(Math.max(value, 1)) / Math.log(1000)));
  const options = {
    style: 'unit',
    unit: SIZES[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  } as const;
  return new Intl.NumberFormat(locale, options).format(value / 1000 ** step);
}

function durationIn(locale: string, milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor((seconds % 3600) / 60), 'minute'],
    [seconds % 60, 'second'],
  ];
  const first = Math.max(
    0,
    parts.findIndex(([amount]) => amount > 0),
  );
  const said = seconds === 0 ? parts.slice(2) : parts.slice(first, first + 2).filter(([amount]) => amount > 0);
  return said
    .map(([amount, unit]) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(amount),
    )
    .join(' ');
}

export function formatsFor(language: string, timeZone: string): Formats {
  const locale = written(language);
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const clock = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short', timeZone } as const;
  const calendar = new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' });
  const ofInstant = new Intl.DateTimeFormat(locale, { ...day, timeZone });
  const time = new Intl.DateTimeFormat(locale, clock);
  const wallClock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const monthName = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const dateTime = new Intl.DateTimeFormat(locale, { ...day, ...clock });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    language,
    timeZone,
    date: (value) =>
      typeof value === 'string' && value.length === 10
        ? calendar.format(new Date(value))
        : ofInstant.format(new Date(value)),
    clock: (value) => wallClock.format(new Date(value)),
    month: (value) => monthName.format(new Date(value)),
    time: (value) => time.format(new Date(value)),
    dateTime: (value) => dateTime.format(new Date(value)),
    relative: (value) => relativeFrom(relative, new Date(value), Date.now()),
    weekday: (day, length = 'long') =>
      new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day))),
    number: (value, digits = 0) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
    percent: (ratio, digits = 1) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(ratio),
    money: (minor, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(minor / minorUnitsIn(currency)),
    list: (values) => list.format(values),
    bytes: (value) => bytesIn(locale, value),
    duration: (milliseconds) => durationIn(locale, milliseconds),
  };
}
