import type { Line } from '../../../../contract/runs.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { useSearchState } from '../../url.ts';
import { addresseeTexts } from './addressee-texts/texts.ts';
import type { LineFilter } from './line-filter.tsx';

/** E30: everyone, or only the companies, contacts or leads. */
export function AddresseeSwitch() {
  const t = useTexts(addresseeTexts);
  const [search, change] = useSearchState<LineFilter>();
  return (
    <Segmented<Line['partyKind'] | 'all'>
      label={t('show')}
      value={search.kind ?? 'all'}
      onChange={(kind) => change({ kind: kind === 'all' ? undefined : kind })}
      choices={[
        { value: 'all', label: t('showAll') },
        { value: 'company', label: t('showCompanies') },
        { value: 'contact', label: t('showContacts') },
        { value: 'lead', label: t('showLeads') },
      ]}
    />
  );
}
