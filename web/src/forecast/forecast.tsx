import { type Forecast, forecastRun } from '../../../contract/forecast.ts';
import type { RunId } from '../../../contract/ids.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import type { Formats } from '../i18n/formats.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Alert } from '../ui/alert.tsx';
import { Stack } from '../ui/layout.tsx';
import { Text } from '../ui/text.tsx';
import { texts } from './texts/texts.ts';

const AGAIN_MS = 5_000;
const MINUTE_MS = 60_000;
/** From here on a range says nothing a person can use to the minute. */
const SAME_MS = 2 * MINUTE_MS;

/** The range as words: through between 14:05 and 15:20. */
export function useFinish(): (forecast: Forecast) => string {
  const t = useTexts(texts);
  const format = useFormat();
  return ({ earliest, latest }) => {
    if (earliest === null || latest === null) return t('never');
    const today = format.date(new Date()) === format.date(latest);
    const said = today ? format.time : format.dateTime;
    if (Date.parse(latest) - Date.parse(earliest) < SAME_MS) return t('about', { time: said(latest) });
    return t('between', { from: said(earliest), until: said(latest) });
  };
}

/** When the rest of a distribution will be through; kept up to date. Nothing, as long as it would be a guess over hours. */
export function useRunFinish(id: RunId, when = true): string | null {
  const finish = useFinish();
  const { data } = useEndpoint(forecastRun, { id }, { every: AGAIN_MS, keep: true, when });
  return when && data && data.basis !== 'guess' ? finish(data) : null;
}

/** A pace in figures that a person can take in. */
export const rateText = (format: Pick<Formats, 'number'>, rate: number): string =>
  format.number(rate, rate < 10 ? 1 : 0);

/** Through between when and when, what that rests on, and what to look out for. */
export function ForecastWords({ forecast }: { forecast: Forecast }) {
  const t = useTexts(texts);
  const format = useFormat();
  const said = useFinish()(forecast);
  const { basis, perSecond, queue, warnings } = forecast;
  return (
    <Stack gap="small">
      <Text strong>{said.charAt(0).toLocaleUpperCase(format.language) + said.slice(1)}</Text>
      <Text tone="quiet">
        {basis === 'guess'
          ? t('basis_guess')
          : t(`basis_${basis}`, {
              slow: rateText(format, perSecond.slow),
              fast: rateText(format, perSecond.fast),
            })}{' '}
        {queue > 0 ? t('queue', { count: queue }) : null}
      </Text>
      <ForecastWarnings warnings={warnings} />
    </Stack>
  );
}

export function ForecastWarnings({ warnings }: Pick<Forecast, 'warnings'>) {
  const t = useTexts(texts);
  const format = useFormat();
  return warnings.map(({ code, lines, at }) => (
    <Alert key={code} tone="warn">
      {code === 'expires'
        ? t('expires', { count: lines, time: at ? format.dateTime(at) : '–' })
        : code === 'goes_on'
          ? t('goes_on', { count: lines })
          : t('campaign_ends')}
    </Alert>
  ));
}
