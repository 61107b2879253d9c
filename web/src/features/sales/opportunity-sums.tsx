import { listOpportunities } from '../../../../contract/sales.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { HelpHint } from '../../ui/help-hint.tsx';
import { Stat, Stats } from '../../ui/stat.tsx';
import { Money } from '../../ui/values.tsx';
import type { Filter } from './opportunity-filter.ts';
import { texts } from './texts/texts.ts';

/** What the deals of the list come to, in each currency. */
export function OpportunitySums({ filter }: { filter: Filter }) {
  const t = useTexts(texts);
  const format = useFormat();
  const sums = useEndpoint(listOpportunities, { ...(filter as object), limit: 1 }, { keep: true }).data?.sums ?? [];
  if (sums.length === 0) return null;
  const hint = <HelpHint title={t('weighed')}>{t('weighedHint')}</HelpHint>;
  return (
    <Stats>
      {sums.flatMap(({ currency, valueMinor, weighedMinor, count }) => [
        <Stat
          key={currency}
          label={t('inAll')}
          value={<Money minor={valueMinor} currency={currency} />}
          note={t('dealsSaid', { count })}
        />,
        <Stat
          key={`${currency} weighed`}
          label={t('weighed')}
          hint={hint}
          value={<Money minor={weighedMinor} currency={currency} />}
          note={format.percent(valueMinor > 0 ? weighedMinor / valueMinor : 0)}
        />,
      ])}
    </Stats>
  );
}
