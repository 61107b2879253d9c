import { useState } from 'react';
import { getCompany, getContact } from '../../../../contract/crm.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { CompanyField } from '../../crm-fields/company-field.tsx';
import { ContactField } from '../../crm-fields/contact-field.tsx';
import { useBinding } from '../../form/binding.ts';
import { FieldRow } from '../../form/form.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { texts } from './texts/texts.ts';

export interface PartyChosen {
  kind: 'contact' | 'company' | 'lead';
  id: string;
}

interface PartyFieldsProps {
  party: PartyChosen | null;
  onChange: (party: PartyChosen | null) => void;
}

/** Whose deal it is: a person, or a company alone. */
export function PartyFields({ party, onChange }: PartyFieldsProps) {
  const t = useTexts(texts);
  const { error } = useBinding<PartyChosen | null>({ name: 'party' }, null);
  const [chosen, setChosen] = useState({
    contact: party?.kind === 'contact' ? party.id : null,
    company: party?.kind === 'company' ? party.id : null,
  });
  const contact = useEndpoint(getContact, { id: party?.id as never }, { when: party?.kind === 'contact' });
  const company = useEndpoint(getCompany, { id: party?.id as never }, { when: party?.kind === 'company' });
  if (contact.loading || company.loading) return <Skeleton lines={2} />;
  const choose = (next: typeof chosen) => {
    setChosen(next);
    const [kind, id] = next.contact ? (['contact', next.contact] as const) : (['company', next.company] as const);
    onChange(id ? { kind, id } : null);
  };
  const name = contact.data ? `${contact.data.firstName} ${contact.data.lastName}`.trim() : '';
  return (
    <FieldRow>
      <ContactField
        label={t('contact')}
        hint={t('partyHint')}
        error={error}
        present={contact.data ? { id: contact.data.id, name } : null}
        value={chosen.contact}
        onChange={(id) => choose({ ...chosen, contact: id })}
      />
      <CompanyField
        label={t('company')}
        present={company.data ? { id: company.data.id, name: company.data.name } : null}
        value={chosen.company}
        onChange={(id) => choose({ ...chosen, company: id })}
      />
    </FieldRow>
  );
}
