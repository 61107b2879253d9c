import { listOffers, OFFER_STATES, type OfferRow } from '../../../../contract/offers.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { QuickButtons } from '../../quick/quick-buttons.tsx';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { DocumentFilters, FILTERS, type Filter, useDocumentColumns } from './document-list.tsx';
import { texts } from './texts/texts.ts';
import { OfferStatus } from './words.tsx';

function useColumns(): Column<OfferRow>[] {
  const t = useTexts(texts);
  return [
    ...useDocumentColumns<OfferRow>({
      key: 'state',
      header: t('state'),
      cell: (row) => <OfferStatus state={row.state} />,
      width: 7,
    }),
    {
      key: 'validUntil',
      header: t('validUntil'),
      cell: (row) => <When at={row.validUntil} show="date" />,
      sort: true,
      width: 8,
    },
    { key: 'owner', header: t('owner'), cell: (row) => row.owner.name, width: 9 },
    { key: 'campaign', header: t('campaign'), cell: (row) => row.campaign?.name ?? '–', width: 10 },
    {
      key: 'issuedOn',
      header: t('issuedOn'),
      cell: (row) => <When at={row.issuedOn} show="date" />,
      sort: true,
      width: 8,
      hidden: true,
    },
  ];
}

/** E07: what was offered, and what was said. */
export function OffersScreen() {
  const t = useTexts(texts);
  const [search, change] = useSearchState<Filter>();
  const filter = Object.fromEntries(FILTERS.map((name) => [name, search[name]])) as Filter;
  return (
    <Page title={t('offers')} text={t('offersText')} actions={<QuickButtons only={['offer']} />}>
      <DataTable
        label={t('offers')}
        source={listOffers}
        input={filter as never}
        columns={useColumns()}
        rowKey={(row) => row.id}
        rowName={(row) => row.number ?? row.title}
        rowHref={(row) => paths.offer(row.id)}
        sorted={{ sort: 'issuedOn', direction: 'desc' }}
        searchHint={t('searchOffers')}
        filters={
          <DocumentFilters
            search={search}
            change={change}
            states={OFFER_STATES.map((value) => ({ value, label: t(`offer_${value}`) }))}
            anyState={t('anyAnswer')}
          />
        }
        empty={<EmptyState title={t('noOffers')} text={t('noOffersText')} />}
      />
    </Page>
  );
}
