export interface Series {
  prefix: string;
  digits: number;
}

/** The prefix as it stands on a day: `O-{year}-` is `O-2026-`. */
export const prefixOn = ({ prefix }: Series, day: string): string => prefix.replaceAll('{year}', day.slice(0, 4));
