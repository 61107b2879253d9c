import { type Company, listCompanies } from '../../../../contract/crm.ts';
import { useCountryName } from '../../crm-fields/country-field.tsx';
import { useFieldLabel } from '../../crm-fields/field-label.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import type { Column } from '../../table/column.ts';
import { Link } from '../../ui/link.tsx';
import { Count, When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { TagList } from './party-facts.tsx';
import { filterOf, type PartyFilter, PartyFilters } from './party-filters.tsx';
import { PartyList } from './party-list.tsx';
import { texts } from './texts/texts.ts';

function useColumns(): Column<Company>[] {
  const t = useTexts(texts);
  const label = useFieldLabel();
  const countryName = useCountryName();
  return [
    { key: 'name', header: t('name'), cell: (row) => row.name, sort: true, always: true, width: 16 },
    {
      key: 'organisationNumber',
      header: label('company', 'organisation_number'),
      cell: (row) => row.organisationNumber ?? '–',
      width: 11,
    },
    { key: 'email', header: label('company', 'email'), cell: (row) => row.email ?? '–', sort: true, width: 15 },
    { key: 'phone', header: label('company', 'phone'), cell: (row) => row.phone ?? '–', width: 10, hidden: true },
    { key: 'city', header: label('company', 'city'), cell: (row) => row.city ?? '–', sort: true, width: 9 },
    {
      key: 'country',
      header: label('company', 'country'),
      cell: (row) => countryName(row.country),
      sort: true,
      width: 8,
      hidden: true,
    },
    {
      key: 'contacts',
      header: t('contactsCount'),
      cell: (row) => <Count value={row.contacts} />,
      width: 7,
      align: 'end',
    },
    {
      key: 'mainContact',
      header: t('mainContact'),
      cell: (row) =>
        row.mainContact ? (
          <Link look="quiet" href={paths.contact(row.mainContact.id)}>
            {row.mainContact.name}
          </Link>
        ) : (
          '–'
        ),
      width: 11,
    },
    {
      key: 'accountManager',
      header: label('company', 'account_manager'),
      cell: (row) => row.accountManager?.name ?? '–',
      sort: true,
      width: 11,
    },
    { key: 'tags', header: t('tags'), cell: (row) => <TagList tags={row.tags} />, width: 11 },
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

/** The companies. */
export function CompaniesScreen() {
  const t = useTexts(texts);
  const [search, change] = useSearchState<PartyFilter>();
  const { companyId: _, state: _s, ...filter } = filterOf(search);
  return (
    <PartyList
      entity="company"
      words={{
        title: t('companies'),
        text: t('companiesText'),
        search: t('searchCompanies'),
        create: t('newCompany'),
        none: t('noCompanies'),
        noneText: t('noCompaniesText'),
      }}
      source={listCompanies}
      filter={filter}
      columns={useColumns()}
      rowName={(row) => row.name}
      rowHref={(row) => paths.company(row.id)}
      newHref={paths.newCompany()}
      bring={{ label: t('importCompanies'), href: paths.newImport({ entity: 'company' }) }}
      filters={<PartyFilters entity="company" filter={filter} change={change} />}
    />
  );
}
