import type { CalendarEntry } from '../../../../contract/calendar.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import type { Day, Span } from './days.ts';
import { weekdayOf } from './days.ts';
import { EntryLink } from './entry-link.tsx';
import { texts } from './texts/texts.ts';

/** So many fit into a day of the month; the rest is in the week. */
const FIT = 3;

interface DayCellProps {
  day: Day;
  span: Span;
  entries: readonly CalendarEntry[];
  /** Not of the month that is shown. */
  outside: boolean;
  isToday: boolean;
  /** The one day that the Tab key stops at. */
  current: boolean;
  onWeek: () => void;
}

/** A day: its number, which the arrow keys move between, and what happens on it. */
export function DayCell({ day, span, entries, outside, isToday, current, onWeek }: DayCellProps) {
  const t = useTexts(texts);
  const format = useFormat();
  const shown = span === 'month' && entries.length > FIT ? entries.slice(0, FIT - 1) : entries;
  const rest = entries.length - shown.length;
  const named = `${format.weekday(weekdayOf(day))} ${format.date(day)}`;
  const look = `calendar-day${outside ? ' calendar-outside' : ''}${entries.length === 0 ? ' calendar-empty' : ''}`;
  return (
    <td className={look} {...(isToday ? { 'aria-current': 'date' as const } : {})}>
      <button
        type="button"
        className="calendar-number"
        data-day={day}
        tabIndex={current ? 0 : -1}
        aria-label={t('dayOf', { day: named, entries: t('entries', { count: entries.length }) })}
        onClick={onWeek}
      >
        <span className="calendar-long">{named}</span>
        <span className="calendar-short">{Number(day.slice(8))}</span>
      </button>
      {shown.map((entry) => (
        <EntryLink key={entry.key} entry={entry} />
      ))}
      {rest > 0 ? (
        <button type="button" className="calendar-more" onClick={onWeek}>
          {t('more', { count: rest })}
        </button>
      ) : null}
    </td>
  );
}
