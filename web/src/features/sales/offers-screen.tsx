import { listOffers, OFFER_STATES, type OfferRow } from '../../../../contract/offers.ts';
import { UserField } from '../../crm-fields/user-field.tsx';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { QuickButtons } from '../../quick/quick-buttons.tsx';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Money, When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { texts } from './texts/texts.ts';
import { OfferStatus, PartyLink } from './words.tsx';

const FILTERS = ['state', 'ownerId', 'campaignId', 'actionId', 'companyId', 'partyKind', 'partyId'] as const;
type Filter = Partial<Record<(typeof FILTERS)[number], string | undefined>>;

function useColumns(): Column<OfferRow>[] {
  const t = useTexts(texts);
  return [
    { key: 'number', header: t('number'), cell: (row) => row.number ?? '–', sort: true, always: true, width: 8 },
    { key: 'title', header: t('title'), cell: (row) => row.title, sort: true, width: 12 },
    { key: 'party', header: t('customer'), cell: (row) => <PartyLink party={row.party} />, width: 10 },
    { key: 'state', header: t('state'), cell: (row) => <OfferStatus state={row.state} />, width: 7 },
    {
      key: 'value',
      header: t('net'),
      cell: (row) => <Money minor={row.netMinor} currency={row.currency} />,
      sort: true,
      align: 'end',
      width: 9,
    },
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
          <>
            <SelectField
              label={t('state')}
              hideLabel
              clearable
              nothing={t('anyAnswer')}
              choices={OFFER_STATES.map((value) => ({ value, label: t(`offer_${value}`) }))}
              value={(search.state as OfferRow['state'] | undefined) ?? null}
              onChange={(state) => change({ state: state ?? undefined })}
            />
            <UserField
              label={t('owner')}
              hideLabel
              nothing={t('anyOwner')}
              value={search.ownerId ?? null}
              onChange={(ownerId) => change({ ownerId: ownerId ?? undefined })}
            />
          </>
        }
        empty={<EmptyState title={t('noOffers')} text={t('noOffersText')} />}
      />
    </Page>
  );
}
