import { IconSend, IconUsersGroup } from '@tabler/icons-react';
import { type CampaignRow, listCampaigns } from '../../../../contract/campaigns.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { NewCampaign } from '../../quick/new-campaign.tsx';
import { useMay } from '../../session/session.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Count, Percent, When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { type CampaignFilter, CampaignFilters, filterOf } from './campaign-filters.tsx';
import { listTexts } from './list-texts/texts.ts';
import { moneyTexts } from './money-texts/texts.ts';
import { texts } from './texts/texts.ts';
import { CampaignStatus } from './words.tsx';

/** All campaigns, newest first. */
export function CampaignsScreen() {
  const t = useTexts(texts);
  const l = useTexts(listTexts);
  const m = useTexts(moneyTexts);
  const mayCreate = useMay('campaign.create');
  const [search] = useSearchState<CampaignFilter>();
  const add = mayCreate ? <NewCampaign>{t('newCampaign')}</NewCampaign> : null;
  return (
    <Page
      title={t('campaigns')}
      actions={
        <>
          <Button icon={<IconUsersGroup size={16} stroke={1.75} />} href={paths.campaignsWithPeople()}>
            {l('withPeople')}
          </Button>
          {add}
        </>
      }
    >
      <DataTable
        label={t('campaigns')}
        source={listCampaigns}
        input={filterOf(search)}
        views="campaigns"
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => paths.campaign(row.id)}
        columns={useColumns()}
        searchHint={t('searchCampaigns')}
        bulk={({ keys }) => (
          <Button size="small" href={paths.compareCampaigns({ ids: keys.join() })} disabled={keys.length < 2}>
            {m('compare')}
          </Button>
        )}
        filters={<CampaignFilters />}
        empty={
          <EmptyState
            icon={<IconSend size={28} stroke={1.5} />}
            title={t('noneTitle')}
            text={t('noneText')}
            action={add}
          />
        }
      />
    </Page>
  );
}

const number = { align: 'end', width: 5.5 } as const;

function useColumns(): Column<CampaignRow>[] {
  const t = useTexts(texts);
  const l = useTexts(listTexts);
  return [
    { key: 'name', header: t('name'), cell: (row) => row.name, sort: true, always: true, width: 12 },
    { key: 'code', header: t('code'), cell: (row) => row.code, sort: true, width: 6 },
    { key: 'state', header: t('state'), cell: (row) => <CampaignStatus state={row.state} />, sort: true, width: 9 },
    { key: 'kind', header: l('kind'), cell: (row) => l(`kind_${row.kind}`), width: 9, hidden: true },
    { key: 'type', header: t('type'), cell: (row) => t(`type_${row.type}`), width: 8, hidden: true },
    { key: 'owner', header: t('owner'), cell: (row) => row.owner.name, sort: true, width: 9 },
    { key: 'planned', header: t('toSend'), cell: (row) => <Ran row={row} value={row.totals.planned} />, ...number },
    { key: 'sent', header: t('sent'), cell: (row) => <Ran row={row} value={row.totals.sent} />, ...number },
    {
      key: 'failed',
      header: t('failed'),
      cell: (row) => <Ran row={row} value={row.totals.failed} />,
      ...number,
      hidden: true,
    },
    {
      key: 'opened',
      header: t('opened'),
      cell: (row) => <Share of={row.totals.opened} in={row.totals.sent} />,
      ...number,
    },
    {
      key: 'clicked',
      header: t('clicked'),
      cell: (row) => <Share of={row.totals.clicked} in={row.totals.sent} />,
      ...number,
      hidden: true,
    },
    { key: 'topic', header: t('topic'), cell: (row) => row.topic?.name ?? '–', width: 8 },
    {
      key: 'created',
      header: t('created'),
      cell: (row) => <When at={row.createdAt} show="date" />,
      sort: true,
      width: 7,
    },
    {
      key: 'channel',
      header: t('dispatchType'),
      cell: (row) => row.channels.map((channel) => t(`channel_${channel}`)).join(),
      width: 9,
      hidden: true,
    },
  ];
}

function Ran({ row, value }: { row: CampaignRow; value: number }) {
  return row.totals.distributions > 0 ? <Count value={value} /> : <span className="text-quiet">–</span>;
}

function Share({ of, in: whole }: { of: number; in: number }) {
  return <Percent ratio={whole > 0 ? of / whole : null} digits={0} />;
}
