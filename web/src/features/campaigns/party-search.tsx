import { useEffect, useState } from 'react';
import { listCompanies, listContacts } from '../../../../contract/crm.ts';
import type { PartyId } from '../../../../contract/ids.ts';
import { listLeads } from '../../../../contract/leads.ts';
import type { Party } from '../../../../contract/runs.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { SelectField } from '../../form/choice-fields.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { texts } from './texts/texts.ts';

interface PartySearchProps {
  label: string;
  onPick: (party: Party, name: string) => void;
  /** Only people, where a company or a lead makes no sense. */
  peopleOnly?: boolean | undefined;
  hint?: string | undefined;
}

/** A person, a company or a lead, found by typing. */
export function PartySearch({ label, onPick, peopleOnly, hint }: PartySearchProps) {
  const t = useTexts(texts);
  const [words, setWords] = useState('');
  // A new field after each pick, so that the next name can be typed at once.
  const [picks, setPicks] = useState(0);
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), 200);
    return () => clearTimeout(timer);
  }, [words]);
  const when = asked.length > 0;
  const people = useEndpoint(listContacts, { search: asked, limit: 8 }, { when, keep: true });
  const companies = useEndpoint(listCompanies, { search: asked, limit: 4 }, { when: when && !peopleOnly, keep: true });
  const leads = useEndpoint(
    listLeads,
    { search: asked, state: 'open', limit: 4 },
    { when: when && !peopleOnly, keep: true },
  );
  const found = [
    ...(people.data?.rows ?? []).map((row) => ({
      value: `contact.${row.id}`,
      label: [`${row.firstName} ${row.lastName}`.trim(), row.company?.name, row.email].filter(Boolean).join(' · '),
    })),
    ...(peopleOnly ? [] : (companies.data?.rows ?? [])).map((row) => ({
      value: `company.${row.id}`,
      label: [row.name, t('aCompany'), row.email].filter(Boolean).join(' · '),
    })),
    ...(peopleOnly ? [] : (leads.data?.rows ?? [])).map((row) => ({
      value: `lead.${row.id}`,
      label: [`${row.firstName} ${row.lastName}`.trim() || row.companyName, t('aLead'), row.email]
        .filter(Boolean)
        .join(' · '),
    })),
  ];
  return (
    <SelectField
      key={picks}
      label={label}
      hint={hint}
      nothing={t('searchPerson')}
      choices={when ? found : []}
      value={null}
      onSearch={setWords}
      onChange={(value) => {
        if (value === null) return;
        const [kind, id = ''] = value.split('.') as [Party['kind'], string?];
        const name = found.find((choice) => choice.value === value)?.label ?? '';
        setPicks(picks + 1);
        setWords('');
        onPick({ kind, id: id as PartyId }, name);
      }}
    />
  );
}
