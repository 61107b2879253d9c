import { IconFileExport, IconPlus, IconUpload } from '@tabler/icons-react';
import { type Contact, listContacts } from '../../../../contract/crm.ts';
import { useCountryName } from '../../crm-fields/country-field.tsx';
import { useFieldLabel } from '../../crm-fields/field-label.ts';
import { LANGUAGE_NAMES } from '../../i18n/languages.ts';
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
import { When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { exportAddress } from './export-address.ts';
import { TagList } from './party-facts.tsx';
import { filterOf, type PartyFilter, PartyFilters } from './party-filters.tsx';
import { personName } from './person-name.ts';
import { PickedActions } from './picked-actions.tsx';
import { texts } from './texts/texts.ts';

function useColumns(): Column<Contact>[] {
  const t = useTexts(texts);
  const label = useFieldLabel();
  const countryName = useCountryName();
  return [
    { key: 'name', header: t('name'), cell: personName, sort: true, always: true, width: 14 },
    { key: 'email', header: label('contact', 'email'), cell: (row) => row.email ?? '–', sort: true, width: 16 },
    {
      key: 'company',
      header: t('company'),
      cell: (row) =>
        row.company ? (
          <Link look="quiet" href={paths.company(row.company.id)}>
            {row.company.name}
          </Link>
        ) : (
          '–'
        ),
      sort: true,
      width: 13,
    },
    { key: 'phone', header: label('contact', 'phone'), cell: (row) => row.phone ?? '–', width: 10 },
    { key: 'city', header: label('contact', 'city'), cell: (row) => row.city ?? '–', sort: true, width: 9 },
    {
      key: 'country',
      header: label('contact', 'country'),
      cell: (row) => countryName(row.country),
      sort: true,
      width: 8,
      hidden: true,
    },
    {
      key: 'language',
      header: label('contact', 'language'),
      cell: (row) => (row.language ? LANGUAGE_NAMES[row.language] : '–'),
      width: 9,
      hidden: true,
    },
    {
      key: 'accountManager',
      header: label('contact', 'account_manager'),
      cell: (row) => row.accountManager?.name ?? '–',
      sort: true,
      width: 11,
    },
    { key: 'tags', header: t('tags'), cell: (row) => <TagList tags={row.tags} />, width: 11 },
    { key: 'title', header: label('contact', 'title'), cell: (row) => row.title ?? '–', width: 10, hidden: true },
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

/** The people: searched, filtered, sorted, exported, tagged. */
export function ContactsScreen() {
  const t = useTexts(texts);
  const { language } = useFormat();
  const [search, change] = useSearchState<PartyFilter>();
  const [mayEdit, mayImport, mayExport] = [useMay('crm.edit'), useMay('crm.import'), useMay('crm.export')];
  const columns = useColumns();
  const filter = filterOf(search);
  const fetchFile = (format: 'csv' | 'xlsx', words?: string) =>
    window.location.assign(exportAddress('contact', format, language, { ...filter, search: words }));
  const bring = mayImport ? (
    <Button icon={<IconUpload size={16} />} href={paths.newImport({ entity: 'contact' })}>
      {t('importContacts')}
    </Button>
  ) : null;
  const create = mayEdit ? (
    <Button look="primary" icon={<IconPlus size={16} />} href={paths.newContact()}>
      {t('newContact')}
    </Button>
  ) : null;
  return (
    <Page
      title={t('contacts')}
      text={t('contactsText')}
      actions={
        <>
          {bring}
          {create}
        </>
      }
    >
      <DataTable
        label={t('contacts')}
        source={listContacts}
        input={filter as never}
        columns={columns}
        rowKey={(row) => row.id}
        rowName={personName}
        rowHref={(row) => paths.contact(row.id)}
        sorted={{ sort: 'name', direction: 'asc' }}
        searchHint={t('searchContacts')}
        filters={<PartyFilters entity="contact" filter={filter} change={change} />}
        bulk={mayEdit ? (picked) => <PickedActions entity="contact" picked={picked} /> : undefined}
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
            title={t('noContacts')}
            text={t('noContactsText')}
            action={
              <Row spread="start">
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
