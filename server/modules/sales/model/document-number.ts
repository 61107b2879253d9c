export interface Series {
  prefix: string;
  digits: number;
}

/** The prefix as it stands on a day: `O-{year}-` is `O-2026-`. */
export const prefixOn = ({ prefix }: Series, day: string): string => prefix.replaceAll('{year}', day.slice(0, 4));

/** As it is written, a number that has outgrown its digits whole: `writtenNumber` says the same in SQL. */
export const numberAt = ({ prefix, digits, first }: Series & { first: number }, place: number): string =>
  `${prefix}${String(first + place - 1).padStart(digits, '0')}`;
