import { Fragment } from 'react';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { HelpHint } from '../../ui/help-hint.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Stat, Stats } from '../../ui/stat.tsx';
import { Text } from '../../ui/text.tsx';
import { Percent } from '../../ui/values.tsx';
import type { Of, Report } from './report-waterfall.tsx';
import { runTexts } from './run-texts/texts.ts';
import { useAddresses } from './use-addresses.ts';

/** Whose numbers stand above the line of each rate. */
const BEHIND = {
  open: 'opened',
  click: 'clicked',
  clickToOpen: 'clicked',
  bounce: 'bounced',
  unsubscribe: 'unsubscribed',
};
const RATES = ['open', 'click', 'clickToOpen', 'bounce', 'unsubscribe'] as const;
const OF_OPENS: readonly string[] = ['open', 'clickToOpen'];

interface RatesProps {
  report: Report;
  of?: Of;
  /** Whether it can be told who opened it: not of a letter, nor of an SMS. */
  opens?: boolean;
  /** Messages leave meanwhile: what is tracked is of some seconds before, and nothing is told of the difference. */
  going?: boolean;
}

/** O42: each rate with the formula it comes from and the numbers that went in. */
export function Rates({ report, of = 'all', opens = true, going = false }: RatesProps) {
  const t = useTexts(runTexts);
  const format = useFormat();
  const { log } = useAddresses();
  const { sums, delivered, tracked } = report;
  const href = (search: Record<string, string>) => log({ run: of, ...search });
  const byOthers = report.facts.flatMap(({ fact, machine, unknown }) =>
    fact === 'opened' || fact === 'clicked'
      ? [
          { fact, actor: 'machine' as const, lines: machine },
          { fact, actor: 'unknown' as const, lines: unknown },
        ]
      : [],
  );
  return (
    <Stack>
      <Stats>
        {RATES.filter((rate) => opens || !OF_OPENS.includes(rate)).map((rate) => {
          const { value, numerator, denominator } = report.rates[rate];
          return (
            <Stat
              key={rate}
              label={t(`rate_${rate}`)}
              value={<Percent ratio={value} />}
              href={href({ fact: BEHIND[rate] })}
              note={t('rateOf', { part: numerator, whole: denominator })}
              hint={<HelpHint title={t(`rate_${rate}`)}>{t(`formula_${rate}`)}</HelpHint>}
            />
          );
        })}
      </Stats>
      <Text tone="quiet" size="small" as="div">
        <Link look="quiet" href={href({ delivered: 'true' })}>
          {t('deliveredNote', { delivered, sent: sums.sent })}
        </Link>{' '}
        <Link look="quiet" href={href({ delivered: 'true', tracked: 'true' })}>
          {t('trackedNote', { tracked, share: delivered > 0 ? format.percent(tracked / delivered, 0) : '–' })}
        </Link>{' '}
        {tracked < delivered && !going ? t('untrackedNote') : null}
      </Text>
      {byOthers.some(({ lines }) => lines > 0) ? (
        <Text tone="quiet" size="small" as="div">
          {t('notCounted')}{' '}
          {byOthers
            .filter(({ lines }) => lines > 0)
            .map(({ fact, actor, lines }, index) => (
              <Fragment key={`${fact} ${actor}`}>
                {index > 0 ? ' · ' : ''}
                <Link look="quiet" href={href({ fact, actor })}>
                  {t(`fact_${fact}`)} {t(`by_${actor}`)}: {format.number(lines)}
                </Link>
              </Fragment>
            ))}
        </Text>
      ) : null}
    </Stack>
  );
}
