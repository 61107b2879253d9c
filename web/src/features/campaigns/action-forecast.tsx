import { forecastAction } from '../../../../contract/forecast.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { ForecastWords } from '../../forecast/forecast.tsx';
import { texts as forecastTexts } from '../../forecast/texts/texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Alert } from '../../ui/alert.tsx';
import { Card, Section } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHere } from './campaign-context.ts';

/** How long it would take, before it goes. */
export function ActionForecast({ planned }: { planned: number }) {
  const t = useTexts(forecastTexts);
  const { action } = useHere();
  const { data, problem } = useEndpoint(forecastAction, { id: action.id, planned: String(planned) }, { keep: true });
  return (
    <Section title={t('title')} text={t('text')}>
      <Card>
        {problem ? (
          <Alert tone="bad">{problem.message}</Alert>
        ) : data ? (
          <ForecastWords forecast={data} />
        ) : (
          <Skeleton lines={2} />
        )}
      </Card>
    </Section>
  );
}
