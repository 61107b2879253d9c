import { type CampaignWithPeople, listCampaignsWithPeople } from '../../../../contract/campaign-people.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Count } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { type CampaignFilter, CampaignFilters, filterOf } from './campaign-filters.tsx';
import { peopleTexts } from './people-texts/texts.ts';
import { texts } from './texts/texts.ts';
import { CampaignStatus } from './words.tsx';

export const partyHref = { contact: paths.contact, company: paths.company, lead: paths.lead };

/** Campaigns, each with the first of its recipients. */
export function CampaignsWithPeople() {
  const t = useTexts(peopleTexts);
  const words = useTexts(texts);
  const [search] = useSearchState<CampaignFilter>();
  const columns: Column<CampaignWithPeople>[] = [
    { key: 'name', header: t('campaign'), cell: (row) => row.name, sort: true, always: true, width: 12 },
    { key: 'state', header: words('state'), cell: (row) => <CampaignStatus state={row.state} />, sort: true, width: 9 },
    { key: 'owner', header: words('owner'), cell: (row) => row.owner.name, sort: true, width: 8 },
    { key: 'recipients', header: t('recipients'), cell: (row) => <All row={row} />, align: 'end', width: 7 },
    { key: 'people', header: t('firstOnes'), cell: (row) => <First row={row} /> },
    { key: 'code', header: words('code'), cell: (row) => row.code, sort: true, width: 7, hidden: true },
  ];
  return (
    <DataTable
      label={t('title')}
      source={listCampaignsWithPeople}
      input={filterOf(search)}
      views="campaign-people"
      rowKey={(row) => row.id}
      rowName={(row) => row.name}
      rowHref={(row) => paths.campaign(row.id)}
      columns={columns}
      searchHint={words('searchCampaigns')}
      filters={<CampaignFilters />}
      empty={<EmptyState title={words('noneTitle')} text={words('noneText')} />}
    />
  );
}

function All({ row }: { row: CampaignWithPeople }) {
  if (row.recipients === 0) return <Count value={0} />;
  return (
    <Link look="quiet" href={paths.campaignRecipients(row.id)}>
      <Count value={row.recipients} />
    </Link>
  );
}

function First({ row: { people, recipients } }: { row: CampaignWithPeople }) {
  const t = useTexts(peopleTexts);
  if (people.length === 0) return <span className="text-quiet">{t('nobody')}</span>;
  const rest = recipients - people.length;
  return (
    <>
      {people.map(({ kind, id, name }, place) => (
        <span key={`${kind} ${id}`}>
          {place > 0 ? ', ' : null}
          <Link look="quiet" href={partyHref[kind](id)}>
            {name}
          </Link>
        </span>
      ))}
      {rest > 0 ? <span className="text-quiet"> {t('andMore', { count: rest })}</span> : null}
    </>
  );
}
