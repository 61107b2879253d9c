import { IconReceiptRefund } from '@tabler/icons-react';
import { useState } from 'react';
import {
  INVOICE_STATES,
  type InvoiceChoice,
  type InvoiceFilters,
  type InvoiceRow,
  listInvoices,
} from '../../../../contract/invoices.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { QuickButtons } from '../../quick/quick-buttons.tsx';
import { useMay } from '../../session/session.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Money, When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { CreditDialog } from './credit-dialog.tsx';
import { DocumentFilters, FILTERS, type Filter, useDocumentColumns } from './document-list.tsx';
import { texts } from './texts/texts.ts';
import { InvoiceStatus } from './words.tsx';

function useColumns(): Column<InvoiceRow>[] {
  const t = useTexts(texts);
  return [
    ...useDocumentColumns<InvoiceRow>({
      key: 'state',
      header: t('state'),
      cell: (row) => <InvoiceStatus state={row.state} />,
      width: 7,
    }),
    {
      key: 'gross',
      header: t('gross'),
      cell: (row) => <Gross {...row} />,
      align: 'end',
      width: 9,
    },
    {
      key: 'issuedOn',
      header: t('invoiceIssuedOn'),
      cell: (row) => <When at={row.issuedOn} show="date" />,
      sort: true,
      width: 8,
    },
    { key: 'dueOn', header: t('dueOn'), cell: (row) => <When at={row.dueOn} show="date" />, sort: true, width: 8 },
    {
      key: 'paidOn',
      header: t('paidOn'),
      cell: (row) => (row.paidOn ? <When at={row.paidOn} show="date" /> : '–'),
      width: 8,
      hidden: true,
    },
    { key: 'owner', header: t('owner'), cell: (row) => row.owner.name, width: 9, hidden: true },
    { key: 'campaign', header: t('campaign'), cell: (row) => row.campaign?.name ?? '–', width: 10 },
  ];
}

/** What it comes to, and below what was taken back of it as long as something is left. */
function Gross({ grossMinor, currency, creditedMinor, state }: InvoiceRow) {
  const t = useTexts(texts);
  const format = useFormat();
  if (creditedMinor === 0 || state === 'credited') return <Money minor={grossMinor} currency={currency} />;
  return (
    <>
      <Money minor={grossMinor} currency={currency} />
      <div className="text-quiet text-small">
        {t('creditedOfIt', { amount: format.money(creditedMinor, currency) })}
      </div>
    </>
  );
}

/** E05: what was billed, what is paid, and what was taken back. */
export function InvoicesScreen() {
  const t = useTexts(texts);
  const mayEdit = useMay('sales.edit');
  const [search, change] = useSearchState<Filter>();
  const [credited, setCredited] = useState<InvoiceChoice | null>(null);
  const filter = Object.fromEntries(FILTERS.map((name) => [name, search[name]])) as Filter;
  const filters = filter as InvoiceFilters;
  const icon = <IconReceiptRefund size={16} stroke={1.75} />;
  const credit = (ids: readonly string[]) => setCredited({ ids: ids as InvoiceChoice['ids'], filters });
  return (
    <Page title={t('invoices')} text={t('invoicesText')} actions={<QuickButtons only={['invoice']} />}>
      <DataTable
        label={t('invoices')}
        source={listInvoices}
        input={filter as never}
        columns={useColumns()}
        rowKey={(row) => row.id}
        rowName={(row) => row.number ?? row.title}
        rowHref={(row) => paths.invoice(row.id)}
        sorted={{ sort: 'issuedOn', direction: 'desc' }}
        searchHint={t('searchInvoices')}
        filters={
          <DocumentFilters
            search={search}
            change={change}
            states={INVOICE_STATES.map((value) => ({ value, label: t(`invoice_${value}`) }))}
            anyState={t('anyInvoice')}
          />
        }
        bulk={
          mayEdit
            ? (picked) => (
                <Button size="small" icon={icon} onClick={() => credit(picked.keys)}>
                  {t('credit')}
                </Button>
              )
            : undefined
        }
        menu={({ search: words }) =>
          mayEdit && !words
            ? [{ label: t('creditAll'), icon, onClick: () => credit([]), danger: true, apart: true }]
            : []
        }
        empty={<EmptyState title={t('noInvoices')} text={t('noInvoicesText')} />}
      />
      <CreditDialog choice={credited} onClose={() => setCredited(null)} />
    </Page>
  );
}
