import type { campaignHistory } from '../../../../contract/campaigns.ts';
import type { RowOf } from '../../api/use-endpoint.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { historyTexts } from './history-texts/texts.ts';

type Detail = RowOf<typeof campaignHistory>['detail'];

/** What the history says of the dates of a series. */
export function useDatedSentence(): (
  verb: 'series_started' | 'date_passed_over',
  detail: Detail,
  who: string,
) => string {
  const t = useTexts(historyTexts);
  const { dateTime } = useFormat();
  return (verb, detail, who) => {
    const moment = (name: string) => dateTime(String(detail[name]));
    if (verb === 'series_started') return t(verb, { who, date: moment('at') });
    return t(verb, { date: moment('at'), next: moment('next') });
  };
}
