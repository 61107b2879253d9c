import { useState } from 'react';
import type { z } from 'zod';
import type { SmsUsageYear } from '../../../../contract/sms.ts';
import { listSmsBills, type SmsBillRow } from '../../../../contract/sms-invoices.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import type { Column } from '../../table/column.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/card.tsx';
import { Link } from '../../ui/link.tsx';
import { Text } from '../../ui/text.tsx';
import { billTexts } from './bill-texts/texts.ts';
import { SmsBillDialog } from './sms-bill-dialog.tsx';

const MONTHS_OF_QUARTER = 3;

const isOpen = ({ invoices, runsUntil }: SmsBillRow) => invoices.length === 0 && runsUntil === null;

const isWhole = ({ period, invoices }: SmsBillRow) =>
  invoices.flatMap(({ months }) => months).length === (period.includes('Q') ? MONTHS_OF_QUARTER : 1);

/** Q10: what was invoiced of the usage, and what can be. */
export function SmsBills({ year, by }: z.output<typeof SmsUsageYear>) {
  const t = useTexts(billTexts);
  const { data } = useEndpoint(listSmsBills, { year: String(year), by }, { keep: true });
  const [chosen, setChosen] = useState<SmsBillRow | null>(null);
  const columns = useColumns(data?.currency ?? 'EUR', setChosen);
  if (!data || data.rows.length === 0) return null;
  const { rows, currency } = data;
  return (
    <Section title={t('title')} text={t('text')}>
      <PlainTable
        label={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ period, account }) => `${period} ${account.id}`}
        rowName={({ period, account }) => `${period} ${account.name}`}
      />
      {chosen ? (
        <SmsBillDialog
          chosen={chosen}
          accounts={rows.filter((row) => row.period === chosen.period && isOpen(row)).map(({ account }) => account)}
          currency={currency}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </Section>
  );
}

function useColumns(currency: string, onChoose: (row: SmsBillRow) => void): Column<SmsBillRow>[] {
  const t = useTexts(billTexts);
  const format = useFormat();
  return [
    { key: 'period', header: t('period'), cell: (row) => row.period, always: true, width: 7 },
    { key: 'invoice', header: t('invoice'), cell: (row) => <Standing row={row} onChoose={onChoose} />, width: 12 },
    { key: 'account', header: t('account'), cell: (row) => row.account.name },
    { key: 'parts', header: t('parts'), cell: (row) => format.number(row.parts), align: 'end', width: 7 },
    {
      key: 'cost',
      header: t('cost'),
      cell: (row) => (row.costMinor === null ? t('priceMissing') : format.money(row.costMinor, currency)),
      align: 'end',
      width: 9,
    },
  ];
}

function Standing({ row, onChoose }: { row: SmsBillRow; onChoose: (row: SmsBillRow) => void }) {
  const t = useTexts(billTexts);
  const format = useFormat();
  const may = useMay('sales.edit');
  const { period, account, invoices, runsUntil } = row;
  if (invoices.length > 0)
    return (
      <>
        {invoices.map(({ id, number, months }) => (
          <div key={id}>
            <Link href={paths.invoice(id)}>{t('invoiced', { number })}</Link>
            {isWhole(row) && invoices.length === 1 ? null : ` (${format.list(months)})`}
          </div>
        ))}
        {isWhole(row) || runsUntil !== null ? null : (
          <Text size="small" tone="quiet">
            {t('restByMonth')}
          </Text>
        )}
      </>
    );
  if (runsUntil !== null)
    return (
      <Text size="small" tone="quiet">
        {t('runsUntil', { day: format.date(runsUntil) })}
      </Text>
    );
  if (!may) return <>{t('notInvoiced')}</>;
  return (
    <Button size="small" onClick={() => onChoose(row)}>
      {t('invoiceThis')}
      <span className="visually-hidden">{`: ${period} ${account.name}`}</span>
    </Button>
  );
}
