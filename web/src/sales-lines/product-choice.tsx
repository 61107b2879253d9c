import { useState } from 'react';
import { listProducts } from '../../../contract/catalogue.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import type { FieldProps } from '../form/binding.ts';
import { SelectField } from '../form/choice-fields.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { texts } from './texts/texts.ts';

interface ProductChoiceProps extends FieldProps<string | null> {
  /** The one that is chosen at first, so that its name is known before anything is searched. */
  present?: { id: string; name: string } | null | undefined;
}

/** One product, found by typing its name or number. */
export function ProductChoice({ present, ...props }: ProductChoiceProps) {
  const t = useTexts(texts);
  const [words, setWords] = useState('');
  const found = useEndpoint(listProducts, { search: words, limit: 20 }, { keep: true });
  const [seen, setSeen] = useState<Record<string, string>>(present ? { [present.id]: present.name } : {});
  const rows = found.data?.rows ?? [];
  const named = new Map([
    ...Object.entries(seen),
    ...rows.map(({ id, number, name }) => [id as string, `${name} · ${number}`] as const),
  ]);
  return (
    <SelectField
      choices={[...named].map(([value, label]) => ({ value, label }))}
      nothing={t('searchProduct')}
      onSearch={setWords}
      {...props}
      onChange={(id) => {
        if (id !== null) setSeen({ [id]: named.get(id) ?? '' });
        props.onChange?.(id);
      }}
    />
  );
}
