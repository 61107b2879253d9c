import { useState } from 'react';
import { SMS_USAGE_EXPORT, type SmsUsageRow, smsUsage, USAGE_PERIODS } from '../../../../contract/sms.ts';
import { addressOf } from '../../api/request.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { NumberField } from '../../form/number-field.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useMay } from '../../session/session.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Row, Stack } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Stat, Stats } from '../../ui/stat.tsx';
import { Count, Money } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { SmsBills } from './sms-bills.tsx';
import { SmsPrices } from './sms-prices.tsx';
import { usageTexts } from './usage-texts/texts.ts';

type Period = (typeof USAGE_PERIODS)[number];

const sum = (rows: readonly SmsUsageRow[], of: (row: SmsUsageRow) => number) =>
  rows.reduce((whole, row) => whole + of(row), 0);

/** Q10: what is billed by the part, for each month or quarter. */
export function SmsUsageScreen() {
  const t = useTexts(usageTexts);
  const mayPrice = useMay('account.manage');
  const [search, change] = useSearchState<{ year?: string | undefined; by?: Period | undefined }>();
  const [thisYear] = useState(() => new Date().getFullYear());
  const year = Number(search.year) || thisYear;
  const by = search.by ?? 'quarter';
  const { data, problem, loading } = useEndpoint(smsUsage, { year: String(year), by }, { keep: true });
  const rows = data?.rows ?? [];
  const columns = useColumns(data?.currency ?? '');
  const download = (format: string) => addressOf({ path: SMS_USAGE_EXPORT, method: 'GET' }, { year, by, format });
  return (
    <Page
      title={t('usage')}
      text={t('usageText')}
      actions={
        <>
          <Button href={download('xlsx')}>{t('excel')}</Button>
          <Button href={download('csv')}>{t('csv')}</Button>
        </>
      }
    >
      <Stack>
        <Row align="end">
          <NumberField
            label={t('year')}
            value={year}
            min={2000}
            max={2200}
            grouped={false}
            onChange={(chosen) => change({ year: chosen === null ? undefined : String(chosen) })}
          />
          <Segmented
            label={t('by')}
            choices={USAGE_PERIODS.map((value) => ({ value, label: t(`by_${value}`) }))}
            value={by}
            onChange={(chosen) => change({ by: chosen })}
          />
        </Row>
        {problem ? <Alert tone="bad">{problem.message}</Alert> : null}
        <Stats>
          <Stat label={t('parts')} value={<Count value={sum(rows, (row) => row.parts + row.testParts)} />} />
          <Stat
            label={t('cost')}
            value={<Money minor={sum(rows, (row) => row.costMinor ?? 0)} currency={data?.currency ?? 'EUR'} />}
            note={rows.some((row) => row.costMinor === null) ? t('priceMissing') : undefined}
          />
        </Stats>
        <PlainTable
          label={t('usage')}
          columns={columns}
          rows={rows}
          rowKey={(row) => `${row.period} ${row.account} ${row.country}`}
          rowName={(row) => `${row.period} ${row.account} ${row.country ?? ''}`}
          loading={loading && !data}
          empty={<EmptyState title={t('noneTitle')} text={t('noneText')} />}
        />
        <SmsBills year={year} by={by} />
        <SmsPrices disabled={!mayPrice} />
      </Stack>
    </Page>
  );
}

function useColumns(currency: string): Column<SmsUsageRow>[] {
  const t = useTexts(usageTexts);
  const format = useFormat();
  const number = (key: 'messages' | 'parts' | 'testParts' | 'unsettledParts'): Column<SmsUsageRow> => ({
    key,
    header: t(key),
    cell: (row) => format.number(row[key]),
    align: 'end',
    width: 7,
  });
  return [
    { key: 'period', header: t('period'), cell: (row) => row.period, always: true, width: 7 },
    { key: 'account', header: t('account'), cell: (row) => row.account },
    { key: 'country', header: t('country'), cell: (row) => row.country ?? '–', width: 6 },
    number('parts'),
    {
      key: 'cost',
      header: t('cost'),
      cell: (row) => (row.costMinor === null ? t('priceMissing') : format.money(row.costMinor, currency)),
      align: 'end',
      width: 9,
    },
    number('messages'),
    number('testParts'),
    number('unsettledParts'),
  ];
}
