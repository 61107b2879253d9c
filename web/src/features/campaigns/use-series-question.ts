import { occurrencesAfter } from '../../../../contract/occurrences.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useHere } from './campaign-context.ts';
import { recurrenceTexts } from './recurrence-texts/texts.ts';

/** What is asked before a series begins; null where the action does not recur, or the list of those who missed a date goes first. */
export function useSeriesQuestion(): { title: string; text: string; action: string } | null {
  const t = useTexts(recurrenceTexts);
  const format = useFormat();
  const { action, prepared } = useHere();
  if (action.schedule.kind !== 'recurring' || prepared?.mode === 'retry') return null;
  const [first] = occurrencesAfter(action.schedule.rule, new Date(), 1);
  return {
    title: t('beginTitle'),
    text: t('beginText', { time: first ? format.dateTime(first) : '–' }),
    action: t('begin'),
  };
}
