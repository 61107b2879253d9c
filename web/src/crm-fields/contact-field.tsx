import { useState } from 'react';
import { type Contact, listContacts } from '../../../contract/crm.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import type { FieldProps } from '../form/binding.ts';
import { SelectField } from '../form/choice-fields.tsx';

interface ContactFieldProps extends FieldProps<string | null> {
  /** The one that is chosen at first, so that its name is known before anything is searched. */
  present?: { id: string; name: string } | null | undefined;
}

const nameOf = ({ firstName, lastName, email, phone, company }: Contact) => {
  const name = [firstName, lastName].filter(Boolean).join(' ') || email || phone || '–';
  return company ? `${name} (${company.name})` : name;
};

/** A person, found by typing the name, an address or the company. */
export function ContactField({ present, ...props }: ContactFieldProps) {
  const [words, setWords] = useState('');
  const found = useEndpoint(listContacts, { search: words, limit: 20 }, { keep: true });
  const [seen, setSeen] = useState<Record<string, string>>(present ? { [present.id]: present.name } : {});
  const rows = found.data?.rows ?? [];
  const named = new Map([...rows.map((row) => [row.id as string, nameOf(row)] as const), ...Object.entries(seen)]);
  return (
    <SelectField
      choices={[...named].map(([value, label]) => ({ value, label }))}
      clearable
      onSearch={setWords}
      {...props}
      onChange={(id) => {
        if (id !== null) setSeen({ [id]: named.get(id) ?? '' });
        props.onChange?.(id);
      }}
    />
  );
}
