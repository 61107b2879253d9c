import { occurrencesAfter } from '../../../../contract/occurrences.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { actionTexts } from './action-texts/texts.ts';
import { useHere } from './campaign-context.ts';
import { recurrenceTexts } from './recurrence-texts/texts.ts';
import { useActionName } from './words.tsx';

/**
 * What is asked before an action is let begin by itself: when another is done, or on the dates of a rule. Null where it goes by the button,
 * as the list of those who did not get a date does.
 */
export function useOwnStart(): { title: string; text: string; action: string } | null {
  const t = useTexts(actionTexts);
  const r = useTexts(recurrenceTexts);
  const format = useFormat();
  const nameOf = useActionName();
  const { action, prepared } = useHere();
  const { schedule } = action;
  if (schedule.kind === 'after')
    return { title: t('releaseTitle', { name: nameOf(action) }), text: t('releaseText'), action: t('release') };
  if (schedule.kind !== 'recurring' || prepared?.mode === 'retry') return null;
  const [first] = occurrencesAfter(schedule.rule, new Date(), 1);
  const time = first ? format.dateTime(first) : '–';
  return { title: r('beginTitle'), text: r('beginText', { time }), action: r('begin') };
}
