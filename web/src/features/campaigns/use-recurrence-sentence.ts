import type { Recurrence, Rhythm } from '../../../../contract/recurrence.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { recurrenceTexts } from './recurrence-texts/texts.ts';

type Nth = Extract<Rhythm, { unit: 'nth' }>['nth'];

export const nthKey = (nth: Nth) => (nth === -1 ? 'nth_last' : (`nth_${nth}` as const));

/** A rule as a sentence: "On the last Friday of every month, at 09:00 (Europe/Oslo), 12 times". */
export function useRecurrenceSentence(): (rule: Recurrence) => string {
  const t = useTexts(recurrenceTexts);
  const { date, list, weekday } = useFormat();
  const rhythmSaid = (rhythm: Rhythm): string => {
    const count = rhythm.every;
    if (rhythm.unit === 'day') return t('said_day', { count });
    if (rhythm.unit === 'week')
      return t('said_week', { count, days: list(rhythm.weekdays.map((day) => weekday(day))) });
    if (rhythm.unit === 'month') return t('said_month', { count, day: rhythm.day });
    return t('said_nth', { count, nth: t(nthKey(rhythm.nth)), weekday: weekday(rhythm.weekday) });
  };
  return ({ rhythm, time, zone, until, count }) => {
    const rule = t('saidAt', { rhythm: rhythmSaid(rhythm), time, zone: zone.replaceAll('_', ' ') });
    if (until !== null) return t('saidUntil', { rule, day: date(until) });
    return count === null ? rule : t('saidTimes', { rule, count });
  };
}
