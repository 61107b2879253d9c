import { forecastSms } from '../../../../contract/sms.ts';
import { MANY_PARTS } from '../../../../contract/sms-text.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { Alert } from '../../ui/alert.tsx';
import { Card, Section } from '../../ui/card.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Stat, Stats } from '../../ui/stat.tsx';
import { Text } from '../../ui/text.tsx';
import { Count, Money } from '../../ui/values.tsx';
import { useHere } from './campaign-context.ts';
import { smsTexts } from './sms-texts/texts.ts';

/** Q17: parts and price on every recipient's own text, before anything is sent. */
export function SmsForecast() {
  const t = useTexts(smsTexts);
  const { action } = useHere();
  const { data, problem } = useEndpoint(forecastSms, { id: action.id }, { keep: true });
  if (problem) return <Alert tone="bad">{problem.message}</Alert>;
  if (!data) return <Skeleton lines={3} />;
  const most = data.byParts.at(-1)?.parts ?? 0;
  return (
    <Section title={t('title')} text={t(data.sampled < data.planned ? 'reckoned' : 'counted')}>
      <Card>
        <Stack>
          <Stats>
            <Stat label={t('parts')} value={<Count value={data.parts} />} />
            <Stat
              label={t('cost')}
              value={
                data.costMinor === null ? (
                  <Link href={paths.smsUsage()}>{t('costUnknown')}</Link>
                ) : (
                  <Money minor={data.costMinor} currency={data.currency} />
                )
              }
            />
            {data.byParts.map(({ parts, people }) => (
              <Stat key={parts} label={t('inParts', { count: parts })} value={<Count value={people} />} />
            ))}
          </Stats>
          {most >= MANY_PARTS ? <Alert tone="warn">{t('reallyLong', { count: most })}</Alert> : null}
          {data.wide > 0 ? (
            <Text size="small" tone="quiet">
              {t('wide', { count: data.wide, characters: data.forcing.join(' ') })}
            </Text>
          ) : null}
        </Stack>
      </Card>
    </Section>
  );
}
