import type { SendWindow } from '../../../contract/send-window.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { texts } from './texts/texts.ts';

/** Runs of weekdays that share their hours: Monday to Friday from eight, Saturday from ten. */
const runsOf = (week: SendWindow['week']) => {
  const runs: { first: number; last: number; from: string; until: string }[] = [];
  week.forEach((hours, index) => {
    if (hours === null) return;
    const before = runs.at(-1);
    if (before?.last === index && before.from === hours.from && before.until === hours.until) before.last = index + 1;
    else runs.push({ first: index + 1, last: index + 1, ...hours });
  });
  return runs;
};

/** A send window as a sentence. */
export function useWindowSentence(): (window: SendWindow) => string {
  const t = useTexts(texts);
  const { weekday, list } = useFormat();
  return (window) => {
    const hours = runsOf(window.week).map(({ first, last, from, until }) => {
      const days = first === last ? weekday(first, 'short') : `${weekday(first, 'short')}–${weekday(last, 'short')}`;
      return t('sentenceDay', { days, from, until });
    });
    const said = t(`sentence_${window.zone}`, { hours: list(hours) });
    return window.holidays === 'none' ? said : `${said}, ${t(`sentenceHolidays_${window.holidays}`)}`;
  };
}
