import { LANGUAGES, type Language } from '../i18n/languages.ts';

/** `YYYY-MM-DD` of a day that exists; null for 31 February. */
function dayOf(year: string, month: number, day: string): string | null {
  const whole = year.length === 2 ? `20${year}` : year;
  const date = new Date(Date.UTC(Number(whole), month - 1, Number(day)));
  const exists = date.getUTCFullYear() === Number(whole) && date.getUTCMonth() === month - 1;
  return exists && Number(day) > 0 && Number(whole) >= 1000 ? date.toISOString().slice(0, 10) : null;
}

/** Without case, accents and dots: `Févr.` as `fevr`. */
const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();

/** A month as it stands alone and beside a day: `marzec` and `marca`. */
function namesOf(language: Language, month: number): string[] {
  const date = new Date(Date.UTC(2024, month - 1, 1));
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options })
      .formatToParts(date)
      .find(({ type }) => type === 'month')?.value ?? '';
  return (['long', 'short'] as const).flatMap((length) => [
    plain(written({ month: length })),
    plain(written({ month: length, day: 'numeric' })),
  ]);
}

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);
const NAMES = Object.fromEntries(
  LANGUAGES.map((language) => [language, MONTHS.map((month) => namesOf(language, month))]),
) as Record<Language, string[][]>;

/** The month of a name or of its beginning, from three letters on; null when it may be two. */
function monthNamed(word: string, language: Language): number | null {
  const sought = plain(word);
  const where = (fits: (name: string) => boolean) => MONTHS.filter((month) => NAMES[language][month - 1]!.some(fits));
  const whole = where((name) => name === sought);
  const found = whole.length > 0 || sought.length < 3 ? whole : where((name) => name.startsWith(sought));
  return found.length === 1 ? found[0]! : null;
}

const YEAR_FIRST = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})(?:\s*[-./]\s*|\s+)(\d{1,2})(?:\s*[-./]\s*|\s+)(\d{4}|\d{2})$/;
const NAMED = /^(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s-]*(?:de\s+)?(\p{L}{3,})\.?,?[\s-]*(\d{4}|\d{2})$/u;
const NAMED_FIRST = /^(\p{L}{3,})\.?\s*(\d{1,2})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(\d{4}|\d{2})$/u;

/** The day that was typed, `YYYY-MM-DD`: the day first, or the year; the month as a number or in words. Null when it is none. */
export function dayIn(typed: string, language: Language): string | null {
  const text = typed.normalize('NFC').trim().toLowerCase();
  const [, y, m, d] = YEAR_FIRST.exec(text) ?? [];
  if (y && m && d) return dayOf(y, Number(m), d);
  const [, day, month, year] = DAY_FIRST.exec(text) ?? [];
  if (day && month && year) return dayOf(year, Number(month), day);
  const [, at, word, of] = NAMED.exec(text) ?? [];
  if (at && word && of) return namedDay(of, word, at, language);
  const [, first, then, last] = NAMED_FIRST.exec(text) ?? [];
  return first && then && last ? namedDay(last, first, then, language) : null;
}

function namedDay(year: string, word: string, day: string, language: Language): string | null {
  const month = monthNamed(word, language);
  return month === null ? null : dayOf(year, month, day);
}
