import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { CalendarEntry } from '../../../../contract/calendar.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { DayCell } from './day-cell.tsx';
import { type Day, dayByKey, type Span, weekOf, weeksOf } from './days.ts';

interface CalendarGridProps {
  label: string;
  day: Day;
  span: Span;
  today: Day;
  entries: readonly CalendarEntry[];
  onDay: (day: Day) => void;
  onWeek: (day: Day) => void;
}

/** The days of a month or a week; one of them at a time has the focus, and keys move it. */
export function CalendarGrid({ label, day, span, today, entries, onDay, onWeek }: CalendarGridProps) {
  const format = useFormat();
  const table = useRef<HTMLTableElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) table.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
    moved.current = false;
  }, [day]);
  const onKey = (event: KeyboardEvent) => {
    const from = (event.target as HTMLElement).dataset['day'];
    const to = from === undefined ? null : dayByKey(from, event.key, span);
    if (to === null) return;
    event.preventDefault();
    moved.current = true;
    onDay(to);
  };
  return (
    <table ref={table} className={`calendar calendar-of-${span}`} aria-label={label} onKeyDown={onKey}>
      <thead>
        <tr>
          {weekOf(day).map((one, place) => (
            <th key={one} scope="col">
              {format.weekday(place + 1, 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(day, span).map((week) => (
          <tr key={week[0]}>
            {week.map((one) => (
              <DayCell
                key={one}
                day={one}
                span={span}
                entries={entries.filter((entry) => entry.day === one)}
                outside={span === 'month' && one.slice(0, 7) !== day.slice(0, 7)}
                isToday={one === today}
                current={one === day}
                onWeek={() => onWeek(one)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
