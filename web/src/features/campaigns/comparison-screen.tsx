import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type ComparedCampaign, compareCampaigns } from '../../../../contract/money.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { PairedBars } from '../../ui/paired-bars.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useSearchState } from '../../url.ts';
import { moneyTexts } from './money-texts/texts.ts';
import { texts } from './texts/texts.ts';

const MEASURES = {
  sent: { of: (row: ComparedCampaign) => row.sent, look: 'number' },
  openRate: { of: (row: ComparedCampaign) => row.openRate, look: 'percent' },
  clickRate: { of: (row: ComparedCampaign) => row.clickRate, look: 'percent' },
  clickToOpenRate: { of: (row: ComparedCampaign) => row.clickToOpenRate, look: 'percent' },
  conversion: { of: (row: ComparedCampaign) => row.conversion.value, look: 'percent' },
  cost: { of: (row: ComparedCampaign) => row.costs.actualMinor, look: 'money' },
  budgetUsed: { of: (row: ComparedCampaign) => row.budgetUsed, look: 'percent' },
  revenue: { of: (row: ComparedCampaign) => row.revenueMinor, look: 'money' },
  roi: { of: (row: ComparedCampaign) => row.roi.value, look: 'percent' },
  growth: { of: (row: ComparedCampaign) => row.growth.value, look: 'number' },
} as const;
type Measure = keyof typeof MEASURES;
const NAMES = Object.keys(MEASURES) as Measure[];

/** Campaigns side by side, by one measure as a chart and by all of them as a table. */
export function ComparisonScreen() {
  const t = useTexts(moneyTexts);
  const c = useTexts(texts);
  const { language } = useFormat();
  const [search] = useSearchState<{ ids?: string }>();
  const ids = String(search.ids ?? '');
  const { data: rows, problem } = useEndpoint(compareCampaigns, { ids }, { when: ids !== '', keep: true });
  const said = useSaid();
  const columns: Column<ComparedCampaign>[] = [
    { key: 'name', header: c('name'), cell: (row) => row.name, always: true, width: 12 },
    ...NAMES.map((name) => ({
      key: name,
      header: t(name),
      cell: (row: ComparedCampaign) => said(name, row),
      align: 'end' as const,
      width: 7,
    })),
  ];
  const file = (format: string) =>
    `/api/campaign-comparison/export?${new URLSearchParams({ ids, format, words: language })}`;
  const exports = (
    <Button icon={<IconFileSpreadsheet size={16} stroke={1.75} />} onClick={() => window.location.assign(file('xlsx'))}>
      {t('exportXlsx')}
    </Button>
  );
  return (
    <Page
      title={t('comparison')}
      text={t('comparisonText')}
      crumbs={[{ label: c('campaigns'), href: paths.campaigns() }]}
      actions={rows && rows.length > 0 ? exports : null}
    >
      {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
      {ids !== '' && !rows && !problem ? <Skeleton lines={8} /> : null}
      {ids === '' || rows?.length === 0 ? (
        <EmptyState
          title={t('chooseToCompare')}
          text={t('chooseToCompareText')}
          action={<Button href={paths.campaigns()}>{c('campaigns')}</Button>}
        />
      ) : null}
      {rows && rows.length > 0 ? (
        <>
          <MeasureChart rows={rows} />
          <PlainTable
            label={t('comparison')}
            rows={rows}
            rowKey={(row) => row.id}
            rowName={(row) => row.name}
            rowHref={(row) => paths.campaign(row.id)}
            columns={columns}
          />
        </>
      ) : null}
    </Page>
  );
}

/** A measure as it is written; a dash where there is nothing to divide by. */
function useSaid(): (name: Measure, row: ComparedCampaign) => string {
  const format = useFormat();
  return (name, row) => {
    const { of, look } = MEASURES[name];
    const value = of(row);
    if (value === null) return '–';
    if (look === 'money') return format.money(value, row.currency);
    return look === 'percent' ? format.percent(value, 1) : format.number(value, name === 'growth' ? 2 : 0);
  };
}

function MeasureChart({ rows }: { rows: readonly ComparedCampaign[] }) {
  const t = useTexts(moneyTexts);
  const c = useTexts(texts);
  const said = useSaid();
  const [search, change] = useSearchState<{ measure?: Measure }>();
  const measure = search.measure && search.measure in MEASURES ? search.measure : 'roi';
  const choose = (
    <SelectField
      label={t('measure')}
      hideLabel
      choices={NAMES.map((name) => ({ value: name, label: t(name) }))}
      value={measure}
      onChange={(name) => change({ measure: name ?? 'roi' })}
    />
  );
  return (
    <Section title={t(measure)} actions={choose}>
      <PairedBars
        label={t(measure)}
        of={c('campaign')}
        series={[{ label: t(measure), tone: 'accent' }]}
        rows={rows.map((row) => ({
          key: row.id,
          label: row.name,
          values: [{ amount: MEASURES[measure].of(row) ?? 0, said: said(measure, row) }],
        }))}
      />
    </Section>
  );
}
