import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const event = {
  uid: 'c1@fanfare.test',
  title: 'Fair, spring; part 1\\2',
  place: 'Hall A\nOslo',
  startsAt: new Date('2026-05-07T08:00:00Z'),
  endsAt: new Date('2026-05-07T14:30:00Z'),
  changedAt: new Date('2026-03-02T09:00:00.500Z'),
};

describe('a calendar file (RFC 5545)', () => {
  it('has one event in UTC, its texts escaped, its lines ended by CRLF', () => {
    expect(calendarFile(event).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Fanfare//Invitation//EN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:c1@fanfare.test',
      'DTSTAMP:20260302T090000Z',
      'SEQUENCE:1772442000',
      'DTSTART:20260507T080000Z',
      'DTEND:20260507T143000Z',
      'SUMMARY:Fair\\, spring\\; part 1\\\\2',
      'LOCATION:Hall A\\nOslo',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('folds long lines at 75 octets and never inside a character', () => {
    const title = 'Åpen dag på Økern 🎉 '.repeat(12);
    const lines = calendarFile({ ...event, title }).split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines.join('\r\n').replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
  });
});
