import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { HelpHint } from '../../ui/help-hint.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Stat, Stats } from '../../ui/stat.tsx';
import { Text } from '../../ui/text.tsx';
import { Percent } from '../../ui/values.tsx';
import type { Report } from './report-waterfall.tsx';
import { runTexts } from './run-texts/texts.ts';

const RATES = ['open', 'click', 'clickToOpen', 'bounce', 'unsubscribe'] as const;

/** O42: each rate with the formula it comes from and the numbers that went in. */
export function Rates({ report }: { report: Report }) {
  const t = useTexts(runTexts);
  const format = useFormat();
  const { sums, delivered, tracked } = report;
  const machines = report.facts
    .filter(({ fact }) => fact === 'opened' || fact === 'clicked')
    .reduce((sum, { machine, unknown }) => sum + machine + unknown, 0);
  return (
    <Stack>
      <Stats>
        {RATES.map((rate) => {
          const { value, numerator, denominator } = report.rates[rate];
          return (
            <Stat
              key={rate}
              label={t(`rate_${rate}`)}
              value={<Percent ratio={value} />}
              note={t('rateOf', { part: numerator, whole: denominator })}
              hint={<HelpHint title={t(`rate_${rate}`)}>{t(`formula_${rate}`)}</HelpHint>}
            />
          );
        })}
      </Stats>
      <Text tone="quiet" size="small">
        {t('deliveredNote', { delivered, sent: sums.sent })}{' '}
        {t('trackedNote', { tracked, share: delivered > 0 ? format.percent(tracked / delivered, 0) : '–' })}{' '}
        {machines > 0 ? t('machinesNote', { count: machines }) : null}
      </Text>
    </Stack>
  );
}
