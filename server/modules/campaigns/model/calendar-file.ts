export interface CalendarEvent {
  uid: string;
  title: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  /** When it was last changed; also the order of its versions. */
  changedAt: Date;
}

const utc = (moment: Date): string => moment.toISOString().replace(/[-:]|\.\d{3}/g, '');

/** RFC 5545, 3.3.11: what has a meaning in a text is escaped; line breaks are written out. */
const text = (value: string): string =>
  value.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n|\r|\n/g, '\\n');

const MOST_OCTETS = 75;

/** RFC 5545, 3.1: no line is longer than 75 octets; the rest goes on after a space, never inside a character. */
const folded = (line: string): string => {
  const lines: string[] = [];
  let open = '';
  for (const character of line) {
    const room = lines.length === 0 ? MOST_OCTETS : MOST_OCTETS - 1;
    if (Buffer.byteLength(open + character) > room) {
      lines.push(open);
      open = '';
    }
    open += character;
  }
  return [...lines, open].join('\r\n ');
};

/** One event as a calendar file (RFC 5545), times in UTC. */
export const calendarFile = ({ uid, title, place, startsAt, endsAt, changedAt }: CalendarEvent): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fanfare//Invitation//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${text(uid)}`,
    `DTSTAMP:${utc(changedAt)}`,
    `SEQUENCE:${Math.floor(changedAt.getTime() / 1000)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${text(title)}`,
    ...(place === '' ? [] : [`LOCATION:${text(place)}`]),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
