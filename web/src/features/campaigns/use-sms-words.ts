import { forecastSms } from '../../../../contract/sms.ts';
import { MANY_PARTS } from '../../../../contract/sms-text.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useHere } from './campaign-context.ts';
import { smsTexts } from './sms-texts/texts.ts';

/** In how many SMS the action goes and what that costs, said before it is sent; nothing for other channels. */
export function useSmsWords(when: boolean): string {
  const t = useTexts(smsTexts);
  const format = useFormat();
  const { action } = useHere();
  const { data } = useEndpoint(forecastSms, { id: action.id }, { when: when && action.channel === 'sms', keep: true });
  if (action.channel !== 'sms' || !data) return '';
  const cost = data.costMinor === null ? t('costUnknown') : format.money(data.costMinor, data.currency);
  const most = data.byParts.at(-1)?.parts ?? 0;
  return [t('sends', { count: data.parts, cost }), most >= MANY_PARTS ? t('reallyLong', { count: most }) : '']
    .filter(Boolean)
    .join(' ');
}
