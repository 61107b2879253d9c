import { UserField } from '../../crm-fields/user-field.tsx';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import type { Column } from '../../table/column.ts';
import { Money } from '../../ui/values.tsx';
import { texts } from './texts/texts.ts';
import { PartyLink } from './words.tsx';

/** What a list of offers or invoices can be narrowed by, as it stands in its address. */
export const FILTERS = ['state', 'ownerId', 'campaignId', 'actionId', 'companyId', 'partyKind', 'partyId'] as const;
export type Filter = Partial<Record<(typeof FILTERS)[number], string | undefined>>;

interface DocumentRow {
  number: string | null;
  title: string;
  party: Parameters<typeof PartyLink>[0]['party'];
  currency: string;
  netMinor: number;
}

/** The columns that every document begins with; `state` stands between whom it is for and what it comes to. */
export function useDocumentColumns<Row extends DocumentRow>(state: Column<Row>): Column<Row>[] {
  const t = useTexts(texts);
  return [
    { key: 'number', header: t('number'), cell: (row) => row.number ?? '–', sort: true, always: true, width: 8 },
    { key: 'title', header: t('title'), cell: (row) => row.title, sort: true, width: 12 },
    { key: 'party', header: t('customer'), cell: (row) => <PartyLink party={row.party} />, width: 10 },
    state,
    {
      key: 'value',
      header: t('net'),
      cell: (row) => <Money minor={row.netMinor} currency={row.currency} />,
      sort: true,
      align: 'end',
      width: 9,
    },
  ];
}

interface DocumentFiltersProps {
  search: Filter;
  change: (filter: Filter) => void;
  states: readonly { value: string; label: string }[];
  /** What stands where no state is chosen. */
  anyState: string;
}

export function DocumentFilters({ search, change, states, anyState }: DocumentFiltersProps) {
  const t = useTexts(texts);
  return (
    <>
      <SelectField
        label={t('state')}
        hideLabel
        clearable
        nothing={anyState}
        choices={[...states]}
        value={search.state ?? null}
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
  );
}
