import { useState } from 'react';
import { listCompanies } from '../../../contract/crm.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import type { FieldProps } from '../form/binding.ts';
import { SelectField } from '../form/choice-fields.tsx';

interface CompanyFieldProps extends FieldProps<string | null> {
  /** The one that is chosen at first, so that its name is known before anything is searched. */
  present?: { id: string; name: string } | null | undefined;
  nothing?: string | undefined;
}

/** A company, found by typing its name or number. */
export function CompanyField({ present, ...props }: CompanyFieldProps) {
  const [words, setWords] = useState('');
  const found = useEndpoint(listCompanies, { search: words, limit: 20 }, { keep: true });
  const [seen, setSeen] = useState<Record<string, string>>(present ? { [present.id]: present.name } : {});
  const rows = found.data?.rows ?? [];
  const named = new Map([...Object.entries(seen), ...rows.map(({ id, name }) => [id as string, name] as const)]);
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
