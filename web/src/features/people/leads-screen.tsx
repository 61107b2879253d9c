import { type Lead, listLeads } from '../../../../contract/leads.ts';
import { useCountryName } from '../../crm-fields/country-field.tsx';
import { useFieldLabel } from '../../crm-fields/field-label.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import type { Column } from '../../table/column.ts';
import { When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { leadName } from './lead-name.ts';
import { LeadStatus } from './lead-status.tsx';
import { leadTexts } from './lead-texts/texts.ts';
import { TagList } from './party-facts.tsx';
import { filterOf, type PartyFilter, PartyFilters } from './party-filters.tsx';
import { PartyList } from './party-list.tsx';

function useColumns(): Column<Lead>[] {
  const t = useTexts(leadTexts);
  const label = useFieldLabel();
  const countryName = useCountryName();
  return [
    { key: 'name', header: t('lead'), cell: leadName, sort: true, always: true, width: 14 },
    { key: 'company', header: t('company'), cell: (row) => row.companyName ?? '–', sort: true, width: 12 },
    {
      key: 'email',
      header: label('lead', 'email'),
      cell: (row) => row.email ?? row.companyEmail ?? '–',
      sort: true,
      width: 15,
    },
    {
      key: 'phone',
      header: label('lead', 'phone'),
      cell: (row) => row.phone ?? row.companyPhone ?? '–',
      width: 10,
      hidden: true,
    },
    { key: 'source', header: t('source'), cell: (row) => row.source ?? '–', sort: true, width: 11 },
    { key: 'state', header: t('state'), cell: (row) => <LeadStatus state={row.state} />, width: 11 },
    { key: 'city', header: label('lead', 'city'), cell: (row) => row.city ?? '–', sort: true, width: 9, hidden: true },
    {
      key: 'country',
      header: label('lead', 'country'),
      cell: (row) => countryName(row.country),
      sort: true,
      width: 8,
      hidden: true,
    },
    {
      key: 'accountManager',
      header: label('lead', 'account_manager'),
      cell: (row) => row.accountManager?.name ?? '–',
      sort: true,
      width: 11,
    },
    { key: 'tags', header: label('lead', 'tags'), cell: (row) => <TagList tags={row.tags} />, width: 11 },
    {
      key: 'createdAt',
      header: label('lead', 'created_at'),
      cell: (row) => <When at={row.createdAt} show="date" />,
      sort: true,
      width: 8,
    },
  ];
}

/** Those who are not customers yet. */
export function LeadsScreen() {
  const t = useTexts(leadTexts);
  const [search, change] = useSearchState<PartyFilter>();
  const { companyId: _, ...filter } = filterOf(search);
  return (
    <PartyList
      entity="lead"
      words={{
        title: t('leads'),
        text: t('leadsText'),
        search: t('searchLeads'),
        create: t('newLead'),
        none: t('noLeads'),
        noneText: t('noLeadsText'),
      }}
      source={listLeads}
      filter={filter}
      columns={useColumns()}
      rowName={leadName}
      rowHref={(row) => paths.lead(row.id)}
      newHref={paths.newLead()}
      filters={<PartyFilters entity="lead" filter={filter} change={change} />}
    />
  );
}
