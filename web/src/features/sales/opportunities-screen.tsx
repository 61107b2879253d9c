import { IconPackage, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { listCampaigns } from '../../../../contract/campaigns.ts';
import type { DocumentChoice } from '../../../../contract/proposed-products.ts';
import {
  listOpportunities,
  listSalesStages,
  OPPORTUNITY_STATES,
  type OpportunityRow,
} from '../../../../contract/sales.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { UserField } from '../../crm-fields/user-field.tsx';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { QuickButtons } from '../../quick/quick-buttons.tsx';
import { useMay } from '../../session/session.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Row } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { Money, When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { OpenedProducts } from './opened-products.tsx';
import { FILTERS, type Filter } from './opportunity-filter.ts';
import { OpportunitySums } from './opportunity-sums.tsx';
import { texts } from './texts/texts.ts';
import { OpportunityStatus, PartyLink } from './words.tsx';

function useColumns(): Column<OpportunityRow>[] {
  const t = useTexts(texts);
  return [
    { key: 'title', header: t('title'), cell: (row) => row.title, sort: true, always: true, width: 13 },
    { key: 'party', header: t('customer'), cell: (row) => <PartyLink party={row.party} />, width: 11 },
    { key: 'company', header: t('company'), cell: (row) => row.company?.name ?? '–', width: 10, hidden: true },
    { key: 'stage', header: t('stage'), cell: (row) => row.stage.name, sort: true, width: 8 },
    { key: 'state', header: t('state'), cell: (row) => <OpportunityStatus state={row.state} />, width: 6.5 },
    {
      key: 'value',
      header: t('value'),
      cell: (row) => <Money minor={row.valueMinor} currency={row.currency} />,
      sort: true,
      align: 'end',
      width: 9,
    },
    {
      key: 'closesOn',
      header: t('closesOn'),
      cell: (row) => <When at={row.closesOn} show="date" />,
      sort: true,
      width: 8,
    },
    { key: 'owner', header: t('owner'), cell: (row) => row.owner.name, width: 9 },
    { key: 'campaign', header: t('campaign'), cell: (row) => row.campaign?.name ?? '–', width: 10 },
    {
      key: 'closedOn',
      header: t('closedOn'),
      cell: (row) => <When at={row.closedOn} show="date" />,
      width: 8,
      hidden: true,
    },
    {
      key: 'createdAt',
      header: t('created'),
      cell: (row) => <When at={row.createdAt} show="date" />,
      sort: true,
      width: 8,
      hidden: true,
    },
  ];
}

function Filters({ filter, change }: { filter: Filter; change: (next: Filter) => void }) {
  const t = useTexts(texts);
  const stages = useEndpoint(listSalesStages, {}).data?.stages ?? [];
  const campaigns = useEndpoint(listCampaigns, { channel: 'opportunity', limit: 200 }).data?.rows ?? [];
  const one = (name: keyof Filter, label: string, nothing: string, choices: { value: string; label: string }[]) => (
    <SelectField
      label={label}
      hideLabel
      clearable
      nothing={nothing}
      choices={choices}
      value={filter[name] ?? null}
      onChange={(value) => change({ [name]: value ?? undefined })}
    />
  );
  const named = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {one(
        'state',
        t('state'),
        t('anyState'),
        OPPORTUNITY_STATES.map((value) => ({ value, label: t(`state_${value}`) })),
      )}
      {one('stageId', t('stage'), t('anyStage'), named(stages))}
      <UserField
        label={t('owner')}
        hideLabel
        nothing={t('anyOwner')}
        value={filter.ownerId ?? null}
        onChange={(ownerId) => change({ ownerId: ownerId ?? undefined })}
      />
      {campaigns.length > 0 ? one('campaignId', t('campaign'), t('anyCampaign'), named(campaigns)) : null}
    </>
  );
}

/** E06, O53: the deals, what they come to, and the products in them. */
export function OpportunitiesScreen() {
  const t = useTexts(texts);
  const mayEdit = useMay('sales.edit');
  const [search, change] = useSearchState<Filter>();
  const filter = Object.fromEntries(FILTERS.map((name) => [name, search[name]])) as Filter;
  const [opened, setOpened] = useState<DocumentChoice | null>(null);
  const open = (ids: string[]) => setOpened({ ids: ids as never, filters: filter as never });
  const icon = <IconPackage size={16} stroke={1.75} />;
  const create = mayEdit ? (
    <Button look="primary" icon={<IconPlus size={16} />} href={paths.newOpportunity()}>
      {t('newOpportunity')}
    </Button>
  ) : null;
  return (
    <Page title={t('opportunities')} text={t('opportunitiesText')} actions={create}>
      <OpportunitySums filter={filter} />
      <DataTable
        label={t('opportunities')}
        source={listOpportunities}
        input={filter as never}
        columns={useColumns()}
        rowKey={(row) => row.id}
        rowName={(row) => row.title}
        rowHref={(row) => paths.opportunity(row.id)}
        sorted={{ sort: 'createdAt', direction: 'desc' }}
        searchHint={t('searchOpportunities')}
        filters={<Filters filter={filter} change={change} />}
        bulk={(picked) => (
          <Button size="small" icon={icon} onClick={() => open(picked.keys)}>
            {t('openProducts')}
          </Button>
        )}
        rowMenu={(row) => [{ label: t('openProducts'), icon, onClick: () => open([row.id]) }]}
        menu={() => [{ label: t('openAllProducts'), icon, onClick: () => open([]), apart: true }]}
        empty={
          <EmptyState
            title={t('none')}
            text={t('noneText')}
            action={
              <Row>
                {create}
                <QuickButtons only={['opportunity']} />
              </Row>
            }
          />
        }
      />
      <OpenedProducts choice={opened} onClose={() => setOpened(null)} />
    </Page>
  );
}
