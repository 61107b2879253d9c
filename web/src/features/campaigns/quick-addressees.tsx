import type { Party } from '../../../../contract/runs.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Stack } from '../../ui/layout.tsx';
import { Text } from '../../ui/text.tsx';
import { PartySearch } from './party-search.tsx';
import { quickTexts } from './quick-texts/texts.ts';

interface QuickAddresseesProps {
  parties: readonly Party[];
  onChange: (parties: Party[]) => void;
}

/** Single records on top of the segments; those marked in a list are here already. */
export function QuickAddressees({ parties, onChange }: QuickAddresseesProps) {
  const t = useTexts(quickTexts);
  return (
    <Stack>
      {parties.length > 0 ? <Text>{t('chosenNow', { count: parties.length })}</Text> : null}
      <PartySearch
        label={t('addOne')}
        onPick={(party) => onChange([...parties.filter(({ id }) => id !== party.id), party])}
      />
    </Stack>
  );
}
