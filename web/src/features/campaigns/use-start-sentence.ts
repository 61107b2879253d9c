import type { campaignHistory } from '../../../../contract/campaigns.ts';
import { errorMessage } from '../../api/problem.ts';
import type { RowOf } from '../../api/use-endpoint.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { historyTexts } from './history-texts/texts.ts';

type Entry = RowOf<typeof campaignHistory>;
type Detail = Entry['detail'];
const STARTS = ['series_started', 'date_passed_over', 'start_refused'] as const;
type Start = (typeof STARTS)[number];

export const isStart = (verb: Entry['verb']): verb is Start => STARTS.some((start) => start === verb);

const words = (detail: Detail): Record<string, string> =>
  Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, String(value)]));

/** What the history says of the dates of a series, and of what could not begin. */
export function useStartSentence(): (verb: Start, detail: Detail, who: string) => string {
  const t = useTexts(historyTexts);
  const { dateTime } = useFormat();
  return (verb, detail, who) => {
    const moment = (name: string) => dateTime(String(detail[name]));
    if (verb === 'start_refused') return t(verb, { reason: errorMessage(String(detail['code']), words(detail)) });
    if (verb === 'series_started') return t(verb, { who, date: moment('at') });
    return t(verb, { date: moment('at'), next: moment('next') });
  };
}
