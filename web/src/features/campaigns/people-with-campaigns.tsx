import { listPeopleWithCampaigns, type PersonWithCampaigns } from '../../../../contract/campaign-people.ts';
import { UserField } from '../../crm-fields/user-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Link } from '../../ui/link.tsx';
import { Count, When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { partyHref } from './campaigns-with-people.tsx';
import { listTexts } from './list-texts/texts.ts';
import { peopleTexts } from './people-texts/texts.ts';

/** People, firms or leads, each with the last campaigns that reached them. */
export function PeopleWithCampaigns({ kind }: { kind: PersonWithCampaigns['kind'] }) {
  const t = useTexts(peopleTexts);
  const l = useTexts(listTexts);
  const [search, change] = useSearchState<{ manager?: string | undefined }>();
  const columns: Column<PersonWithCampaigns>[] = [
    { key: 'name', header: t('person'), cell: (row) => row.name || '–', sort: true, always: true, width: 13 },
    { key: 'accountManager', header: l('accountManager'), cell: (row) => row.accountManager ?? '–', width: 11 },
    {
      key: 'count',
      header: t('campaignCount'),
      cell: (row) => <Count value={row.campaignCount} />,
      align: 'end',
      width: 7,
    },
    { key: 'campaigns', header: t('reachedBy'), cell: (row) => <Last row={row} /> },
  ];
  return (
    <DataTable
      label={t('title')}
      source={listPeopleWithCampaigns}
      input={{ accountManagerId: search.manager as never }}
      always={{ kind }}
      views="people-campaigns"
      rowKey={(row) => row.id}
      rowName={(row) => row.name}
      rowHref={(row) => partyHref[kind](row.id)}
      columns={columns}
      sorted={{ sort: 'name', direction: 'asc' }}
      searchHint={t('searchPeople')}
      filters={
        <UserField
          label={l('accountManager')}
          hideLabel
          nothing={l('allManagers')}
          value={search.manager ?? null}
          onChange={(manager) => change({ manager: manager ?? undefined })}
        />
      }
      empty={<EmptyState title={t('nonePeople')} text={t('nonePeopleText')} />}
    />
  );
}

function Last({ row: { campaigns, campaignCount } }: { row: PersonWithCampaigns }) {
  const t = useTexts(peopleTexts);
  const rest = campaignCount - campaigns.length;
  return (
    <>
      {campaigns.map(({ id, name, at }, place) => (
        <span key={id}>
          {place > 0 ? ', ' : null}
          <Link look="quiet" href={paths.campaign(id)}>
            {name}
          </Link>{' '}
          <span className="text-quiet">
            <When at={at} show="date" />
          </span>
        </span>
      ))}
      {rest > 0 ? <span className="text-quiet"> {t('andMore', { count: rest })}</span> : null}
    </>
  );
}
