import { useState } from 'react';
import { listProducts } from '../../../contract/catalogue.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { SelectField } from '../form/choice-fields.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { texts } from './texts/texts.ts';

/** A product, found by typing its name or number; ready for the next as soon as one is taken. */
export function ProductField({ onPick, disabled }: { onPick: (productId: string) => void; disabled?: boolean }) {
  const t = useTexts(texts);
  const [words, setWords] = useState('');
  const [picks, setPicks] = useState(0);
  const found = useEndpoint(listProducts, { search: words, limit: 20 }, { keep: true });
  return (
    <SelectField
      key={picks}
      label={t('addProduct')}
      nothing={t('searchProduct')}
      disabled={disabled}
      choices={(found.data?.rows ?? []).map(({ id, number, name }) => ({
        value: id as string,
        label: `${name} · ${number}`,
      }))}
      value={null}
      onSearch={setWords}
      onChange={(id) => {
        if (id === null) return;
        setPicks(picks + 1);
        setWords('');
        onPick(id);
      }}
    />
  );
}
