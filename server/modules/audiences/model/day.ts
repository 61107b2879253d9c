const DAY = 86_400_000;
const text = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The calendar day at a moment in a time zone, `YYYY-MM-DD`. */
export const dayIn = (moment: Date, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(moment);
  return parts.slice(0, 10);
};

export const addDays = (day: string, days: number): string => text(Date.parse(`${day}T00:00:00Z`) + days * DAY);

/** The day in another year; 29 February falls on the 28th where there is none, as in PostgreSQL. */
export const inYear = (day: string, year: number): string => {
  const leapless = day.endsWith('-02-29') && new Date(Date.UTC(year, 1, 29)).getUTCMonth() !== 1;
  return `${String(year).padStart(4, '0')}${leapless ? '-02-28' : day.slice(4)}`;
};
