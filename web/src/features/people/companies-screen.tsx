import { IconFileExport, IconPlus, IconUpload } from '@tabler/icons-react';
import { type Company, listCompanies } from '../../../../contract/crm.ts';
import { useCountryName } from '../../crm-fields/country-field.tsx';
import { useFieldLabel } from '../../crm-fields/field-label.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import { useMay } from '../../session/session.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Row } from '../../ui/layout.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { Count, When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { exportAddress } from './export-address.ts';
import { TagList } from './party-facts.tsx';
import { filterOf, type PartyFilter, PartyFilters } from './party-filters.tsx';
import { PickedActions } from './picked-actions.tsx';
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

/** The companies: searched, filtered, sorted, exported, tagged. */
export function CompaniesScreen() {
  const t = useTexts(texts);
  const { language } = useFormat();
  const [search, change] = useSearchState<PartyFilter>();
  const [mayEdit, mayImport, mayExport] = [useMay('crm.edit'), useMay('crm.import'), useMay('crm.export')];
  const columns = useColumns();
  const { companyId: _, ...filter } = filterOf(search);
  const fetchFile = (format: 'csv' | 'xlsx', words?: string) =>
    window.location.assign(exportAddress('company', format, language, { ...filter, search: words }));
  const bring = mayImport ? (
    <Button icon={<IconUpload size={16} />} href={paths.newImport({ entity: 'company' })}>
      {t('importCompanies')}
    </Button>
  ) : null;
  const create = mayEdit ? (
    <Button look="primary" icon={<IconPlus size={16} />} href={paths.newCompany()}>
      {t('newCompany')}
    </Button>
  ) : null;
  return (
    <Page
      title={t('companies')}
      text={t('companiesText')}
      actions={
        <>
          {bring}
          {create}
        </>
      }
    >
      <DataTable
        label={t('companies')}
        source={listCompanies}
        input={filter as never}
        columns={columns}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => paths.company(row.id)}
        sorted={{ sort: 'name', direction: 'asc' }}
        searchHint={t('searchCompanies')}
        filters={<PartyFilters entity="company" filter={filter} change={change} />}
        bulk={mayEdit ? (picked) => <PickedActions entity="company" picked={picked} /> : undefined}
        menu={(query) => [
          mayExport && {
            label: t('exportExcel'),
            icon: <IconFileExport size={16} />,
            apart: true,
            onClick: () => fetchFile('xlsx', query.search),
          },
          mayExport && {
            label: t('exportCsv'),
            icon: <IconFileExport size={16} />,
            onClick: () => fetchFile('csv', query.search),
          },
        ]}
        empty={
          <EmptyState
            title={t('noCompanies')}
            text={t('noCompaniesText')}
            action={
              <Row>
                {bring}
                {create}
              </Row>
            }
          />
        }
      />
    </Page>
  );
}
