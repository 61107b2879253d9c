import { type Language, LOCALES } from '../../../../../contract/messages/languages.ts';

/** A month (`2026-11`) or a quarter (`2026-Q4`). */
export interface SmsPeriod {
  name: string;
  /** The first day of each of its months. */
  months: string[];
  from: string;
  /** The day after its last. */
  until: string;
}

const dayOf = (year: number, month: number, day = 1): string =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** Of a name as the contract has it. */
export const readPeriod = (name: string): SmsPeriod => {
  const year = Number(name.slice(0, 4));
  const isQuarter = name[5] === 'Q';
  const first = isQuarter ? (Number(name[6]) - 1) * 3 : Number(name.slice(5)) - 1;
  const count = isQuarter ? 3 : 1;
  const months = Array.from({ length: count }, (_, at) => dayOf(year, first + at));
  return { name, months, from: months[0]!, until: dayOf(year, first + count) };
};

export const lastDayOf = ({ until }: SmsPeriod): string => {
  const [year, month] = until.split('-').map(Number);
  return dayOf(year!, month! - 1, 0);
};

/** `October – December 2026`. */
export const spelledPeriod = ({ months }: SmsPeriod, language: Language): string => {
  const format = new Intl.DateTimeFormat(LOCALES[language], { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const [first, last] = [new Date(months[0]!), new Date(months.at(-1)!)];
  return months.length === 1 ? format.format(first) : format.formatRange(first, last);
};
