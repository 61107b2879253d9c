import { type Contact, listContacts } from '../../../../contract/crm.ts';
import { useCountryName } from '../../crm-fields/country-field.tsx';
import { useFieldLabel } from '../../crm-fields/field-label.ts';
import { LANGUAGE_NAMES } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { paths } from '../../paths.ts';
import type { Column } from '../../table/column.ts';
import { Link } from '../../ui/link.tsx';
import { When } from '../../ui/values.tsx';
import { useSearchState } from '../../url.ts';
import { TagList } from './party-facts.tsx';
import { filterOf, type PartyFilter, PartyFilters } from './party-filters.tsx';
import { PartyList } from './party-list.tsx';
import { personName } from './person-name.ts';
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

/** The people. */
export function ContactsScreen() {
  const t = useTexts(texts);
  const [search, change] = useSearchState<PartyFilter>();
  const { state: _, ...filter } = filterOf(search);
  return (
    <PartyList
      entity="contact"
      words={{
        title: t('contacts'),
        text: t('contactsText'),
        search: t('searchContacts'),
        create: t('newContact'),
        none: t('noContacts'),
        noneText: t('noContactsText'),
      }}
      source={listContacts}
      filter={filter}
      columns={useColumns()}
      rowName={personName}
      rowHref={(row) => paths.contact(row.id)}
      newHref={paths.newContact()}
      bring={{ label: t('importContacts'), href: paths.newImport({ entity: 'contact' }) }}
      filters={<PartyFilters entity="contact" filter={filter} change={change} />}
    />
  );
}
