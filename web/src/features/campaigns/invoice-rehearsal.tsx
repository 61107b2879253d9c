import { rehearseInvoices } from '../../../../contract/invoices.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import { Alert } from '../../ui/alert.tsx';
import { Section } from '../../ui/card.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Stat, Stats } from '../../ui/stat.tsx';
import { Count, Money } from '../../ui/values.tsx';
import { useHere } from './campaign-context.ts';
import { salesTexts } from './sales-texts/texts.ts';

/** The batch before it is issued: how many invoices, their VAT and totals, and the numbers they would get. */
export function InvoiceRehearsal() {
  const t = useTexts(salesTexts);
  const { action, problems } = useHere();
  const ready = !problems.some(({ stop }) => stop === 'what');
  const { data, problem } = useEndpoint(rehearseInvoices, { id: action.id }, { when: ready, keep: true });
  if (!ready) return null;
  if (problem) return <Alert tone="bad">{problem.message}</Alert>;
  if (!data) return <Skeleton lines={4} />;
  const money = (minor: number) => <Money minor={minor} currency={data.currency} />;
  const { numbers } = data;
  return (
    <Section title={t('rehearsal')} text={t('rehearsalText')}>
      <Stats>
        <Stat label={t('invoices')} value={<Count value={data.invoices} />} />
        <Stat label={t('gross')} value={money(data.grossMinor)} />
        {numbers ? <Stat label={t('numbers')} value={`${numbers.first} – ${numbers.last}`} /> : null}
      </Stats>
      {data.firmsBilledAgain > 0 ? (
        <Alert tone="warn">{t('billedAgain', { count: data.firmsBilledAgain })}</Alert>
      ) : null}
      {data.treatments.length > 0 ? (
        <PlainTable
          label={t('treatment')}
          rows={data.treatments}
          rowKey={({ treatment }) => treatment}
          rowName={({ treatment }) => t(`treatment_${treatment}`)}
          columns={[
            {
              key: 'treatment',
              header: t('treatment'),
              cell: ({ treatment }) => t(`treatment_${treatment}`),
              always: true,
              width: 12,
            },
            {
              key: 'invoices',
              header: t('invoices'),
              cell: (row) => <Count value={row.invoices} />,
              align: 'end',
              width: 6,
            },
            { key: 'net', header: t('net'), cell: (row) => money(row.netMinor), align: 'end', width: 9 },
            { key: 'vat', header: t('vat'), cell: (row) => money(row.vatMinor), align: 'end', width: 9 },
            { key: 'gross', header: t('gross'), cell: (row) => money(row.grossMinor), align: 'end', width: 9 },
          ]}
        />
      ) : null}
    </Section>
  );
}
